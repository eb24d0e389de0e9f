import { partsOf } from '../../geo/parts.ts';
import { m } from '../../messages/generated/messages.js';
import type { ExportSheet, SheetCell } from '../export-sheet.ts';
import type { Placement } from './coordinate-system.ts';
import type { FeatureList } from './feature-list.ts';

/** A millimetre in a plane; about as much in degrees. */
const DECIMALS = { plane: 3, degrees: 8 };

/**
 * The rows as a sheet with places: two columns more where all are points, else one line for each corner in order,
 * as surveyors list them, with the number of the row, of the part, of the ring (1 is the outer one) and of the corner.
 * In a plane X is the northing and Y the easting, as Vietnamese surveyors write them.
 */
export function withPlaces(list: FeatureList, isPlane: boolean, place: Placement): ExportSheet {
  const { titles, features } = list;
  const places = isPlane
    ? [m.table_northing(), m.table_easting()]
    : [m.table_latitude(), m.table_longitude()];
  const decimals = isPlane ? DECIMALS.plane : DECIMALS.degrees;
  const cellsOf: (position: readonly number[]) => SheetCell[] = (position) => {
    const [east = 0, north = 0] = place([...position]);
    return [Number(north.toFixed(decimals)), Number(east.toFixed(decimals))];
  };
  if (features.every(({ geometry }) => geometry.type === 'Point')) {
    return {
      titles: [...titles, ...places],
      rows: features.map(({ cells, geometry }) => [
        ...cells,
        ...cellsOf(geometry.type === 'Point' ? geometry.coordinates : []),
      ]),
    };
  }
  const numbers = [
    m.table_row_number(),
    m.table_part_number(),
    m.table_ring_number(),
    m.table_corner_number(),
  ];
  const rows = features.flatMap(({ cells, geometry }, row) =>
    partsOf(geometry).parts.flatMap((rings, part) =>
      rings.flatMap((corners, ring) =>
        corners.map((corner, index) => [
          row + 1,
          ...cells,
          part + 1,
          ring + 1,
          index + 1,
          ...cellsOf(corner),
        ]),
      ),
    ),
  );
  const [number = '', ...others] = numbers;
  return { titles: [number, ...titles, ...others, ...places], rows };
}
