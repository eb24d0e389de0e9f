import type { Position } from 'geojson';
import type { Parts } from '../../geo/parts.ts';

const TYPES = { points: 1, lines: 3, areas: 5 } as const;
const HEADER = 100;

/** Main file and index of a shapefile. */
export type Shapes = { shp: Uint8Array<ArrayBuffer>; shx: Uint8Array<ArrayBuffer> };

/**
 * The .shp and .shx of shapes that are all of one kind (ESRI's description of 1998: big-endian lengths in 16-bit
 * words, little-endian doubles). Outer rings turn clockwise, the other way round than in GeoJSON. A row of several
 * points is not possible in a file of points: its first one stands for it, and no layer has such rows.
 */
export function shapesOf(kind: Parts['kind'], list: readonly Parts[]): Shapes {
  const rings = list.map(({ parts }) =>
    kind === 'areas' ? parts.flat().map((ring) => ring.toReversed()) : parts.flat(),
  );
  const lengths = rings.map((lines) => (kind === 'points' ? 20 : linesLength(lines)));
  const size = lengths.reduce((sum, length) => sum + 8 + length, HEADER);
  const shp = new DataView(new ArrayBuffer(size));
  const shx = new DataView(new ArrayBuffer(HEADER + 8 * list.length));
  const bounds = boundsOf(rings.flat());
  for (const view of [shp, shx]) writeHeader(view, TYPES[kind], bounds);
  let at = HEADER;
  rings.forEach((lines, index) => {
    const length = lengths[index] ?? 0;
    shx.setInt32(HEADER + 8 * index, at / 2);
    shx.setInt32(HEADER + 8 * index + 4, length / 2);
    shp.setInt32(at, index + 1);
    shp.setInt32(at + 4, length / 2);
    shp.setInt32(at + 8, TYPES[kind], true);
    if (kind === 'points') writePosition(shp, at + 12, lines[0]?.[0] ?? []);
    else writeLines(shp, at + 12, lines);
    at += 8 + length;
  });
  return { shp: new Uint8Array(shp.buffer), shx: new Uint8Array(shx.buffer) };
}

function linesLength(lines: readonly Position[][]): number {
  return 44 + 4 * lines.length + 16 * lines.reduce((sum, line) => sum + line.length, 0);
}

function writeHeader(view: DataView, type: number, bounds: readonly number[]): void {
  view.setInt32(0, 9994);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, type, true);
  bounds.forEach((value, index) => {
    view.setFloat64(36 + 8 * index, value, true);
  });
}

function writeLines(view: DataView, at: number, lines: readonly Position[][]): void {
  boundsOf(lines).forEach((value, index) => {
    view.setFloat64(at + 8 * index, value, true);
  });
  view.setInt32(at + 32, lines.length, true);
  view.setInt32(
    at + 36,
    lines.reduce((sum, line) => sum + line.length, 0),
    true,
  );
  let first = 0;
  let place = at + 40 + 4 * lines.length;
  lines.forEach((line, index) => {
    view.setInt32(at + 40 + 4 * index, first, true);
    first += line.length;
    for (const position of line) {
      writePosition(view, place, position);
      place += 16;
    }
  });
}

function writePosition(view: DataView, at: number, [x = 0, y = 0]: Position): void {
  view.setFloat64(at, x, true);
  view.setFloat64(at + 8, y, true);
}

function boundsOf(lines: readonly Position[][]): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (const [x = 0, y = 0] of line) {
      bounds[0] = Math.min(bounds[0], x);
      bounds[1] = Math.min(bounds[1], y);
      bounds[2] = Math.max(bounds[2], x);
      bounds[3] = Math.max(bounds[3], y);
    }
  }
  return lines.length > 0 ? bounds : [0, 0, 0, 0];
}
