import { type FormEvent, useId } from 'react';
import { Fault } from '../../data/fault.ts';
import type { Indicator } from '../../data/progress.ts';
import type { TargetVersion } from '../../data/target-versions.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { saveTarget } from './server.ts';
import { type Draft, sentOf } from './versions.ts';
import { saidProblems, targetText, unitOf } from './words.ts';

const SCOPES: readonly (readonly [TargetVersion['scope'], () => string])[] = [
  ['hamlets', m.targets_scope_hamlets],
  ['commune', m.targets_scope_commune],
  ['hamlet', m.targets_scope_hamlet],
];

/** Writes a version of a target, or corrects one. What was filled in stays until it is stored or put away. */
export function TargetForm({
  indicator,
  communeId,
  hamlets,
  draft,
  onDraft,
  onSaved,
  onCancel,
}: {
  indicator: Indicator;
  communeId: string;
  hamlets: readonly { id: string; name: string }[];
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onSaved: () => Promise<void>;
  onCancel: () => void;
}) {
  const { error, isRunning, run } = useAct();
  const titleId = useId();
  const problems = saidProblems(error, indicator);
  const change = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const isNew = draft.version === null;
  const unit = unitOf(indicator, draft.scope);
  const name = indicator.name[getLocale()];
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      await saveTarget(sentOf(draft), draft.version, communeId);
      await onSaved();
    });
  };
  return (
    <form className="targets-form" aria-labelledby={titleId} noValidate onSubmit={save}>
      <h3 id={titleId}>{isNew ? m.targets_form_new({ name }) : m.targets_form_edit({ name })}</h3>
      {isNew && (
        <SelectField
          label={m.targets_scope()}
          value={draft.scope}
          error={problems.get('scope') ?? null}
          onChange={(scope) => change({ scope: scope as TargetVersion['scope'] })}
        >
          {SCOPES.map(([scope, text]) => (
            <option key={scope} value={scope}>
              {text()}
            </option>
          ))}
        </SelectField>
      )}
      {isNew && draft.scope === 'hamlet' && (
        <SelectField
          label={m.targets_hamlet()}
          value={draft.hamletId}
          error={problems.get('hamlet_id') ?? null}
          onChange={(hamletId) => change({ hamletId })}
        >
          <option value="">{m.targets_hamlet_choose()}</option>
          {hamlets.map((hamlet) => (
            <option key={hamlet.id} value={hamlet.id}>
              {hamlet.name}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        label={unit === '' ? m.targets_value_yes() : m.targets_value_in({ unit })}
        inputMode="decimal"
        maxLength={10}
        className="targets-number"
        value={draft.value}
        error={problems.get('value') ?? null}
        onChange={(value) => change({ value })}
      />
      <Day
        label={m.targets_from()}
        value={draft.validFrom}
        error={problems.get('valid_from')}
        onChange={(validFrom) => change({ validFrom })}
      />
      <Day
        label={m.targets_to()}
        hint={m.targets_to_hint()}
        value={draft.validTo}
        error={problems.get('valid_to')}
        onChange={(validTo) => change({ validTo })}
      />
      <TextField
        label={m.targets_basis()}
        maxLength={300}
        value={draft.legalBasis}
        error={problems.get('legal_basis') ?? null}
        onChange={(legalBasis) => change({ legalBasis })}
      />
      <CheckField
        label={m.targets_is_confirmed()}
        checked={draft.confirmed}
        onChange={(confirmed) => change({ confirmed })}
      />
      {error instanceof Fault && problems.size === 0 && (
        <Notice tone="error" title={m.targets_not_saved()}>
          {error.hint === 'stale' ? staleText(error, indicator) : faultText(error)}
        </Notice>
      )}
      <div className="targets-acts">
        <Button type="submit" tone="primary" disabled={isRunning}>
          {isRunning ? m.targets_saving() : m.targets_save()}
        </Button>
        <Button onClick={onCancel}>{m.targets_cancel()}</Button>
      </div>
    </form>
  );
}

function Day({
  label,
  hint,
  value,
  error,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string | null;
  error: string | undefined;
  onChange: (day: string | null) => void;
}) {
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <DayField
        framed
        label={label}
        pickLabel={m.targets_pick()}
        wrongText={m.targets_wrong_day()}
        value={value}
        onChange={onChange}
      />
      <div className="field-words">
        {error && <p className="field-error">{error}</p>}
        {hint && <p className="field-hint">{hint}</p>}
      </div>
    </div>
  );
}

function staleText({ details }: Fault, indicator: Indicator): string {
  const { theirs } = details as { theirs: TargetVersion };
  return m.targets_stale({ value: targetText(theirs, indicator), date: day(theirs.valid_from) });
}

function faultText({ kind, message }: Fault): string {
  return kind === 'unreachable' || kind === 'unexpected' ? m.targets_kept() : message;
}
