import { randomUUID } from 'node:crypto';
import type { LineString, Point, Polygon } from 'geojson';
import type { Backend } from '../../supabase/local/backend.ts';

// One unit of the hand-made maps is a thousandth of a degree: about 104 m eastward and 111 m northward here.
const WEST = 106.62;
const SOUTH = 20.72;

/** Longitude and latitude of a place that lies so many units east and north of the map's corner. */
export function at(east: number, north: number): [longitude: number, latitude: number] {
  return [Number((WEST + east / 1000).toFixed(7)), Number((SOUTH + north / 1000).toFixed(7))];
}

/** A point, in units. */
export function spot(east: number, north: number): Point {
  return { type: 'Point', coordinates: at(east, north) };
}

/** A line through points given in units. */
export function path(...points: [east: number, north: number][]): LineString {
  return { type: 'LineString', coordinates: points.map(([east, north]) => at(east, north)) };
}

/** A rectangle from its south-west to its north-east corner, in units. */
export function block(west: number, south: number, east: number, north: number): Polygon {
  return ring([west, south], [east, south], [east, north], [west, north]);
}

/** An area with this ring, in units; the first point closes it. */
export function ring(...points: [east: number, north: number][]): Polygon {
  const closed = points.map(([east, north]) => at(east, north));
  return { type: 'Polygon', coordinates: [[...closed, closed[0] ?? [0, 0]]] };
}

/** Puts one row into a table of schema app, triggers included, and answers with its id (a new one unless given). */
export async function put(
  backend: Pick<Backend, 'query'>,
  table: string,
  row: Record<string, unknown>,
): Promise<string> {
  const id = typeof row.id === 'string' ? row.id : randomUUID();
  const columns = Object.entries({ ...row, id });
  const values = columns.map(([column], index) =>
    column.endsWith('geom') ? geometry(index + 1, row[column]) : `$${index + 1}`,
  );
  await backend.query(
    `insert into app.${table} (${columns.map(([column]) => column).join(', ')}) values (${values.join(', ')})`,
    columns.map(([, value]) => (isPlainObject(value) ? JSON.stringify(value) : value)),
  );
  return id;
}

/** Puts a commune of 20 by 20 units that starts `east` units from the corner, and answers with its id. */
export function putCommune(
  backend: Pick<Backend, 'query'>,
  { east = 0, isPublic = true } = {},
): Promise<string> {
  return put(backend, 'communes', {
    code: String(10000 + east),
    name: `Xã ${east}`,
    province: 'Hải Phòng',
    coordinate_system: 'EPSG:9210',
    is_public: isPublic,
    geom: block(east, 0, east + 20, 20),
  });
}

/** Makes a person a member of a commune. */
export function putMember(
  backend: Pick<Backend, 'query'>,
  commune: string,
  user: string,
  role: string,
): Promise<string> {
  return put(backend, 'members', { commune_id: commune, user_id: user, role, display_name: role });
}

function geometry(position: number, value: unknown): string {
  const plain = `extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($${position}::text), 4326)`;
  return isPlainObject(value) && value.type !== 'Point' ? `extensions.ST_Multi(${plain})` : plain;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
