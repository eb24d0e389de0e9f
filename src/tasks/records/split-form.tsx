import './record-form.css';
import { useQueryClient } from '@tanstack/react-query';
import type { Geometry } from 'geojson';
import { type FormEvent, useRef, useState } from 'react';
import { call } from '../../data/call.ts';
import { dropDraft, useDraft } from '../../data/draft.ts';
import { Fault } from '../../data/fault.ts';
import { idsAfter, newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { SidePanel } from '../../panel/side-panel.tsx';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, TextField } from '../../ui/field.tsx';
import { hectares } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { CutAct, Problem } from './act.ts';
import { faultWords } from './fault-words.ts';
import { LeavingNotice } from './leaving-notice.tsx';
import { usePlaceEditing } from './place-editing.ts';
import { PlaceSection } from './place-section.tsx';
import { problemWords } from './problem-words.ts';
import type { RecordFormProps } from './record-form.tsx';
import { useCut } from './use-cut.ts';
import { fieldProblems } from './use-record-form.ts';

/** What has been entered of a split: the ids of its parts follow from the first, so that it is stored once. */
type SplitDraft = {
  firstId: string;
  line: Geometry | null;
  names: readonly string[];
  day: string | null;
  version: number | null;
};

type SplitAnswer = { hamlets: { id: string }[]; repairs?: Problem[]; warnings?: Problem[] };

const DIRECTIONS = [
  m.records_north,
  m.records_north_east,
  m.records_east,
  m.records_south_east,
  m.records_south,
  m.records_south_west,
  m.records_west,
  m.records_north_west,
];

/** Where a part lies, in words. */
function direction(bearing: number | null): string {
  return bearing === null ? '' : (DIRECTIONS[Math.round(bearing / 45) % 8]?.() ?? '');
}

/** Splits a hamlet: a line is drawn across it, each part gets its name, the old one ends on the day. */
export function SplitForm(props: RecordFormProps<CutAct>) {
  const { act, layer, row, person, facts } = props;
  const name = `record:${person}:split:${row?.id}`;
  const [draft, change] = useDraft<SplitDraft>(name, () => ({
    firstId: newId(),
    line: null,
    names: [],
    day: facts.asOf,
    version: act.version(row),
  }));
  const editing = usePlaceEditing({
    asked: 'line',
    geometry: draft.line,
    snapTo: props.snapTo,
    onChange: (line) => change({ line }),
    onEditing: props.onEditing,
  });
  const cut = useCut(row?.geometry ?? null, draft.line);
  const queries = useQueryClient();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isSending, setSending] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const sending = useRef(false);
  if (!row) return null;

  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (sending.current || !cut.parts) return;
    sending.current = true;
    setSending(true);
    setProblems([]);
    setFault(null);
    const ids = idsAfter(draft.firstId, cut.parts.length);
    try {
      const answer = await call<SplitAnswer>('split_hamlet' as never, {
        id: row.id,
        parts: cut.parts.map(({ geometry }, index) => ({
          id: ids[index],
          name: draft.names[index] ?? '',
          former_commune: row.former_commune ?? null,
          geometry,
        })),
        on_date: draft.day,
        edited_version: draft.version,
      });
      dropDraft(name);
      props.onDone({ ...answer, ...(answer.hamlets[0] ? { id: answer.hamlets[0].id } : {}) });
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'incidents' });
    } catch (error) {
      const known = error instanceof Fault ? error : new Fault('unexpected', String(error));
      const wrong = fieldProblems(known);
      if (wrong) setProblems(wrong);
      else setFault(known);
    } finally {
      sending.current = false;
      setSending(false);
    }
  };
  const isTouched = draft.line !== null || draft.names.some((text) => text !== '');
  const close = () => (isTouched ? setLeaving(true) : props.onClose());
  const problemOf = (field: string, part: number | null) => {
    const found = problems.find((one) => one.field === field && (one.row ?? null) === part);
    return found ? problemWords(found, 'area') : null;
  };
  const whole = problems.filter(({ field }) => field !== 'name' && field !== 'on_date');
  const wrongLine = cut.fault?.kind === 'bad-input' ? cut.fault.message : null;
  return (
    <SidePanel
      title={act.title()}
      kind={layer.nameOf(row, facts)}
      closeLabel={m.records_close()}
      takesFocus
      onClose={close}
    >
      <form className="record-form" noValidate onSubmit={(event) => void send(event)} aria-busy={isSending}>
        <p className="record-form-note">{m.records_split_note()}</p>
        {editing && (
          <PlaceSection asked="line" editing={editing} error={wrongLine} onShowMap={props.onShowMap} />
        )}
        {cut.parts?.map((part, index) => (
          <TextField
            // Parts have no name yet: where they lie tells them apart.
            key={`${part.bearing} ${part.area_m2}`}
            label={m.records_part({ number: index + 1 })}
            hint={m.records_part_where({ where: direction(part.bearing), area: hectares(part.area_m2) })}
            error={problemOf('name', index + 1)}
            value={draft.names[index] ?? ''}
            autoComplete="off"
            onChange={(text) =>
              change({
                names: (cut.parts ?? []).map((_, other) =>
                  other === index ? text : (draft.names[other] ?? ''),
                ),
              })
            }
          />
        ))}
        <FieldGroup label={m.records_split_on()} error={problemOf('on_date', null)}>
          <DayField
            framed
            label={m.records_split_on()}
            pickLabel={m.panel_pick_day()}
            wrongText={m.panel_wrong_day()}
            value={draft.day}
            onChange={(day) => change({ day })}
          />
        </FieldGroup>
        {whole.map((problem) => (
          <Notice key={`${problem.field} ${problem.code}`} tone="error">
            {problemWords(problem, 'area')}
          </Notice>
        ))}
        {[fault, cut.fault?.kind === 'bad-input' ? null : cut.fault].map(
          (one) =>
            one && (
              <Notice key={one.kind} tone="error" title={faultWords(one).title}>
                {faultWords(one).advice}
              </Notice>
            ),
        )}
        <div className="record-form-foot">
          {isLeaving ? (
            <LeavingNotice
              onStay={() => setLeaving(false)}
              onKeep={props.onClose}
              onForget={() => {
                dropDraft(name);
                props.onClose();
              }}
            />
          ) : (
            <div className="record-form-acts">
              <Button tone="primary" type="submit" disabled={isSending || !cut.parts}>
                {isSending ? m.records_sending() : act.submit()}
              </Button>
              <Button onClick={close}>{m.records_cancel()}</Button>
            </div>
          )}
        </div>
      </form>
    </SidePanel>
  );
}
