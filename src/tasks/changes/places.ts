import type { Geometry } from 'geojson';
import type { PreviewFeature } from '../../map/preview.ts';
import { m } from '../../messages/generated/messages.js';
import type { Change } from './server.ts';
import { subjectText } from './words.ts';

/**
 * What of some changes can be seen on a map: a place that moved stands there twice, as it was and as it is;
 * a row without a place not at all. `row` is the number of the change, from 1.
 */
export function placesOf(changes: readonly Change[]): PreviewFeature[] {
  return changes.flatMap(({ table_name, before, after, fields, subject }, index): PreviewFeature[] => {
    // The commune is the map's own outline, and its neighbours lie outside of it.
    if (table_name === 'communes' || table_name === 'neighbours') return [];
    const row = index + 1;
    const was = geometryOf(before);
    const is = geometryOf(after);
    const name = subject === null ? '' : subjectText(subject);
    if (was && is && !fields?.includes('geom')) return [{ row, name, tone: 'plain', geometry: is }];
    return [
      ...(was ? [{ row, name: m.changes_map_before(), tone: 'wrong' as const, geometry: was }] : []),
      ...(is
        ? [{ row, name: was ? m.changes_map_after() : name, tone: 'plain' as const, geometry: is }]
        : []),
    ];
  });
}

function geometryOf(content: Change['before']): Geometry | null {
  const geometry = content?.geom;
  return typeof geometry === 'object' && geometry !== null ? (geometry as Geometry) : null;
}
