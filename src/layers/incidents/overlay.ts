import type { Polygon } from 'geojson';
import { callAllLogged } from '../../data/read-all.ts';
import { m } from '../../messages/generated/messages.js';
import type { Overlay, OverlayDrawing } from '../layer.ts';
import { incidentClass, tally } from './cells.ts';
import type { IncidentCell, IncidentRow } from './row.ts';

const OPEN = [107, 28, 60, 255] as const;

/** Cells never shift, so the ground of a commune is asked for once; what is counted comes from the rows. */
const grounds = new Map<string, Promise<ReadonlyMap<number, Polygon>>>();

async function fetchGround(communeId: string, asOf: string): Promise<ReadonlyMap<number, Polygon>> {
  const cells = await callAllLogged<IncidentCell>(
    'incident_cells',
    { from_month: asOf, to_month: asOf, commune_id: communeId },
    'cell_id',
  );
  return new Map(cells.map(({ cell_id, geometry }) => [cell_id, geometry]));
}

function groundOf(communeId: string, asOf: string): Promise<ReadonlyMap<number, Polygon>> {
  const known = grounds.get(communeId);
  if (known) return known;
  const asked = fetchGround(communeId, asOf);
  grounds.set(communeId, asked);
  asked.then(
    // Nothing came: not police just now. Whoever signs in next asks again.
    (cells) => cells.size === 0 && grounds.delete(communeId),
    () => grounds.delete(communeId),
  );
  return asked;
}

function draw(rows: readonly IncidentRow[], ground: ReadonlyMap<number, Polygon>): OverlayDrawing {
  return {
    areas: [...tally(rows)].flatMap(([cell, count]) => {
      const geometry = ground.get(cell);
      const shade = incidentClass(count);
      return geometry && shade
        ? [{ geometry, color: shade.color, label: m.map_incident_cell({ count }) }]
        : [];
    }),
    points: rows.map(({ id, geometry, state }) => ({
      id,
      geometry,
      color: OPEN,
      hollow: state === 'resolved',
      label: state === 'open' ? m.map_incident_open() : m.map_incident_resolved(),
    })),
    pointsFromZoom: 14,
  };
}

export const overlay: Overlay<IncidentRow> = {
  draw: async (rows, facts) => draw(rows, await groundOf(facts.communeId, facts.asOf)),
};
