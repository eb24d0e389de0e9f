import './redeem-code.css';
import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Door } from '../../ui/door.tsx';
import { Notice } from '../../ui/notice.tsx';
import { currentFragment } from '../../view/own-address.ts';
import { CodeForm } from './code-form.tsx';
import { faultWords } from './fault-words.ts';
import { PasswordForm } from './password-form.tsx';
import { useHolder } from './use-holder.ts';

/**
 * Where a one-time code leads: whoever has scanned it sees for whom it is, chooses a password, and is in. Without
 * a code in the address it is typed. `onDone`: signed in; `onSignIn`: to the ordinary sign-in.
 */
export default function RedeemCodePage({
  titleOf,
  onDone,
  onSignIn,
}: {
  /** A commune's name with what it is. */
  titleOf: (name: string) => string;
  onDone: () => void;
  onSignIn: () => void;
}) {
  const [{ code, tries }, setAttempt] = useState(() => ({ code: currentFragment(), tries: 0 }));
  const { holder, error, isPending } = useHolder(code, tries);
  return (
    <Door product={m.app_name()}>
      <section className="door-sheet" aria-labelledby="redeem-title">
        {holder ? (
          <PasswordForm
            titleId="redeem-title"
            code={code}
            holder={holder}
            commune={titleOf(holder.commune)}
            onDone={onDone}
            onSignIn={onSignIn}
          />
        ) : (
          <>
            <h1 id="redeem-title">{m.code_enter_title()}</h1>
            {isPending ? (
              <p className="door-lead" role="status">
                {m.code_checking()}
              </p>
            ) : (
              <>
                <p className="door-lead">{m.code_enter_lead()}</p>
                {error !== null && (
                  <Notice tone="error" title={faultWords(error).title}>
                    {faultWords(error).advice}
                  </Notice>
                )}
                <CodeForm code={code} onCode={(next) => setAttempt({ code: next, tries: tries + 1 })} />
                <Button tone="quiet" className="door-other" onClick={onSignIn}>
                  {m.code_to_sign_in()}
                </Button>
              </>
            )}
          </>
        )}
      </section>
    </Door>
  );
}
