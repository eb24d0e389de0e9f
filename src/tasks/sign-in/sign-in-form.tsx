import { type FormEvent, useRef, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { isPhone } from '../../ui/is-phone.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { faultWords } from './fault-words.ts';
import type { Attempt } from './use-sign-in.ts';

/** Phone number or e-mail address, and password. Whatever goes wrong, what was typed stays. */
export function SignInForm({ attempt }: { attempt: Attempt }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password' | null>(null);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const first = email.trim() === '' ? 'email' : password === '' ? 'password' : null;
    setMissing(first);
    if (first === 'email') return emailField.current?.focus();
    if (first === 'password') return passwordField.current?.focus();
    if (!(await attempt.start(email, password))) passwordField.current?.focus();
  };

  return (
    <form className="door-form" noValidate onSubmit={submit}>
      <TextField
        ref={emailField}
        label={m.session_sign_in_name()}
        inputMode="email"
        name="email"
        autoComplete="username"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        // A phone's keyboard would cover half the page before anybody has read it.
        autoFocus={!isPhone()}
        value={email}
        onChange={setEmail}
        error={missing === 'email' ? m.session_sign_in_name_missing() : null}
      />
      <PasswordField
        ref={passwordField}
        label={m.session_password()}
        showLabel={m.session_show_password()}
        hideLabel={m.session_hide_password()}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={missing === 'password' ? m.session_password_missing() : null}
      />
      <CheckField
        label={isPhone() ? m.session_stay_phone() : m.session_stay_computer()}
        hint={`${attempt.stay ? m.session_stays() : m.session_ends()} ${m.session_police_ends()}`}
        checked={attempt.stay}
        onChange={attempt.setStay}
      />
      {attempt.fault && (
        <Notice tone="error" title={faultWords(attempt.fault).title}>
          {faultWords(attempt.fault).advice}
        </Notice>
      )}
      <Button tone="primary" type="submit" className="door-act" aria-disabled={attempt.running !== null}>
        {attempt.running === null ? m.session_sign_in() : m.session_signing_in()}
      </Button>
    </form>
  );
}
