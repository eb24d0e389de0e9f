import { type FormEvent, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { fieldProblems } from './field-problems.ts';
import { confirmVersion } from './server.ts';

/** Says that a version was checked, and against what. */
export function ConfirmForm({
  id,
  basis,
  onBasis,
  onSaved,
  onCancel,
}: {
  /** Of the version. */
  id: string;
  basis: string;
  onBasis: (basis: string) => void;
  onSaved: () => Promise<void>;
  onCancel: () => void;
}) {
  const [error, setError] = useState<unknown>(null);
  const problem = fieldProblems(error).get('legal_basis') ?? null;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await confirmVersion(id, basis);
      await onSaved();
    } catch (fault) {
      setError(fault);
    }
  };
  return (
    <form className="settings-form" onSubmit={(event) => void save(event)} noValidate>
      <p>{m.settings_confirm_lead()}</p>
      <TextField
        label={m.settings_form_basis()}
        value={basis}
        maxLength={300}
        error={problem}
        onChange={onBasis}
      />
      {error !== null && problem === null && (
        <Notice tone="error" title={m.settings_fault()}>
          {m.settings_fault_text()}
        </Notice>
      )}
      <div className="settings-acts">
        <Button type="submit" tone="primary">
          {m.settings_confirm_save()}
        </Button>
        <Button onClick={onCancel}>{m.settings_form_cancel()}</Button>
      </div>
    </form>
  );
}
