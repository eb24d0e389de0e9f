import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { instant, phone } from '../../ui/format.ts';
import type { Member } from './member.ts';
import { roleWords, stateWords } from './words.ts';

/** Everybody who is shown, one a row; on a phone one a card. */
export function MemberTable({
  members,
  nameOf,
  onEdit,
  onCode,
}: {
  members: readonly Member[];
  /** Name of an organization or a hamlet by its id. */
  nameOf: (id: string | null) => string | null;
  onEdit: (member: Member) => void;
  onCode: (member: Member) => void;
}) {
  return (
    <table className="room-table">
      <thead>
        <tr>
          <th scope="col">{m.members_name()}</th>
          <th scope="col">{m.members_sign_in_with()}</th>
          <th scope="col">{m.shell_role()}</th>
          <th scope="col">{m.members_belongs_to()}</th>
          <th scope="col">{m.members_last_sign_in()}</th>
          <th scope="col">{m.members_state()}</th>
          <th scope="col">
            <span className="visually-hidden">{m.members_acts()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {members.map((member) => (
          <tr key={member.id} className={member.active ? undefined : 'member-off'}>
            <td className="room-table-name">
              <span>
                {member.display_name} {member.is_own && <Badge>{m.members_you()}</Badge>}
              </span>
            </td>
            <td data-label={m.members_sign_in_with()}>
              <span className="member-sign-in">{phone(member.sign_in)}</span>
            </td>
            <td data-label={m.shell_role()}>{roleWords[member.role]()}</td>
            <td data-label={m.members_belongs_to()}>
              {[nameOf(member.organization_id), nameOf(member.hamlet_id)].filter(Boolean).join(', ') || '–'}
            </td>
            <td data-label={m.members_last_sign_in()}>
              {member.last_sign_in_at === null ? (
                <span className="room-table-quiet">{m.members_never()}</span>
              ) : (
                instant(member.last_sign_in_at)
              )}
            </td>
            <td data-label={m.members_state()}>
              <span>
                <Badge tone={member.active && member.joined_at !== null ? 'met' : 'plain'}>
                  {stateWords(member)}
                </Badge>
                {member.code_expires_at !== null && (
                  <small className="member-code-until">
                    {m.members_code_until({ time: instant(member.code_expires_at) })}
                  </small>
                )}
              </span>
            </td>
            <td>
              <span className="room-table-acts">
                {member.acts.includes('reset') && (
                  <Button
                    aria-label={m.members_make_code_for({ name: member.display_name })}
                    onClick={() => onCode(member)}
                  >
                    {m.members_make_code()}
                  </Button>
                )}
                {member.acts.length > 0 && (
                  <Button
                    aria-label={m.members_edit_of({ name: member.display_name })}
                    onClick={() => onEdit(member)}
                  >
                    {m.members_edit()}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
