import { type FormEvent, useRef, useState } from 'react';
import { dropDraft, useDraft } from '../../data/draft.ts';
import { signIn, signOut } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { accountErrors } from './account-errors.ts';
import { FaultNotice } from './fault-notice.tsx';
import { Page } from './page.tsx';
import { makeFirstAdministrator } from './server.ts';
import { stepsOf } from './steps.ts';

/** The first account, made with the code that only the server's window shows. */
export function AccountStep({ onMade }: { onMade: () => void }) {
  // Neither code nor passwords are kept anywhere.
  const [draft, change] = useDraft('account', () => ({ email: '' }));
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const [running, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const form = useRef<HTMLFormElement>(null);
  const errors = accountErrors({ code, email: draft.email, password, repeated });
  const said = tried ? errors : {};

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [first] = Object.keys(errors);
    if (first) return form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus();
    if (running) return;
    setRunning(true);
    setFault(null);
    try {
      await signOut();
      await makeFirstAdministrator(code, draft.email, password);
      dropDraft('account');
      await signIn(draft.email, password);
      onMade();
    } catch (error) {
      setFault(error);
    } finally {
      setRunning(false);
    }
  };

  return (
    <Page steps={stepsOf('account')} title={m.set_up_account_title()} lead={m.set_up_account_lead()}>
      <form ref={form} className="set-up-form" noValidate onSubmit={submit}>
        <TextField
          name="code"
          label={m.set_up_code()}
          hint={m.set_up_code_hint()}
          error={said.code ?? null}
          className="set-up-code"
          autoComplete="one-time-code"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          placeholder="ABCD-EFGH-JKMN-PQRS"
          value={code}
          onChange={setCode}
        />
        <TextField
          name="email"
          type="email"
          label={m.session_email()}
          hint={m.set_up_email_hint()}
          error={said.email ?? null}
          autoComplete="username"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={draft.email}
          onChange={(email) => change({ email })}
        />
        <PasswordField
          name="password"
          label={m.session_password()}
          hint={m.set_up_password_hint()}
          error={said.password ?? null}
          showLabel={m.session_show_password()}
          hideLabel={m.session_hide_password()}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <PasswordField
          name="repeated"
          label={m.set_up_password_again()}
          error={said.repeated ?? null}
          showLabel={m.session_show_password()}
          hideLabel={m.session_hide_password()}
          autoComplete="new-password"
          value={repeated}
          onChange={setRepeated}
        />
        {fault !== null && <FaultNotice error={fault} />}
        <Button tone="primary" type="submit" className="set-up-act" aria-disabled={running}>
          {running ? m.set_up_account_making() : m.set_up_account_make()}
        </Button>
      </form>
    </Page>
  );
}
