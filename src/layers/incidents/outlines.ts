import type { Polygon } from 'geojson';
import type { OverlayOutline } from '../layer.ts';
import type { IncidentCell } from './row.ts';
import { centreOf } from './sensitivity.ts';
import { heatOf } from './words-of-cells.ts';

type Look = Pick<OverlayOutline, 'color' | 'width'>;
/** Hot is a thick edge, cold a thin ring within: told apart without their colours, which differ for all sight too. */
export const HOT_OUTLINE: Look = { color: [162, 61, 37, 255], width: 3 };
export const COLD_OUTLINE: Look = { color: [47, 109, 163, 255], width: 1.5 };
/** How large the ring within a cold cell is beside the cell. */
export const INNER = 0.6;

/** What marks the cells that differ from chance. */
export function outlinesOf(cells: readonly IncidentCell[]): OverlayOutline[] {
  return cells.flatMap((cell) => {
    const heat = heatOf(cell);
    if (heat === 'hot') return [{ geometry: cell.geometry, ...HOT_OUTLINE }];
    return heat === 'cold' ? [{ geometry: shrunk(cell.geometry), ...COLD_OUTLINE }] : [];
  });
}

function shrunk(geometry: Polygon): Polygon {
  const [x = 0, y = 0] = centreOf(geometry);
  const rings = geometry.coordinates.map((ring) =>
    ring.map(([east = 0, north = 0]) => [x + INNER * (east - x), y + INNER * (north - y)]),
  );
  return { type: 'Polygon', coordinates: rings };
}
