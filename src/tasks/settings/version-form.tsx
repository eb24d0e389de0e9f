import { type FormEvent, useId, useRef, useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CriteriaField } from './criteria-field.tsx';
import { type Draft, versionOf } from './draft.ts';
import { fieldProblems } from './field-problems.ts';
import { type Definition, saveVersion, type Version } from './server.ts';
import { choiceText, nameOf, valueText } from './words.tsx';

/** Writes a new version of a setting. What was written stays until it is stored or put away. */
export function VersionForm({
  definition,
  communeId,
  draft,
  onDraft,
  onSaved,
  onCancel,
}: {
  definition: Definition;
  communeId: string;
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSaved: () => Promise<void>;
  onCancel: () => void;
}) {
  const [error, setError] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const isSent = useRef(false);
  const titleId = useId();
  const problems = fieldProblems(error);
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    // The second press of an impatient finger comes before the screen has changed.
    if (isSent.current) return;
    isSent.current = true;
    setSaving(true);
    try {
      await saveVersion(versionOf(definition, draft), communeId);
      await onSaved();
    } catch (fault) {
      setError(fault);
      setSaving(false);
    }
    isSent.current = false;
  };
  return (
    <form
      className="settings-form"
      aria-labelledby={titleId}
      onSubmit={(event) => void save(event)}
      noValidate
    >
      <h3 id={titleId}>{m.settings_form_title({ name: nameOf(definition.key).title })}</h3>
      <ValueFields definition={definition} draft={draft} problems={problems} onChange={change} />
      <div className="field">
        <span className="field-label">{m.settings_form_from()}</span>
        <DayField
          framed
          label={m.settings_form_from()}
          pickLabel={m.settings_form_pick_day()}
          wrongText={m.settings_wrong_date()}
          value={draft.validFrom}
          onChange={(validFrom) => change({ validFrom })}
        />
        <div className="field-words">
          {problems.has('valid_from') && <p className="field-error">{problems.get('valid_from')}</p>}
          <p className="field-hint">{m.settings_form_from_hint()}</p>
        </div>
      </div>
      <TextField
        label={m.settings_form_basis()}
        value={draft.legalBasis}
        maxLength={300}
        error={problems.get('legal_basis') ?? null}
        onChange={(legalBasis) => change({ legalBasis })}
      />
      <CheckField
        label={m.settings_form_is_confirmed()}
        checked={draft.confirmed}
        onChange={(confirmed) => change({ confirmed })}
      />
      {error !== null && <FormFault error={error} definition={definition} />}
      <div className="settings-acts">
        <Button type="submit" tone="primary" disabled={isSaving}>
          {isSaving ? m.settings_form_saving() : m.settings_form_save()}
        </Button>
        <Button onClick={onCancel}>{m.settings_form_cancel()}</Button>
      </div>
    </form>
  );
}

function ValueFields({
  definition,
  draft,
  problems,
  onChange,
}: {
  definition: Definition;
  draft: Draft;
  problems: ReadonlyMap<string, string>;
  onChange: (part: Partial<Draft>) => void;
}) {
  const field = (name: 'count' | 'due' | 'overdue', label: string, problem: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      className="settings-number"
      maxLength={6}
      value={draft[name]}
      error={problems.get(problem) ?? null}
      onChange={(text) => onChange({ [name]: text })}
    />
  );
  switch (definition.kind) {
    case 'criteria':
      return (
        <CriteriaField
          criteria={draft.criteria}
          problems={problems}
          onChange={(criteria) => onChange({ criteria })}
        />
      );
    case 'count':
      return field(
        'count',
        definition.key === 'model_roads_per_hamlet' ? m.settings_form_count() : m.settings_form_number(),
        'value',
      );
    case 'choice':
      return (
        <SelectField
          label={m.settings_form_choice()}
          value={draft.choice}
          error={problems.get('value') ?? null}
          onChange={(choice) => onChange({ choice })}
        >
          {(definition.choices ?? []).map((choice) => (
            <option key={choice} value={choice}>
              {choiceText(definition.key, choice)}
            </option>
          ))}
        </SelectField>
      );
    case 'due_days':
      return (
        <>
          {field('due', m.settings_form_due(), 'due')}
          {field('overdue', m.settings_form_overdue(), 'overdue')}
        </>
      );
  }
}

function FormFault({ error, definition }: { error: unknown; definition: Definition }) {
  const hint = error instanceof Fault ? error.hint : null;
  if (hint === 'fields_with_errors') return <Notice tone="error" title={m.settings_fault_fields()} />;
  if (hint === 'day_taken' && error instanceof Fault && error.details !== null) {
    const other = error.details as Version;
    return (
      <Notice tone="error" title={m.settings_fault_day_taken()}>
        {m.settings_fault_day_taken_text({ value: valueText(definition, other.value) })}
      </Notice>
    );
  }
  return (
    <Notice tone="error" title={m.settings_fault()}>
      {m.settings_fault_text()}
    </Notice>
  );
}
