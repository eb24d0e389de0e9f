import type { FormEvent } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { faultWords, fieldProblems } from './fault-words.ts';
import { type Meeting, type MeetingDraft, saveMeeting } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** What a meeting is called and when it is held. */
export function MeetingForm({
  communeId,
  draft,
  onDraft,
  onDone,
}: {
  communeId: string;
  draft: MeetingDraft;
  onDraft: (draft: MeetingDraft) => void;
  onDone: (meeting: Meeting) => void;
}) {
  const { isRunning, error, run } = useMeetingAct();
  const wrong = fieldProblems(error);
  const words = error === null ? null : faultWords(error);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    let saved: Meeting | null = null;
    const isDone = await run(async () => {
      saved = await saveMeeting(draft, communeId);
    });
    if (isDone && saved) onDone(saved);
  };
  return (
    <form className="meeting-form" noValidate onSubmit={submit}>
      <TextField
        label={m.meetings_name()}
        hint={m.meetings_name_hint()}
        maxLength={120}
        autoComplete="off"
        data-first
        value={draft.title}
        onChange={(title) => onDraft({ ...draft, title })}
        error={wrong.get('title') ?? null}
      />
      <FieldGroup label={m.meetings_held_on()} error={wrong.get('held_on') ?? null}>
        <DayField
          framed
          label={m.meetings_held_on()}
          pickLabel={m.meetings_pick_day()}
          wrongText={m.meetings_wrong_day()}
          value={draft.held_on}
          onChange={(held_on) => onDraft({ ...draft, held_on })}
        />
      </FieldGroup>
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      <Button tone="primary" type="submit" aria-disabled={isRunning}>
        {isRunning ? m.members_saving() : m.meetings_save()}
      </Button>
    </form>
  );
}
