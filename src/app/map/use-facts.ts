import { useMemo } from 'react';
import { hamletNames } from '../../layers/hamlets/names.ts';
import type { HamletRow } from '../../layers/hamlets/row.ts';
import type { Facts, Role } from '../../layers/layer.ts';
import { type Commune, useCriteriaVersions, useOrganizations } from '../commune/communes.ts';
import { criteriaOn } from '../commune/criteria-on.ts';

/** What layers must know beside their rows; the same object for as long as nothing in it changes. */
export function useFacts(known: {
  person: string;
  commune: Commune;
  role: Role | null;
  asOf: string;
  hamlets: readonly HamletRow[] | null;
}): Facts {
  const { person, commune, role, asOf, hamlets } = known;
  const { data: organizations } = useOrganizations(person, commune.id);
  const { data: versions } = useCriteriaVersions(person, commune.id);
  return useMemo(() => {
    const names = hamletNames(hamlets ?? []);
    for (const { id, name } of organizations ?? []) names.set(id, name);
    const criteria = criteriaOn(versions ?? [], asOf);
    return {
      communeId: commune.id,
      communeName: commune.name,
      asOf,
      criteria: criteria?.value ?? [],
      criteriaConfirmed: criteria?.confirmed ?? true,
      names,
      role,
    };
  }, [commune, role, asOf, hamlets, organizations, versions]);
}
