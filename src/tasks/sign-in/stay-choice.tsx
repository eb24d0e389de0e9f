import { useId } from 'react';
import { m } from '../../messages/generated/messages.js';
import { isPhone } from './is-phone.ts';
import type { Attempt } from './use-sign-in.ts';

/** Whether to stay signed in on this device, and what each choice means; police have none. */
export function StayChoice({ attempt: { stay, setStay } }: { attempt: Attempt }) {
  const id = useId();
  const phone = isPhone();
  return (
    <div className="sign-in-stay">
      <label className="sign-in-stay-choice">
        <input
          type="checkbox"
          checked={stay}
          aria-describedby={id}
          onChange={(event) => setStay(event.target.checked)}
        />
        {phone ? m.session_stay_phone() : m.session_stay_computer()}
      </label>
      <p id={id} className="sign-in-aside">
        {stay ? m.session_stays() : m.session_ends()} {m.session_police_ends()}
      </p>
    </div>
  );
}
