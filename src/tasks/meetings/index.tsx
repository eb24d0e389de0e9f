import '../../ui/room-table.css';
import './meetings.css';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { useView } from '../../view/use-view.ts';
import { ConclusionList } from './conclusion-list.tsx';
import { faultWords } from './fault-words.ts';
import { MeetingList } from './meeting-list.tsx';
import { MeetingPanel } from './meeting-panel.tsx';
import { useConclusions, useMeetings } from './server.ts';

/** Meetings: which there are, and of one its opening, its scenes, its conclusions. */
export default function MeetingsPage({
  person,
  communeId,
  mayKeep,
  onPresent,
  onMap,
}: {
  person: string;
  communeId: string;
  mayKeep: boolean;
  onPresent: () => void;
  onMap: () => void;
}) {
  const [view, change] = useView();
  const meetings = useMeetings(person, communeId, mayKeep);
  const conclusions = useConclusions(person, communeId);
  const failed = conclusions.data ? meetings : conclusions;
  if (failed.isError && !failed.data) {
    const { title, advice } = faultWords(failed.error);
    return (
      <Notice
        tone="error"
        title={title}
        action={<Button onClick={() => void failed.refetch()}>{m.faults_retry()}</Button>}
      >
        {advice}
      </Notice>
    );
  }
  if (!conclusions.data || (mayKeep && !meetings.data)) return <RoomSkeleton />;
  const choices = { person, communeId };
  if (!mayKeep) {
    return (
      <section className="meeting-part">
        <h2>{m.meetings_yours()}</h2>
        <ConclusionList
          {...choices}
          conclusions={conclusions.data}
          mayKeep={false}
          empty={m.meetings_yours_none()}
        />
      </section>
    );
  }
  const all = meetings.data ?? [];
  const meeting = all.find(({ id }) => id === view.scene?.meeting) ?? all[0] ?? null;
  return (
    <div className="meetings">
      <MeetingList
        {...choices}
        meetings={all}
        chosen={meeting?.id ?? null}
        onChoose={(id) => change({ scene: { meeting: id, position: 1 } })}
      />
      {meeting && (
        <MeetingPanel
          key={meeting.id}
          {...choices}
          meeting={meeting}
          before={all.find(({ held_on, id }) => held_on < meeting.held_on && id !== meeting.id) ?? null}
          conclusions={conclusions.data}
          onPresent={(position) => {
            change({ scene: { meeting: meeting.id, position } });
            onPresent();
          }}
          onMap={(shown) => {
            change({ ...shown, scene: null });
            onMap();
          }}
        />
      )}
    </div>
  );
}
