import { type FormEvent, useEffect } from 'react';
import { isUnreachable } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, SelectField, TextArea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type Choice, useChoices } from './choices.ts';
import { faultWords, fieldProblems } from './fault-words.ts';
import { type ConclusionDraft, saveConclusion } from './server.ts';
import { useMeetingAct } from './use-meeting-act.ts';

/** What is concluded, where, by whom, by when. `onUnreachable` takes what no server took; without it that is a fault. */
export function ConclusionForm({
  person,
  communeId,
  draft,
  onDraft,
  onDone,
  onUnreachable,
}: {
  person: string;
  communeId: string;
  draft: ConclusionDraft;
  onDraft: (draft: ConclusionDraft) => void;
  onDone: () => void;
  onUnreachable?: (draft: ConclusionDraft) => void;
}) {
  const { hamlets, organizations } = useChoices(person, communeId);
  const { isRunning, error, run } = useMeetingAct();
  const wrong = fieldProblems(error);
  // Kept for later by whoever presents: the meeting goes on.
  useEffect(() => {
    if (onUnreachable && isUnreachable(error)) onUnreachable(draft);
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await run(() => saveConclusion(draft))) onDone();
  };
  const words = error === null || (onUnreachable && isUnreachable(error)) ? null : faultWords(error);
  const change = (part: Partial<ConclusionDraft>) => onDraft({ ...draft, ...part });
  return (
    <form className="meeting-form" noValidate onSubmit={submit}>
      <TextArea
        label={m.meetings_conclusion_text()}
        maxLength={600}
        data-first
        value={draft.text}
        onChange={(text) => change({ text })}
        error={wrong.get('text') ?? null}
      />
      <div className="meeting-form-pair">
        <Chooser
          label={m.meetings_hamlet()}
          none={m.meetings_whole_commune()}
          choices={hamlets}
          value={draft.hamlet_id}
          onChange={(hamlet_id) => change({ hamlet_id })}
          error={wrong.get('hamlet_id') ?? null}
        />
        <Chooser
          label={m.meetings_responsible()}
          none={m.meetings_nobody_yet()}
          choices={organizations}
          value={draft.organization_id}
          onChange={(organization_id) => change({ organization_id })}
          error={wrong.get('organization_id') ?? null}
        />
      </div>
      <FieldGroup label={m.meetings_due()} error={wrong.get('due_on') ?? null}>
        <DayField
          framed
          label={m.meetings_due()}
          pickLabel={m.meetings_pick_day()}
          wrongText={m.meetings_wrong_day()}
          value={draft.due_on}
          onChange={(due_on) => change({ due_on })}
        />
      </FieldGroup>
      {words && (
        <Notice tone="error" title={words.title}>
          {words.advice}
        </Notice>
      )}
      <Button tone="primary" type="submit" aria-disabled={isRunning}>
        {isRunning ? m.members_saving() : m.meetings_conclusion_save()}
      </Button>
    </form>
  );
}

function Chooser({
  label,
  none,
  choices,
  value,
  error,
  onChange,
}: {
  label: string;
  none: string;
  choices: readonly Choice[];
  value: string | null;
  error: string | null;
  onChange: (id: string | null) => void;
}) {
  return (
    <SelectField label={label} value={value ?? ''} error={error} onChange={(id) => onChange(id || null)}>
      <option value="">{none}</option>
      {choices.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
