import type { Position } from 'geojson';
import type { FileFeature } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { MOST_POSITIONS, UnusableFile } from './file-problem.ts';
import { areaOf, isInside } from './ring.ts';

const HEADER = 100;
type Shape = FileFeature['geometry'];

/**
 * The geometries of a .shp file, null where a record has none, in the coordinates of the file. After the format's
 * description (ESRI, 1998): big-endian record headers, little-endian contents. Heights and measures are left out.
 * @throws UnusableFile: `cut_off`, `unreadable`, `too_many_positions`.
 */
export function readShp(bytes: Uint8Array, notes: Notes): Shape[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER || view.getInt32(0) !== 9994) throw new UnusableFile('unreadable');
  if (view.getInt32(24) * 2 > bytes.length) throw new UnusableFile('cut_off');
  const shapes: Shape[] = [];
  let positions = 0;
  for (let at = HEADER; at + 12 <= bytes.length; ) {
    const end = at + 8 + view.getInt32(at + 4) * 2;
    if (end > bytes.length || end < at + 12) throw new UnusableFile('cut_off');
    const record = new DataView(bytes.buffer, bytes.byteOffset + at + 8, end - at - 8);
    const type = record.getInt32(0, true);
    positions += countOf(record, type);
    if (positions > MOST_POSITIONS) throw new UnusableFile('too_many_positions');
    shapes.push(shapeOf(record, type, notes));
    at = end;
  }
  return shapes;
}

function countOf(record: DataView, type: number): number {
  if (type % 10 === 1) return 1;
  const at = type % 10 === 8 ? 36 : 40;
  return record.byteLength >= at + 4 ? Math.max(0, record.getInt32(at, true)) : 0;
}

function shapeOf(record: DataView, type: number, notes: Notes): Shape {
  if (type > 10 && type !== 31) notes.add('third_dimension_left_out');
  try {
    switch (type) {
      case 0:
        return null;
      case 1:
      case 11:
      case 21:
        return { type: 'Point', coordinates: positionAt(record, 4) };
      case 8:
      case 18:
      case 28:
        return { type: 'MultiPoint', coordinates: positionsAt(record, 40, record.getInt32(36, true)) };
      case 3:
      case 13:
      case 23:
        return lines(partsOf(record));
      case 5:
      case 15:
      case 25:
        return areas(partsOf(record));
      default:
        throw new UnusableFile('unreadable');
    }
  } catch (error) {
    // A count that leads beyond the record's end.
    throw error instanceof RangeError ? new UnusableFile('unreadable') : error;
  }
}

function positionAt(record: DataView, at: number): Position {
  return [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
}

function positionsAt(record: DataView, at: number, count: number): Position[] {
  if (count < 0 || at + count * 16 > record.byteLength) throw new UnusableFile('unreadable');
  return Array.from({ length: count }, (_, index) => positionAt(record, at + index * 16));
}

function partsOf(record: DataView): Position[][] {
  const parts = record.getInt32(36, true);
  const count = record.getInt32(40, true);
  if (parts < 0 || 44 + parts * 4 > record.byteLength) throw new UnusableFile('unreadable');
  const positions = positionsAt(record, 44 + parts * 4, count);
  const starts = Array.from({ length: parts }, (_, index) => record.getInt32(44 + index * 4, true));
  return starts.map((start, index) => positions.slice(Math.max(0, start), starts[index + 1] ?? count));
}

function lines(parts: Position[][]): Shape {
  const [first] = parts;
  if (!first) return null;
  return parts.length === 1
    ? { type: 'LineString', coordinates: first }
    : { type: 'MultiLineString', coordinates: parts };
}

/** Outer rings run clockwise, holes the other way; a hole belongs to the smallest outer ring around it. */
function areas(rings: Position[][]): Shape {
  const whole = rings.filter((ring) => ring.length > 0);
  if (whole.length === 0) return null;
  if (whole.length === 1) return { type: 'Polygon', coordinates: whole };
  const measured = whole.map((ring) => ({ ring, area: areaOf(ring) }));
  // Some programs turn every ring the wrong way round: then all are outer ones that lie beside each other.
  const outers = measured.some(({ area }) => area < 0) ? measured.filter(({ area }) => area < 0) : measured;
  const polygons = outers.map(({ ring, area }) => ({ rings: [ring], area: Math.abs(area) }));
  for (const { ring, area } of measured) {
    if (outers.some((outer) => outer.ring === ring)) continue;
    const holder = polygons
      .filter((polygon) => polygon.area >= area && isInside(ring[0] ?? [], polygon.rings[0] ?? []))
      .toSorted((a, b) => a.area - b.area)[0];
    if (holder) holder.rings.push(ring);
    else polygons.push({ rings: [ring], area });
  }
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: 'Polygon', coordinates: only.rings }
    : { type: 'MultiPolygon', coordinates: polygons.map((polygon) => polygon.rings) };
}
