import { useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { callAll, readAll } from '../../data/read-all.ts';
import { hamletNames } from '../../layers/hamlets/names.ts';
import type { HamletRow } from '../../layers/hamlets/row.ts';
import { byName } from '../../ui/format.ts';
import type { Member, MemberDraft } from './member.ts';

/** A code that was just made: only now is it to be read. */
export type FreshCode = { code: string; expires_at: string };

/** Somebody's try to do with members what he may not. */
export type RefusedAttempt = {
  id: number;
  attempted_at: string;
  attempted_by_name: string;
  act: 'add' | 'edit' | 'reset' | 'activate' | 'deactivate';
  reason: 'police_only' | 'administrators_only' | 'own_role';
  member_id: string | null;
};

/** One of a list, by id. */
export type Choice = { id: string; name: string; retired: boolean };

/** Members and refused attempts whom the person may see. */
export function useMembers(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'members', communeId],
    queryFn: async () => {
      const [members, attempts] = await Promise.all([
        callAll<Member>('list_members', { commune_id: communeId }),
        readAll<RefusedAttempt>('refused_attempts', communeId),
      ]);
      return {
        members: members.toSorted(
          (one, other) =>
            Number(other.active) - Number(one.active) || byName(one.display_name, other.display_name),
        ),
        attempts: attempts.toReversed(),
      };
    },
  });
}

/** Organizations and hamlets of the commune, to choose from and to name. */
export function usePlaces(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'members', communeId, 'places'],
    queryFn: async () => {
      const [organizations, hamlets] = await Promise.all([
        readAll<{ id: string; name: string; retired_on: string | null }>('organizations', communeId),
        readAll<HamletRow>('hamlets', communeId),
      ]);
      const sorted = (choices: Choice[]) => choices.toSorted((one, other) => byName(one.name, other.name));
      return {
        organizations: sorted(
          organizations.map(({ id, name, retired_on }) => ({ id, name, retired: retired_on !== null })),
        ),
        hamlets: sorted([...hamletNames(hamlets)].map(([id, name]) => ({ id, name, retired: false }))),
      };
    },
  });
}

/**
 * Adds somebody, or changes the version that was seen. Fault hints: display_name_invalid, sign_in_invalid,
 * sign_in_taken, role_missing, organization_missing, hamlet_missing, stale, last_administrator, account_shared,
 * police_only, administrators_only, own_role.
 */
export const saveMember = ({ version, ...member }: MemberDraft, communeId: string) =>
  call<MemberDraft & { active: boolean }>('save_member', { member, version, commune_id: communeId });

/** Fault hints: member_switched_off, account_shared, police_only, administrators_only. */
export const makeCode = (memberId: string) => call<FreshCode>('make_member_code', { member_id: memberId });

/** Switches an account off, or on again. Fault hints: stale, last_administrator, police_only. */
export const setActive = ({ id, version }: Member, active: boolean) =>
  call<unknown>('set_member_active', { member_id: id, active, version });
