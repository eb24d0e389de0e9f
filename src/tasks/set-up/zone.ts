import { searchable } from '../../layers/filter.ts';

/** A VN-2000 projection, as `public.coordinate_systems` has it. */
export type Zone = { code: string; name: string; central_meridian: number; zone_width: number; proj: string };

/** Provinces whose own meridian is not the nearest one. */
const OF_PROVINCES: Readonly<Record<string, string>> = { 'hai phong': 'EPSG:9210' };

/**
 * The zone that a commune's surveyors likely use: its province's own where that is known, else the 3-degree zone
 * whose meridian is nearest to `longitude`. A proposal only: a person confirms it.
 */
export function proposeZone(zones: readonly Zone[], province: string, longitude: number | null): string {
  const known = Object.entries(OF_PROVINCES).find(([name]) => searchable(province).includes(name))?.[1];
  if (known && zones.some(({ code }) => code === known)) return known;
  if (longitude === null) return '';
  const distance = (zone: Zone) => Math.abs(zone.central_meridian - longitude);
  const [nearest] = zones
    .filter((zone) => zone.zone_width === 3)
    .toSorted((a, b) => distance(a) - distance(b));
  return nearest?.code ?? '';
}
