import type { Membership } from '../../data/session.ts';

export type Role = Membership['role'];
export type Act = 'edit' | 'reset' | 'activate' | 'deactivate';

/** A member as `list_members` answers; what the reader may do with it stands in `acts`. */
export type Member = {
  id: string;
  display_name: string;
  /** Phone number or e-mail address. */
  sign_in: string;
  role: Role;
  organization_id: string | null;
  hamlet_id: string | null;
  active: boolean;
  version: number;
  /** When a password was first set; null while only invited. */
  joined_at: string | null;
  last_sign_in_at: string | null;
  /** Until when the latest code can be used; null when there is none. */
  code_expires_at: string | null;
  is_own: boolean;
  acts: Act[];
};

/** What the form holds. `version` is the one that is edited, null for somebody new. */
export type MemberDraft = Pick<
  Member,
  'id' | 'display_name' | 'sign_in' | 'organization_id' | 'hamlet_id'
> & { role: Role | ''; version: number | null };

/** The fields of the form, in its order. */
export const FIELDS = ['display_name', 'sign_in', 'role', 'organization_id', 'hamlet_id'] as const;
export type Field = (typeof FIELDS)[number];

/** A new member's form; police add police alone. */
export function emptyDraft(id: string, byPolice: boolean): MemberDraft {
  return {
    id,
    display_name: '',
    sign_in: '',
    role: byPolice ? 'police' : '',
    organization_id: null,
    hamlet_id: null,
    version: null,
  };
}

/** The form of somebody who is there. */
export function draftOf(member: Member): MemberDraft {
  const { id, display_name, sign_in, role, organization_id, hamlet_id, version } = member;
  return { id, display_name, sign_in, role, organization_id, hamlet_id, version };
}

/** The fields in which two versions differ. */
export function differing(mine: MemberDraft, theirs: MemberDraft): Field[] {
  return FIELDS.filter((field) => (mine[field] ?? '') !== (theirs[field] ?? ''));
}

/** Theirs, but mine in the fields that were chosen: what is sent once more, on their version. */
export function merged(mine: MemberDraft, theirs: MemberDraft, chosen: ReadonlySet<Field>): MemberDraft {
  const picked = Object.fromEntries([...chosen].map((field) => [field, mine[field]]));
  return { ...theirs, ...picked };
}
