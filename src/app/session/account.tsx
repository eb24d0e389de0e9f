import './account-menu.css';
import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import type { Path } from '../../view/use-view.ts';
import { mayKeep } from '../people/may-keep.ts';
import { roleText } from './role-words.ts';
import { leave } from './session-end.ts';

/** Who may load rows (the policies say the same, and decide). */
const MAY_ADD: ReadonlySet<Membership['role']> = new Set(['administrator', 'front_officer']);

/** Who reads something in the change log. */
const READS_LOG: ReadonlySet<Membership['role']> = new Set([
  'administrator',
  'front_officer',
  'leader',
  'police',
]);

/** Who is signed in, and the way out; for a visitor the way in. Somebody may be signed in who is no member here. */
export function Account({
  isSignedIn,
  membership,
  names,
  onSignIn,
  onGo,
}: {
  isSignedIn: boolean;
  membership: Membership | null;
  names: ReadonlyMap<string, string>;
  onSignIn: () => void;
  onGo: (path: Path) => void;
}) {
  if (!isSignedIn) {
    return (
      <Button tone="primary" onClick={onSignIn}>
        {m.shell_sign_in()}
      </Button>
    );
  }
  const role = membership ? roleText(membership, names) : m.shell_no_member();
  return (
    <>
      <Button tone="primary" className="account-button" popoverTarget="account-menu" title={role}>
        <span>{role}</span>
      </Button>
      <div id="account-menu" className="account-menu" popover="auto">
        {membership ? (
          <dl>
            <div>
              <dt>{m.shell_signed_in_as()}</dt>
              <dd>{membership.display_name}</dd>
            </div>
            <div>
              <dt>{m.shell_role()}</dt>
              <dd>{role}</dd>
            </div>
          </dl>
        ) : (
          <p className="account-menu-text">{m.shell_no_member_text()}</p>
        )}
        <div className="account-menu-actions">
          {membership && MAY_ADD.has(membership.role) && (
            <Button onClick={() => onGo('/thiet-lap')}>{m.shell_add_data()}</Button>
          )}
          {mayKeep('members', membership) && (
            <Button onClick={() => onGo('/thanh-vien')}>{m.members_title()}</Button>
          )}
          {mayKeep('organizations', membership) && (
            <Button onClick={() => onGo('/to-chuc')}>{m.organizations_title()}</Button>
          )}
          {membership && <Button onClick={() => onGo('/quy-dinh')}>{m.shell_settings()}</Button>}
          {membership && READS_LOG.has(membership.role) && (
            <Button onClick={() => onGo('/nhat-ky')}>{m.shell_changes()}</Button>
          )}
          <Button onClick={() => void leave()}>{m.shell_sign_out()}</Button>
        </div>
      </div>
    </>
  );
}
