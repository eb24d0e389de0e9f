import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useChoices } from './choices.ts';
import { CloseForm } from './close-form.tsx';
import { ConclusionForm } from './conclusion-form.tsx';
import { faultWords } from './fault-words.ts';
import { type Conclusion, type ConclusionDraft, closeConclusion } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** Conclusions with who does them by when; those who keep meetings correct and close them. */
export function ConclusionList({
  person,
  communeId,
  conclusions,
  mayKeep,
  empty,
}: {
  person: string;
  communeId: string;
  conclusions: readonly Conclusion[];
  mayKeep: boolean;
  empty: string;
}) {
  const { hamlets, organizations } = useChoices(person, communeId);
  const names = new Map([...hamlets, ...organizations].map(({ id, name }) => [id, name]));
  const [draft, setDraft] = useState<ConclusionDraft | null>(null);
  const [closing, setClosing] = useState<Conclusion | null>(null);
  const { error, run } = useMeetingAct();
  const words = error === null ? null : faultWords(error);
  if (conclusions.length === 0) return <p className="room-table-quiet">{empty}</p>;
  return (
    <>
      <ul className="conclusion-list">
        {conclusions.map((one) => (
          <li key={one.id} data-state={one.state}>
            <div>
              <p>{one.text}</p>
              <p className="conclusion-list-who">
                {[
                  one.meeting_held_on && m.meetings_of_day({ date: day(one.meeting_held_on) }),
                  one.hamlet_id && (names.get(one.hamlet_id) ?? m.meetings_hamlet_gone()),
                  one.organization_id && names.get(one.organization_id),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {one.closing_note && <p className="conclusion-list-who">{one.closing_note}</p>}
            </div>
            <Due conclusion={one} />
            {mayKeep && (
              <span className="meeting-acts">
                {one.state === 'open' ? (
                  <>
                    <Button onClick={() => setClosing(one)}>{m.meetings_close()}</Button>
                    <Button onClick={() => setDraft(one)}>{m.members_edit()}</Button>
                  </>
                ) : (
                  <Button onClick={() => void run(() => closeConclusion(one, null, null))}>
                    {m.meetings_open_again()}
                  </Button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      {draft && (
        <Dialog
          title={m.meetings_conclusion_edit()}
          closeLabel={m.members_close()}
          onClose={() => setDraft(null)}
        >
          <ConclusionForm
            person={person}
            communeId={communeId}
            draft={draft}
            onDraft={setDraft}
            onDone={() => setDraft(null)}
          />
        </Dialog>
      )}
      {closing && (
        <Dialog title={m.meetings_close()} closeLabel={m.members_close()} onClose={() => setClosing(null)}>
          <CloseForm conclusion={closing} onDone={() => setClosing(null)} />
        </Dialog>
      )}
    </>
  );
}

function Due({ conclusion: { state, done_on, due_on } }: { conclusion: Conclusion }) {
  if (state === 'done') return <Badge tone="met">✓ {m.meetings_done_on({ date: day(done_on ?? '') })}</Badge>;
  if (due_on === null) return <span className="conclusion-list-who">{m.meetings_no_due()}</span>;
  const isLate = due_on < today();
  return (
    <span className={isLate ? 'conclusion-list-late' : 'conclusion-list-who'}>
      {isLate ? `! ${m.meetings_overdue({ date: day(due_on) })}` : m.meetings_due_on({ date: day(due_on) })}
    </span>
  );
}
