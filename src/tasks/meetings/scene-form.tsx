import type { FormEvent, ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { faultWords, fieldProblems } from './fault-words.ts';
import { type SceneDraft, saveScene } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** What a scene is called, what is noted to it, and the day whose figures it keeps. */
export function SceneForm({
  draft,
  children,
  onDraft,
  onDone,
}: {
  draft: SceneDraft;
  /** Stands above: into which meeting. */
  children?: ReactNode;
  onDraft: (draft: SceneDraft) => void;
  onDone: () => void;
}) {
  const { isRunning, error, run } = useMeetingAct();
  const wrong = fieldProblems(error);
  const words = error === null ? null : faultWords(error);
  const save = async (freezeAgain: boolean) => {
    if (await run(() => saveScene(draft, freezeAgain))) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(false);
  };
  return (
    <form className="meeting-form" noValidate onSubmit={submit}>
      {children}
      <TextField
        label={m.meetings_scene_title()}
        hint={m.meetings_scene_title_hint()}
        maxLength={120}
        autoComplete="off"
        data-first
        value={draft.title}
        onChange={(title) => onDraft({ ...draft, title })}
        error={wrong.get('title') ?? null}
      />
      <TextArea
        label={m.meetings_scene_note()}
        maxLength={600}
        value={draft.note ?? ''}
        onChange={(note) => onDraft({ ...draft, note })}
        error={wrong.get('note') ?? null}
      />
      <FieldGroup
        label={m.meetings_frozen_day()}
        hint={m.meetings_frozen_hint()}
        error={wrong.get('frozen_on') ?? null}
      >
        <DayField
          framed
          label={m.meetings_frozen_day()}
          pickLabel={m.meetings_pick_day()}
          wrongText={m.meetings_wrong_day()}
          value={draft.frozen_on}
          onChange={(frozen_on) => onDraft({ ...draft, frozen_on })}
        />
      </FieldGroup>
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      <span className="meeting-acts">
        <Button tone="primary" type="submit" aria-disabled={isRunning}>
          {isRunning
            ? m.members_saving()
            : draft.version === null
              ? m.meetings_scene_add()
              : m.meetings_save()}
        </Button>
        {draft.version !== null && (
          <Button aria-disabled={isRunning} onClick={() => void save(true)}>
            {m.meetings_freeze_again()}
          </Button>
        )}
      </span>
    </form>
  );
}
