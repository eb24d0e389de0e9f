import { useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { callAll } from '../../data/read-all.ts';
import { byName } from '../../ui/format.ts';

/** An organization as `list_organizations` answers, with what names it. */
export type Organization = {
  id: string;
  code: string;
  name: string;
  /** YYYY-MM-DD, null while it is in use. */
  retired_on: string | null;
  version: number;
  model_roads: number;
  waste_points: number;
  cemeteries: number;
  members: number;
};

/** What the form holds; `version` is null for a new one. */
export type OrganizationDraft = { id: string; name: string; version: number | null };

/** The organizations of a commune, those in use first. */
export function useOrganizationList(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'organizations', communeId, 'list'],
    queryFn: async () => {
      const rows = await callAll<Organization>('list_organizations', { commune_id: communeId });
      return rows.toSorted(
        (one, other) =>
          Number(one.retired_on !== null) - Number(other.retired_on !== null) || byName(one.name, other.name),
      );
    },
  });
}

/** Adds or renames. Fault hints: name_invalid, name_taken, stale. */
export const saveOrganization = ({ id, name, version }: OrganizationDraft, communeId: string) =>
  call<Organization>('save_organization', { organization: { id, name }, version, commune_id: communeId });

/** Retires an organization as of today, or takes it up again. Fault hints: name_taken, stale. */
export const setRetired = ({ id, version }: Organization, retired: boolean) =>
  call<Organization>('set_organization_retired', { organization_id: id, retired, version });
