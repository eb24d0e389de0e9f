import { searchable } from '../../../../layers/filter.ts';
import { readCoordinate, readPair } from './coordinate.ts';

/** Where the rows of a table say where they are. */
export type PlaceColumns =
  /** By the meaning that the header gives: east or longitude first. */
  | { kind: 'named'; east: number; north: number }
  /** Called X and Y, or nothing: which is which is told by the values. */
  | { kind: 'unnamed'; first: number; second: number }
  /** Both in one cell. */
  | { kind: 'pair'; column: number };

const EAST = /^(kinh ?do|kd|long(itude)?|lng|lon|easting|east|e|dong|toa do dong|lambda)\b/;
const NORTH = /^(vi ?do|vd|lat(itude)?|northing|north|n|bac|toa do bac|phi)\b/;
const X = /^((toa do|td|coord(inate)?s?|truc|point|diem|vn ?2000|utm)? ?x|x ?(coord|m|toa do|vn ?2000|\d))\b/;
const Y = /^((toa do|td|coord(inate)?s?|truc|point|diem|vn ?2000|utm)? ?y|y ?(coord|m|toa do|vn ?2000|\d))\b/;
const PAIR = /^(toa do|vi tri|gps|location|coordinates?|lat ?long?|latlng|toa do gps)\b/;

/** A header as it is compared: "Tọa độ X (m)" → "toa do x m". */
export function headerKey(text: string): string {
  return searchable(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** How many of a row's cells name a coordinate: what tells a header from a title. */
export function coordinateNames(cells: readonly string[]): number {
  return cells.filter((cell) => [EAST, NORTH, X, Y].some((name) => name.test(headerKey(cell)))).length;
}

/** Finds the columns that hold the place, by their names first, then by what stands in them. */
export function findPlaceColumns(
  header: readonly string[],
  rows: readonly (readonly unknown[])[],
): PlaceColumns | null {
  const keys = header.map(headerKey);
  const sample = rows.slice(0, 200);
  const column = (name: RegExp) =>
    keys.findIndex((key, at) => name.test(key) && shareOf(sample, at, isCoordinate) >= 0.5);
  const [east, north] = [column(EAST), column(NORTH)];
  if (east >= 0 && north >= 0 && east !== north) return { kind: 'named', east, north };
  const [x, y] = [column(X), column(Y)];
  if (x >= 0 && y >= 0 && x !== y) return { kind: 'unnamed', first: x, second: y };
  const isPair = (cell: unknown) => readPair(cell) !== null;
  const pair = keys.findIndex((key, at) => PAIR.test(key) && shareOf(sample, at, isPair) >= 0.5);
  if (pair >= 0) return { kind: 'pair', column: pair };
  return byValues(keys.length, sample);
}

function byValues(columns: number, sample: readonly (readonly unknown[])[]): PlaceColumns | null {
  const first = (test: (value: number) => boolean) =>
    Array.from({ length: columns }, (_, at) => at).find(
      (at) =>
        shareOf(sample, at, (cell) => {
          const value = readCoordinate(cell);
          return value !== null && test(value);
        }) >= 0.8,
    );
  // Viet Nam in degrees, then in metres of any VN-2000 zone.
  const [longitude, latitude] = [
    first((value) => value > 102 && value < 118 && !Number.isInteger(value)),
    first((value) => value > 6 && value < 24 && !Number.isInteger(value)),
  ];
  if (longitude !== undefined && latitude !== undefined) {
    return { kind: 'named', east: longitude, north: latitude };
  }
  const [east, north] = [
    first((value) => value > 150_000 && value < 850_000),
    first((value) => value > 850_000 && value < 2_650_000),
  ];
  return east !== undefined && north !== undefined ? { kind: 'named', east, north } : null;
}

function isCoordinate(cell: unknown): boolean {
  return readCoordinate(cell) !== null;
}

/** The share of the filled cells of a column that pass. */
function shareOf(
  rows: readonly (readonly unknown[])[],
  at: number,
  test: (cell: unknown) => boolean,
): number {
  const filled = rows
    .map((row) => row[at])
    .filter((cell) => cell !== null && cell !== undefined && cell !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

/**
 * The position of a row, east first, in the unit of the file; null where it has none. Surveyors call the northing X,
 * programs call the easting X: in this country a northing is above 850 km and an easting below, so the values tell.
 */
export function placeOf(row: readonly unknown[], columns: PlaceColumns): [number, number] | null {
  if (columns.kind === 'named') return both(row[columns.east], row[columns.north]);
  const pair =
    columns.kind === 'pair' ? readPair(row[columns.column]) : both(row[columns.first], row[columns.second]);
  if (!pair) return null;
  const [a, b] = pair;
  const isMetres = Math.max(Math.abs(a), Math.abs(b)) > 360;
  const isNorthFirst = isMetres ? a > 850_000 && a > b : b > 90 && Math.abs(a) <= 90;
  return isNorthFirst ? [b, a] : [a, b];
}

function both(first: unknown, second: unknown): [number, number] | null {
  const [a, b] = [readCoordinate(first), readCoordinate(second)];
  return a === null || b === null ? null : [a, b];
}
