import { type FormEvent, useRef } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { Acting } from '../../ui/use-act.ts';
import { FaultNotice } from './fault-notice.tsx';
import type { MemberDraft, Role } from './member.ts';
import type { Choice } from './server.ts';
import { faultWords, ROLES, roleWords } from './words.ts';

/** Who somebody is. What the server finds wrong stands at its field; whatever happens, what was typed stays. */
export function MemberForm({
  draft,
  isPolice,
  isOwn,
  organizations,
  hamlets,
  acting,
  onChange,
  onSave,
}: {
  draft: MemberDraft;
  /** Police add and edit police, the others all others. */
  isPolice: boolean;
  /** Nobody changes his own role. */
  isOwn: boolean;
  organizations: readonly Choice[];
  hamlets: readonly Choice[];
  acting: Acting;
  onChange: (draft: MemberDraft) => void;
  onSave: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const words = acting.error === null ? null : faultWords(acting.error);
  const errorOf = (field: string) => (words?.field === field ? words.title : null);
  const isNew = draft.version === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form ref={form} className="member-form" noValidate onSubmit={submit}>
      <TextField
        label={m.members_name()}
        autoComplete="off"
        maxLength={120}
        autoFocus
        value={draft.display_name}
        onChange={(display_name) => onChange({ ...draft, display_name })}
        error={errorOf('display_name')}
      />
      <TextField
        label={m.session_sign_in_name()}
        hint={m.members_sign_in_hint()}
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={draft.sign_in}
        onChange={(sign_in) => onChange({ ...draft, sign_in })}
        error={errorOf('sign_in')}
      />
      <SelectField
        label={m.shell_role()}
        value={draft.role}
        disabled={isPolice || isOwn}
        hint={isOwn ? m.members_own_role_hint() : undefined}
        onChange={(role) => onChange({ ...draft, role: role as Role })}
        error={errorOf('role')}
      >
        {draft.role === '' && <option value="">{m.members_choose()}</option>}
        {ROLES.filter((role) => isPolice === (role === 'police')).map((role) => (
          <option key={role} value={role}>
            {roleWords[role]()}
          </option>
        ))}
      </SelectField>
      <ChoiceField
        label={draft.role === 'association' ? m.members_organization() : m.members_organization_optional()}
        value={draft.organization_id}
        choices={organizations}
        error={errorOf('organization_id')}
        onChange={(organization_id) => onChange({ ...draft, organization_id })}
      />
      {(draft.role === 'hamlet_committee' || draft.hamlet_id !== null) && (
        <ChoiceField
          label={m.members_hamlet()}
          value={draft.hamlet_id}
          choices={hamlets}
          error={errorOf('hamlet_id')}
          onChange={(hamlet_id) => onChange({ ...draft, hamlet_id })}
        />
      )}
      {acting.error !== null && <FaultNotice error={acting.error} />}
      <Button tone="primary" type="submit" className="member-form-act" aria-disabled={acting.isRunning}>
        {acting.isRunning ? m.members_saving() : isNew ? m.members_add_and_code() : m.members_save()}
      </Button>
    </form>
  );
}

function ChoiceField({
  value,
  choices,
  onChange,
  ...words
}: {
  label: string;
  value: string | null;
  choices: readonly Choice[];
  error: string | null;
  onChange: (value: string | null) => void;
}) {
  return (
    <SelectField value={value ?? ''} onChange={(id) => onChange(id === '' ? null : id)} {...words}>
      <option value="">{m.members_choose()}</option>
      {choices
        .filter(({ id, retired }) => !retired || id === value)
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}
