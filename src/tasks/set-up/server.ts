import type { Geometry, MultiPolygon, Point } from 'geojson';
import { call } from '../../data/call.ts';
import { client } from '../../data/client.ts';
import { Fault, faultOf } from '../../data/fault.ts';
import type { Loadable } from './matching/layer-fields.ts';

/** How far an installation has come. */
export type InstallationState = 'empty' | 'awaiting_commune' | 'ready';

/** How the server reads a boundary: what it would store, or why it cannot. */
export type BoundaryReading = {
  problem: string | null;
  repair: string | null;
  place: Point | null;
  area_m2: number | null;
  geometry: MultiPolygon | null;
  /** Of several areas: which one has the problem, from 1. */
  row_number?: number | null;
};

/** What is wrong (error), odd (warning) or was mended (repair) in one field of one row. */
export type RowProblem = {
  row_number: number;
  level: 'error' | 'warning' | 'repair';
  code: string;
  field: string;
  detail: Readonly<Record<string, unknown>> | null;
};

export type CommuneToMake = {
  id: string;
  code: string;
  name: string;
  province: string;
  coordinate_system: string;
  boundary_source: string | null;
  is_public: boolean;
};

/** What stands in a file as a geometry, whatever it is. */
type Unchecked = Geometry | Readonly<Record<string, unknown>> | null;

// The server refuses more; said before sending, because the sending alone can take minutes.
const MOST_SENT_BYTES = 10 * 1024 * 1024;

function fitting<Parameters extends Record<string, unknown>>(parameters: Parameters): Parameters {
  if (new Blob([JSON.stringify(parameters)]).size > MOST_SENT_BYTES) {
    throw new Fault('bad-input', 'more than 10 MB', 'body_too_large');
  }
  return parameters;
}

/** @throws Fault, as all functions here. */
export const readInstallationState = () => call<InstallationState>('installation_state');

/** Turns the one-time code into the first account. Fault hints: set_up_code_wrong, email_invalid, password_length. */
export const makeFirstAdministrator = (code: string, email: string, password: string) =>
  call<null>('make_first_administrator', { code, email, password });

/** Reads one boundary, or the union of several; stores nothing. */
export async function readBoundary(geometries: readonly Unchecked[]): Promise<BoundaryReading> {
  return geometries.length === 1
    ? call('check_boundary', fitting({ geometry: geometries[0] }))
    : call('merge_boundaries', fitting({ geometries }));
}

/** Makes the commune; answers its id. Sent twice with one id it makes one. */
export async function setUpCommune(
  commune: CommuneToMake,
  geometry: MultiPolygon,
  neighbours: readonly { name: string; geometry: Unchecked }[],
): Promise<string> {
  return call('set_up_commune', fitting({ commune, geometry, neighbours }));
}

/** How many rows a layer has today. */
export async function countRows(layer: Loadable, communeId: string): Promise<number> {
  const { count, error, status } = await client
    .from(layer)
    .select('id', { count: 'exact', head: true })
    .eq('commune_id', communeId);
  if (error) throw faultOf(error, status);
  return count ?? 0;
}
