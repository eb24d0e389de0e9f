import { useState } from 'react';
import { newId } from '../../data/new-id.ts';
import { putIntoOutbox } from '../../data/outbox/outbox.ts';
import { useOutbox } from '../../data/outbox/use-outbox.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { TextField } from '../../ui/field.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import type { CareSubject, Duty, Worker } from './contract.ts';
import { mondayOf } from './work-order.ts';

const WEEKS = 4;

/** Who looks after a road in this week and the next three; whoever looks after it may write it. */
export function Rota({
  road,
  worker,
  duties,
}: {
  road: CareSubject;
  worker: Worker;
  duties: readonly Duty[];
}) {
  const [week, setWeek] = useState<string | null>(null);
  const [team, setTeam] = useState('');
  const { isRunning, error, run } = useAct();
  const { items } = useOutbox();
  const monday = mondayOf(today());
  const weeks = Array.from({ length: WEEKS }, (_, index) =>
    new Date(Date.parse(monday) + index * 7 * 86_400_000).toISOString().slice(0, 10),
  );
  const removed = new Set(
    items.filter(({ act }) => act === 'remove_rota').map(({ parameters }) => parameters.id),
  );
  const added = items
    .filter(({ act, state }) => act === 'save_rota' && state === 'waiting')
    .map(({ parameters }) => parameters.duty as Duty);
  const known = [...duties, ...added.filter(({ id }) => !duties.some((duty) => duty.id === id))].filter(
    (duty) => duty.model_road_id === road.id && !removed.has(duty.id),
  );
  const put = (act: 'save_rota' | 'remove_rota', parameters: Record<string, unknown>) =>
    run(() =>
      putIntoOutbox({ communeId: worker.communeId, act, parameters, subject: road.id, title: road.name }),
    );
  const add = async () => {
    const id = newId();
    if (week === null || team.trim() === '') return;
    if (await put('save_rota', { duty: { id, model_road_id: road.id, week, team: team.trim() } })) {
      setWeek(null);
      setTeam('');
    }
  };
  return (
    <section className="field-rota">
      <h3>{m.field_rota()}</h3>
      {error !== null && <Notice tone="error">{m.field_keeps_nothing_text()}</Notice>}
      <ul>
        {weeks.map((start) => (
          <li key={start} className="field-rota-week">
            <span>
              {start === monday ? m.field_rota_this_week() : m.field_rota_week({ date: day(start) })}
            </span>
            <span className="field-rota-teams">
              {known
                .filter((duty) => duty.week === start)
                .map((duty) => (
                  <Button
                    key={duty.id}
                    disabled={isRunning}
                    aria-label={m.field_rota_remove({ team: duty.team })}
                    onClick={() => void put('remove_rota', { id: duty.id })}
                  >
                    {duty.team} ✕
                  </Button>
                ))}
              {week !== start && (
                <Button
                  aria-label={m.field_rota_add_to({ date: day(start) })}
                  onClick={() => {
                    setWeek(start);
                    setTeam('');
                  }}
                >
                  {m.field_rota_add()}
                </Button>
              )}
            </span>
            {week === start && (
              <form
                className="field-rota-form"
                onSubmit={(event) => {
                  event.preventDefault();
                  void add();
                }}
              >
                <TextField
                  label={m.field_rota_team()}
                  hint={m.field_rota_team_hint()}
                  maxLength={120}
                  value={team}
                  onChange={(value) => setTeam(value.replace(/[<>]/g, ''))}
                />
                <Button type="submit" tone="primary" disabled={isRunning || team.trim() === ''}>
                  {m.field_write()}
                </Button>
                <Button onClick={() => setWeek(null)}>{m.field_back()}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
