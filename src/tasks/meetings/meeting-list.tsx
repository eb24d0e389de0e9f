import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { day } from '../../ui/format.ts';
import { MeetingForm } from './meeting-form.tsx';
import type { Meeting, MeetingDraft } from './server.ts';

/** The meetings, the latest first, and a new one. */
export function MeetingList({
  person,
  communeId,
  meetings,
  chosen,
  onChoose,
}: {
  person: string;
  communeId: string;
  meetings: readonly Meeting[];
  chosen: string | null;
  onChoose: (id: string) => void;
}) {
  const [draft, keepDraft] = useKeptDraft<MeetingDraft>(`meeting:${person}`);
  return (
    <nav className="meeting-list" aria-label={m.meetings_list()}>
      <Button
        tone="primary"
        onClick={() =>
          keepDraft({ id: newId(), title: '', held_on: today(), state: 'planned', version: null })
        }
      >
        {m.meetings_add()}
      </Button>
      {meetings.length === 0 && <p className="room-table-quiet">{m.meetings_none()}</p>}
      <ul>
        {meetings.map(({ id, title, held_on, state, scenes, open_conclusions }) => (
          <li key={id}>
            <button
              type="button"
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <span>
                {day(held_on)}
                {state === 'planned' && <Badge>{m.meetings_planned()}</Badge>}
              </span>
              <strong>{title}</strong>
              <span>{m.meetings_counts({ scenes, open: open_conclusions })}</span>
            </button>
          </li>
        ))}
      </ul>
      {draft && (
        <Dialog title={m.meetings_add()} closeLabel={m.members_close()} onClose={() => keepDraft(null)}>
          <MeetingForm
            communeId={communeId}
            draft={draft}
            onDraft={keepDraft}
            onDone={({ id }) => {
              keepDraft(null);
              onChoose(id);
            }}
          />
        </Dialog>
      )}
    </nav>
  );
}
