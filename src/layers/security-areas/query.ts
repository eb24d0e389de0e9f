import { callAll, readAll } from '../../data/read-all.ts';
import type { LayerQuery, Scope } from '../layer.ts';
import type { SecurityAreaRow, YearResult } from './row.ts';

/** Every self-managed area of the commune at the end of the day, each with all its years until then. */
export function query({ person, communeId, asOf }: Scope): LayerQuery<SecurityAreaRow> {
  return {
    queryKey: [person, 'security-areas', communeId, asOf],
    queryFn: async () => {
      const [areas, results] = await Promise.all([
        callAll<Omit<SecurityAreaRow, 'years'>>('security_areas_at', { as_of: asOf, commune_id: communeId }),
        readAll<YearResult>('security_area_results', communeId),
      ]);
      const years = new Map<string, YearResult[]>(areas.map(({ id }) => [id, []]));
      for (const result of results.toSorted((one, other) => other.year - one.year))
        if (result.assessed_on <= asOf) years.get(result.security_area_id)?.push(result);
      return areas.map((area) => ({ ...area, years: years.get(area.id) ?? [] }));
    },
  };
}
