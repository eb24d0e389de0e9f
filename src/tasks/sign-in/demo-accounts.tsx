import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import type { Attempt } from './use-sign-in.ts';

/** Of the sample commune only; the password is known to everybody, and meant to be. */
const PASSWORD = 'demo-xa-hanh-phuc';

const ACCOUNTS: readonly { email: string; role: () => string; sees: () => string }[] = [
  { email: 'leader@demo.vn', role: m.session_demo_leader, sees: m.session_demo_leader_sees },
  { email: 'officer@demo.vn', role: m.session_demo_officer, sees: m.session_demo_officer_sees },
  { email: 'veterans@demo.vn', role: m.session_demo_veterans, sees: m.session_demo_association_sees },
  { email: 'women@demo.vn', role: m.session_demo_women, sees: m.session_demo_association_sees },
  { email: 'youth@demo.vn', role: m.session_demo_youth, sees: m.session_demo_association_sees },
  { email: 'farmers@demo.vn', role: m.session_demo_farmers, sees: m.session_demo_association_sees },
  { email: 'hamlet@demo.vn', role: m.session_demo_hamlet, sees: m.session_demo_hamlet_sees },
  { email: 'police@demo.vn', role: m.session_demo_police, sees: m.session_demo_police_sees },
  { email: 'admin@demo.vn', role: m.session_demo_admin, sees: m.session_demo_admin_sees },
];

/** One-tap sign-in to the sample commune, by role. */
export function DemoAccounts({ attempt }: { attempt: Attempt }) {
  return (
    <section className="door-sheet sign-in-demo" aria-labelledby="sign-in-demo-title">
      <div className="sign-in-demo-head">
        <h2 id="sign-in-demo-title">{m.session_demo_title()}</h2>
        <Badge tone="sample">{m.session_demo_badge()}</Badge>
      </div>
      <p className="door-lead">{m.session_demo_lead()}</p>
      <ul className="sign-in-demo-list">
        {ACCOUNTS.map(({ email, role, sees }) => (
          <li key={email}>
            <button
              type="button"
              className="sign-in-demo-account"
              aria-disabled={attempt.running !== null}
              onClick={() => void attempt.start(email, PASSWORD)}
            >
              <span className="sign-in-demo-role">{role()}</span>
              <span className="sign-in-demo-sees">
                {attempt.running === email ? m.session_signing_in() : sees()}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
