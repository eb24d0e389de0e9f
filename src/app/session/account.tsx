import './account-menu.css';
import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Path } from '../../view/use-view.ts';
import { mayEnter } from '../rooms/may-enter.ts';
import { LeaveButton } from './leaving.tsx';
import { roleText } from './role-words.ts';

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
  const rooms = roomsFor(membership);
  const role = membership ? roleText(membership, names) : m.shell_no_member();
  return (
    <>
      <Button tone="primary" className="account-button" popoverTarget="account-menu" title={role}>
        <Icon name="person" />
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
        {rooms.length > 0 && (
          <nav className="account-menu-rooms" aria-label={m.shell_rooms()}>
            {rooms.map(({ path, name }) => (
              <Button key={path} tone="quiet" onClick={() => onGo(path)}>
                {name}
              </Button>
            ))}
          </nav>
        )}
        <LeaveButton />
      </div>
    </>
  );
}

/** The rooms that somebody is offered, in the order of how often they are gone to. */
function roomsFor(membership: Membership | null): readonly { path: Path; name: string }[] {
  if (!membership) return [];
  const rooms: readonly { path: Path; name: string; isOpen: boolean }[] = [
    { path: '/viec-cua-toi', name: m.field_title(), isOpen: mayEnter('field', membership) },
    { path: '/bang-diem', name: m.scorecard_title(), isOpen: true },
    { path: '/khu-tu-quan', name: m.layers_security_areas(), isOpen: true },
    { path: '/muc-tieu', name: m.targets_title(), isOpen: true },
    { path: '/so-lieu', name: m.reports_title(), isOpen: mayEnter('reports', membership) },
    { path: '/cong-bo', name: m.publishing_title(), isOpen: mayEnter('publishing', membership) },
    { path: '/cuoc-hop', name: m.meetings_title(), isOpen: true },
    { path: '/thiet-lap', name: m.shell_add_data(), isOpen: mayEnter('data', membership) },
    { path: '/thanh-vien', name: m.members_title(), isOpen: mayEnter('members', membership) },
    { path: '/to-chuc', name: m.organizations_title(), isOpen: mayEnter('organizations', membership) },
    { path: '/quy-dinh', name: m.shell_settings(), isOpen: true },
    { path: '/sao-luu', name: m.backup_title(), isOpen: mayEnter('backup', membership) },
    { path: '/nhat-ky', name: m.shell_changes(), isOpen: mayEnter('changes', membership) },
  ];
  return rooms.filter(({ isOpen }) => isOpen);
}
