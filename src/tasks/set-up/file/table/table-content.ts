import type { Position } from 'geojson';
import { columnsOf, type FileContent, type FileFeature, type WantedShape } from '../file-content.ts';
import type { Notes } from '../file-note.ts';
import { MOST_POSITIONS, UnusableFile } from '../file-problem.ts';
import { isBlank, type Table } from './cells.ts';
import { readCoordinate } from './coordinate.ts';
import { findHeader } from './header.ts';
import { findPlaceColumns, headerKey, type PlaceColumns, placeOf } from './place-columns.ts';

/** Columns that say to which shape a corner belongs, likeliest first. */
const SHAPE_NAMES = [
  /^(so thua|ma thua|thua( dat)?|so hieu thua|parcel)/,
  /^(ma|so hieu|id)? ?(hinh|vung|khu|tuyen|polygon|line|shape|doi tuong)\b/,
  /^(ten )?(thon|lang|xom|duong|tuyen|nghia trang|khu)\b/,
  /^(ten|name)\b/,
  /^(nhom|group|ma|id|code)\b/,
];

/**
 * What a table holds: one point a row, or, where lines or areas are wanted, one shape from the corners of the rows
 * that follow each other. Title rows above the header, empty rows and signatures below are left out.
 * @throws UnusableFile: `empty`, `no_coordinates`, `no_features`, `too_many_positions`.
 */
export function tableContent(table: Table, wanted: WantedShape, notes: Notes): FileContent {
  if (table.every((row) => row.every(isBlank))) throw new UnusableFile('empty');
  const { header, first } = findHeader(table);
  notes.add('lines_above_header', header.above);
  const rows = table.slice(first).filter((row) => !row.every(isBlank));
  if (rows.length > MOST_POSITIONS) throw new UnusableFile('too_many_positions');
  const ragged = rows.filter((row) => row.slice(header.names.length).some((cell) => !isBlank(cell)));
  notes.add('ragged_rows', ragged.length);
  const columns = findPlaceColumns(header.names, rows);
  if (!columns) throw new UnusableFile('no_coordinates');
  const points = rows.flatMap((row) => pointOf(row, header.names, columns, notes));
  if (points.length === 0) throw new UnusableFile('no_features');
  const features = shapesOf(points, wanted, notes);
  return { features, columns: columnsOf(features), system: { kind: 'none' }, notes: [] };
}

type Point = { cells: Record<string, unknown>; at: Position | null };

function pointOf(
  row: readonly unknown[],
  names: readonly string[],
  columns: PlaceColumns,
  notes: Notes,
): Point[] {
  const at = placeOf(row, columns);
  const own =
    columns.kind === 'pair'
      ? [columns.column]
      : columns.kind === 'named'
        ? [columns.east, columns.north]
        : [columns.first, columns.second];
  const filled = row.filter((cell) => !isBlank(cell)).length;
  const isRow =
    own.some((index) => readCoordinate(row[index]) !== null) || filled >= Math.min(3, names.length);
  if (!at && !isRow) {
    // "Người lập biểu", totals: nothing of a row of this table.
    notes.add('lines_left_out');
    return [];
  }
  const cells = names.flatMap((name, index) =>
    own.includes(index) ? [] : [[name, plainCell(row[index])] as const],
  );
  return [{ cells: Object.fromEntries(cells), at }];
}

/** Days as text, as every other format has them. */
function plainCell(cell: unknown): unknown {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString().slice(0, 10);
  return cell ?? null;
}

function shapesOf(points: readonly Point[], wanted: WantedShape, notes: Notes): FileFeature[] {
  const placed = points.filter(({ at }) => at !== null).length;
  const least = wanted === 'line' ? 2 : 3;
  if (wanted === 'point' || placed < least) return points.map(asPoint);
  const groups = groupsOf(points);
  const joined = groups.filter((group) => group.length >= least).length;
  // A place may be a point: then only a table whose every group makes an area is one of corners.
  if (joined === 0 || (wanted === 'place' && joined < groups.length)) return points.map(asPoint);
  notes.add('corners_joined', joined);
  return groups.map((group) => joinedShape(group, wanted));
}

function asPoint({ cells, at }: Point): FileFeature {
  return { properties: cells, geometry: at && { type: 'Point', coordinates: at } };
}

/** Rows that follow each other with the same shape's name; an empty cell goes on with the one above. */
function groupsOf(points: readonly Point[]): Point[][] {
  const names = Object.keys(points[0]?.cells ?? {});
  for (const pattern of SHAPE_NAMES) {
    for (const column of names.filter((candidate) => pattern.test(headerKey(candidate)))) {
      const runs = runsOf(points, column);
      // A column with another text in most rows names corners, not shapes.
      if (runs.length < points.length / 2) return runs;
    }
  }
  return [[...points]];
}

function runsOf(points: readonly Point[], column: string): Point[][] {
  const runs: Point[][] = [];
  let current: string | null = null;
  for (const point of points) {
    const cell = point.cells[column];
    const name: string | null = isBlank(cell) ? current : String(cell);
    if (name === current && runs.length > 0) runs.at(-1)?.push(point);
    else runs.push([point]);
    current = name;
  }
  return runs;
}

function joinedShape(group: readonly Point[], wanted: WantedShape): FileFeature {
  const cells: Record<string, unknown> = {};
  for (const { cells: own } of group) {
    for (const [name, cell] of Object.entries(own)) if (isBlank(cells[name])) cells[name] = cell;
  }
  const corners = group.flatMap(({ at }) => (at ? [at] : []));
  const isArea = wanted !== 'line' && corners.length >= 3;
  return {
    properties: cells,
    geometry: isArea
      ? { type: 'Polygon', coordinates: [closed(corners)] }
      : { type: 'LineString', coordinates: corners },
  };
}

/** Lists of corners rarely name the first one again at their end. */
function closed(corners: Position[]): Position[] {
  const [first = [], last = []] = [corners[0], corners.at(-1)];
  return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first];
}
