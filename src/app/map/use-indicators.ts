import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Indicator, queryIndicators } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { useOrganizations } from '../commune/communes.ts';
import type { Place } from './use-map-page.ts';

/** An organization and what it answers for. */
export type Owner = { name: string; indicators: readonly Indicator[] };

/** Every indicator by who answers for it, in the plan's order; null until they are here. Asked only when `wanted`. */
export function useIndicators({ person, commune }: Place, wanted: boolean): readonly Owner[] | null {
  const { data: indicators } = useQuery({ ...queryIndicators(person), enabled: wanted });
  const { data: organizations } = useOrganizations(person, commune.id);
  return useMemo(() => {
    if (!indicators || !organizations) return null;
    const names = new Map(organizations.map(({ code, name }) => [code, name]));
    const owners = new Map<string, Indicator[]>();
    for (const indicator of indicators) {
      const name = names.get(indicator.owner) ?? m.indicators_other_owner();
      owners.set(name, [...(owners.get(name) ?? []), indicator]);
    }
    return [...owners].map(([name, of]) => ({ name, indicators: of }));
  }, [indicators, organizations]);
}
