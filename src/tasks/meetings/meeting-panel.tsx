import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { View } from '../../view/view.ts';
import { ConclusionForm } from './conclusion-form.tsx';
import { ConclusionList } from './conclusion-list.tsx';
import { faultWords } from './fault-words.ts';
import { MeetingForm } from './meeting-form.tsx';
import { Opening } from './opening.tsx';
import { SceneList } from './scene-list.tsx';
import {
  type Conclusion,
  type ConclusionDraft,
  type Meeting,
  type MeetingDraft,
  saveMeeting,
} from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** One meeting in the order in which it goes: what is open from before, what is shown, what is concluded. */
export function MeetingPanel({
  person,
  communeId,
  meeting,
  before,
  conclusions,
  onPresent,
  onMap,
}: {
  person: string;
  communeId: string;
  meeting: Meeting;
  /** The meeting before this one; null for the first. */
  before: Meeting | null;
  /** Of all meetings. */
  conclusions: readonly Conclusion[];
  onPresent: (position: number) => void;
  onMap: (view: Partial<View>) => void;
}) {
  const [draft, keepDraft] = useKeptDraft<MeetingDraft>(`meeting-change:${person}:${meeting.id}`);
  const [conclusion, keepConclusion] = useKeptDraft<ConclusionDraft>(`conclusion:${person}:${meeting.id}`);
  const { isRunning, error, run } = useMeetingAct();
  const own = conclusions.filter(({ meeting_id }) => meeting_id === meeting.id);
  const isHeld = meeting.state === 'held';
  const words = error === null ? null : faultWords(error);
  return (
    <section className="meeting" aria-label={meeting.title}>
      <header className="meeting-head">
        <div>
          <h2>{meeting.title}</h2>
          <p>
            {day(meeting.held_on)} · {isHeld ? m.meetings_held() : m.meetings_planned()}
          </p>
        </div>
        <div className="meeting-acts">
          <Button tone="primary" disabled={meeting.scenes === 0} onClick={() => onPresent(1)}>
            {m.meetings_present()}
          </Button>
          <Button onClick={() => keepDraft(meeting)}>{m.members_edit()}</Button>
          <Button
            aria-disabled={isRunning}
            onClick={() =>
              void run(() => saveMeeting({ ...meeting, state: isHeld ? 'planned' : 'held' }, communeId))
            }
          >
            {isHeld ? m.meetings_reopen() : m.meetings_end()}
          </Button>
        </div>
      </header>
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      {before && (
        <Opening
          person={person}
          communeId={communeId}
          meeting={meeting}
          before={before}
          conclusions={conclusions}
          onMap={onMap}
        />
      )}
      <section className="meeting-part">
        <h3>{m.meetings_scenes()}</h3>
        <SceneList person={person} meeting={meeting} onPresent={onPresent} onMap={onMap} />
      </section>
      <section className="meeting-part">
        <div className="meeting-part-head">
          <h3>{m.meetings_conclusions()}</h3>
          <Button
            onClick={() =>
              keepConclusion({
                id: newId(),
                meeting_id: meeting.id,
                scene_id: null,
                text: '',
                hamlet_id: null,
                organization_id: null,
                due_on: null,
                version: null,
              })
            }
          >
            {m.meetings_conclusion_new()}
          </Button>
        </div>
        <ConclusionList
          person={person}
          communeId={communeId}
          conclusions={own}
          mayKeep
          empty={m.meetings_conclusions_none()}
        />
      </section>
      {draft && (
        <Dialog title={m.meetings_edit()} closeLabel={m.members_close()} onClose={() => keepDraft(null)}>
          <MeetingForm
            communeId={communeId}
            draft={draft}
            onDraft={keepDraft}
            onDone={() => keepDraft(null)}
          />
        </Dialog>
      )}
      {conclusion && (
        <Dialog
          title={m.meetings_conclusion_new()}
          closeLabel={m.members_close()}
          onClose={() => keepConclusion(null)}
        >
          <ConclusionForm
            person={person}
            communeId={communeId}
            draft={conclusion}
            onDraft={keepConclusion}
            onDone={() => keepConclusion(null)}
          />
        </Dialog>
      )}
    </section>
  );
}
