import { useQuery } from '@tanstack/react-query';
import { readAll } from '../../data/read-all.ts';
import { hamletNames } from '../../layers/hamlets/names.ts';
import { query as queryHamlets } from '../../layers/hamlets/query.ts';
import { today } from '../../ui/day.ts';
import { byName } from '../../ui/format.ts';

export type Choice = { id: string; name: string };

/** The hamlets of today and the organizations, as a conclusion names them; empty while they are on their way. */
export function useChoices(
  person: string,
  communeId: string,
): { hamlets: readonly Choice[]; organizations: readonly Choice[] } {
  const { data: hamlets } = useQuery(queryHamlets({ person, communeId, asOf: today() }));
  const { data: organizations } = useQuery({
    queryKey: [person, 'organizations', communeId],
    queryFn: () => readAll<Choice & { retired_on?: string | null }>('organizations', communeId),
  });
  const sorted = (choices: Choice[]) => choices.toSorted((one, other) => byName(one.name, other.name));
  return {
    hamlets: sorted([...hamletNames(hamlets ?? [])].map(([id, name]) => ({ id, name }))),
    organizations: sorted((organizations ?? []).filter(({ retired_on }) => !retired_on)),
  };
}
