import { type FormEvent, useRef, useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { signIn } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { TextField } from '../../ui/field.tsx';
import { phone } from '../../ui/format.ts';
import { isPhone } from '../../ui/is-phone.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { faultWords, isAboutCode } from './fault-words.ts';
import { type CodeHolder, type NewPerson, redeem } from './server.ts';

const NOBODY: NewPerson = { display_name: '', sign_in: '' };

/** Says for whom the code is, takes a password, and signs in. */
export function PasswordForm({
  titleId,
  code,
  holder,
  commune,
  onDone,
  onSignIn,
}: {
  titleId: string;
  code: string;
  holder: CodeHolder;
  /** The commune's name with what it is: "Xã Nghi Dương". */
  commune: string;
  onDone: () => void;
  onSignIn: () => void;
}) {
  const isPolice = holder.purpose === 'first_police';
  // Of the first police member; the password is kept nowhere.
  const [kept, keepPerson] = useKeptDraft<NewPerson>('first-police');
  const person = kept ?? NOBODY;
  const [password, setPassword] = useState('');
  // As on the sign-in page: at first only on a phone, which has one owner.
  const [stay, setStay] = useState(isPhone);
  const [tooShort, setTooShort] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const busy = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  const words = fault === null ? null : faultWords(fault);
  const errorOf = (field: string) => (words?.field === field ? words.title : null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isShort = [...password].length < 10;
    setTooShort(isShort);
    if (isShort) return form.current?.querySelector<HTMLInputElement>('[name="password"]')?.focus();
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setFault(null);
    try {
      const address = await redeem(code, password, isPolice ? person : null);
      keepPerson(null);
      await signIn(address, password, stay);
      onDone();
    } catch (error) {
      setFault(error);
    } finally {
      busy.current = false;
      setRunning(false);
    }
  };

  return (
    <>
      <h1 id={titleId}>
        {holder.display_name === null ? m.code_police_title() : m.code_hello({ name: holder.display_name })}
      </h1>
      <p className="door-lead">{isPolice ? m.code_police_lead({ commune }) : m.code_lead({ commune })}</p>
      {holder.sign_in !== null && (
        <p className="door-lead">
          {m.code_sign_in_with()} <strong>{phone(holder.sign_in)}</strong>
        </p>
      )}
      <form ref={form} className="door-form" noValidate onSubmit={submit}>
        {isPolice && (
          <>
            <TextField
              label={m.members_name()}
              autoComplete="name"
              value={person.display_name}
              onChange={(display_name) => keepPerson({ ...person, display_name })}
              error={errorOf('display_name')}
            />
            <TextField
              label={m.session_sign_in_name()}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              value={person.sign_in}
              onChange={(sign_in) => keepPerson({ ...person, sign_in })}
              error={errorOf('sign_in')}
            />
          </>
        )}
        {/* A password manager keeps the password under this name. */}
        {holder.sign_in !== null && (
          <input type="text" name="username" autoComplete="username" value={holder.sign_in} readOnly hidden />
        )}
        <PasswordField
          name="password"
          label={m.code_new_password()}
          hint={m.set_up_password_hint()}
          showLabel={m.session_show_password()}
          hideLabel={m.session_hide_password()}
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
          error={tooShort ? m.set_up_password_short() : errorOf('password')}
        />
        {/* Police are asked each time, whatever they tick; the first of them is not even offered it. */}
        {!isPolice && (
          <CheckField
            label={isPhone() ? m.session_stay_phone() : m.session_stay_computer()}
            hint={`${stay ? m.session_stays() : m.session_ends()} ${m.session_police_ends()}`}
            checked={stay}
            onChange={setStay}
          />
        )}
        {words && words.field === undefined && (
          <Notice
            tone="error"
            title={words.title}
            action={isAboutCode(fault) && <Button onClick={onSignIn}>{m.code_to_sign_in()}</Button>}
          >
            {words.advice}
          </Notice>
        )}
        <Button tone="primary" type="submit" className="door-act" aria-disabled={isRunning}>
          {isRunning ? m.code_running() : m.code_set()}
        </Button>
      </form>
    </>
  );
}
