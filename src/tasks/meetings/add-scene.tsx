import './meetings.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { queryIndicators, queryTotals } from '../../data/progress.ts';
import type { Bounds } from '../../geo/bounds.ts';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/field.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useView } from '../../view/use-view.ts';
import { measured } from './figure-words.ts';
import { MeetingForm } from './meeting-form.tsx';
import { SceneForm } from './scene-form.tsx';
import { viewText } from './scene-view.ts';
import { type MeetingDraft, type SceneDraft, useMeetings } from './server.ts';

/** Takes what the map shows into a meeting, with the figures of a day. */
export default function AddScene({
  person,
  communeId,
  layers,
  ground,
  onMeeting,
}: {
  person: string;
  communeId: string;
  /** Ids of the layers that are shown and may be shown to a hall. */
  layers: readonly string[];
  /** The ground that is in sight now; null while there is no map. */
  ground: () => Bounds | null;
  /** Goes to the meeting that the scene was added to. */
  onMeeting: (meetingId: string) => void;
}) {
  const [view] = useView();
  const [draft, keepDraft] = useKeptDraft<SceneDraft>(`scene:${person}`);
  const [added, setAdded] = useState<string | null>(null);
  const begin = () => {
    const bounds = ground();
    if (!bounds) return;
    setAdded(null);
    keepDraft({
      id: newId(),
      meeting_id: '',
      title: '',
      note: null,
      view: viewText(view, layers),
      indicator: view.indicator,
      bounds,
      frozen_on: view.asOf ?? today(),
      version: null,
    });
  };
  return (
    <>
      <Button className="add-scene" onClick={begin}>
        {m.meetings_add_scene()}
      </Button>
      {draft && (
        <Dialog title={m.meetings_add_scene()} closeLabel={m.members_close()} onClose={() => keepDraft(null)}>
          <IntoMeeting
            person={person}
            communeId={communeId}
            draft={draft}
            onDraft={keepDraft}
            onDone={(meetingId) => {
              keepDraft(null);
              setAdded(meetingId);
            }}
          />
        </Dialog>
      )}
      {added && (
        <div className="scene-added">
          <Notice
            tone="done"
            title={m.meetings_scene_added()}
            action={
              <>
                <Button onClick={() => onMeeting(added)}>{m.meetings_to_meeting()}</Button>
                <Button tone="quiet" onClick={() => setAdded(null)}>
                  {m.members_close()}
                </Button>
              </>
            }
          />
        </div>
      )}
    </>
  );
}

function IntoMeeting({
  person,
  communeId,
  draft,
  onDraft,
  onDone,
}: {
  person: string;
  communeId: string;
  draft: SceneDraft;
  onDraft: (draft: SceneDraft) => void;
  onDone: (meetingId: string) => void;
}) {
  const meetings = useMeetings(person, communeId);
  const planned = (meetings.data ?? []).filter(({ state }) => state === 'planned');
  const [meeting, setMeeting] = useState<MeetingDraft>(() => ({
    id: newId(),
    title: '',
    held_on: today(),
    state: 'planned',
    version: null,
  }));
  if (!meetings.data) return <p>{m.meetings_coming()}</p>;
  // A scene needs a meeting: where none is planned, that one is made first.
  if (planned.length === 0) {
    return (
      <>
        <p>{m.meetings_none_planned()}</p>
        <MeetingForm
          communeId={communeId}
          draft={meeting}
          onDraft={setMeeting}
          onDone={({ id }) => onDraft({ ...draft, meeting_id: id })}
        />
      </>
    );
  }
  const chosen = planned.find(({ id }) => id === draft.meeting_id) ?? planned[0];
  const meetingId = chosen?.id ?? '';
  return (
    <SceneForm draft={{ ...draft, meeting_id: meetingId }} onDraft={onDraft} onDone={() => onDone(meetingId)}>
      <SelectField
        label={m.meetings_into()}
        value={meetingId}
        onChange={(id) => onDraft({ ...draft, meeting_id: id })}
      >
        {planned.map(({ id, title, held_on }) => (
          <option key={id} value={id}>
            {day(held_on)} · {title}
          </option>
        ))}
      </SelectField>
      <Figures person={person} communeId={communeId} draft={draft} />
    </SceneForm>
  );
}

/** The figures that the scene will keep, to be seen before they are kept. */
function Figures({ person, communeId, draft }: { person: string; communeId: string; draft: SceneDraft }) {
  const asOf = draft.frozen_on ?? today();
  const { data: indicators } = useQuery(queryIndicators(person));
  const { data: totals } = useQuery(queryTotals({ person, communeId, asOf }));
  const indicator = indicators?.find(({ code }) => code === draft.indicator);
  const total = totals?.find((one) => one.indicator === draft.indicator);
  if (!indicator || !total) return null;
  return (
    <p className="scene-figures">
      <strong>
        {total.hamlets_met}/{measured(total)}
      </strong>{' '}
      {m.meetings_hamlets_met()} · {nameOf(indicator)} ·{' '}
      {m.meetings_whole({ value: valueText(total.value, unitOfTotal(indicator)) })}
    </p>
  );
}
