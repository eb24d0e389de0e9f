import { m } from '../../messages/generated/messages.js';
import type { Overlay, OverlayDrawing } from '../layer.ts';
import { incidentClass, tally } from './cells.ts';
import { cellsOf } from './cells-query.ts';
import { outlinesOf } from './outlines.ts';
import { period } from './period.ts';
import type { IncidentCell, IncidentRow } from './row.ts';
import { onBrush, wantedIn } from './time-brush/brush.ts';
import { momentsOf } from './time-brush/moments.ts';
import { heatOf, verdictText } from './words-of-cells.ts';

const OPEN = [107, 28, 60, 255] as const;

/** Cannot be seen and can be pointed at: of a cell without incidents there may be something to say. */
const CLEAR = [255, 255, 255, 1] as const;

function draw(rows: readonly IncidentRow[], cells: readonly IncidentCell[], asOf: string): OverlayDrawing {
  const { from } = period(asOf);
  const counts = tally(rows);
  return {
    areas: cells.flatMap((cell) => {
      const count = counts.get(cell.cell_id) ?? 0;
      const shade = incidentClass(count);
      if (!shade && heatOf(cell) === null) return [];
      const label = [m.map_incident_cell({ count }), verdictText(cell)].filter(Boolean).join(' · ');
      return [{ geometry: cell.geometry, color: shade?.color ?? CLEAR, label }];
    }),
    outlines: outlinesOf(cells),
    points: rows.map(({ id, geometry, state }) => ({
      id,
      geometry,
      color: OPEN,
      hollow: state === 'resolved',
      label: state === 'open' ? m.map_incident_open() : m.map_incident_resolved(),
    })),
    pointsFromZoom: 14,
    sift: { values: momentsOf(rows, from), wanted: () => wantedIn(from), onChange: onBrush },
  };
}

export const overlay: Overlay<IncidentRow> = {
  draw: async (rows, facts) => draw(rows, await cellsOf(facts.communeId, facts.asOf), facts.asOf),
};
