import type { SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn, visitor } from '../support/database.ts';
import { putCommune, putMember } from './hand-made-map.ts';

export type Row = Record<string, unknown>;

/** A problem of a field, as saving functions name it in the details of PT422 and in their answers. */
export type FieldProblem = { field: string; code: string; detail: Row | null; row?: number };

/** What a saving function answered; `fields` and `conflict` are read from the details of its error. */
export type Saved = {
  status: number;
  hint: string | null;
  message: string | null;
  data: Row & { id?: string; version?: number; repairs?: FieldProblem[]; warnings?: FieldProblem[] };
  fields: FieldProblem[];
  conflict: { yours?: Row; theirs?: Row; version?: number; id?: string };
};

/** A commune of 20 by 20 units (see hand-made-map.ts) with somebody of each role signed in. */
export type Desk = {
  backend: Backend;
  commune: string;
  officer: SupabaseClient;
  police: SupabaseClient;
  leader: SupabaseClient;
  anybody: SupabaseClient;
};

/** A fresh database with one public commune. */
export async function openDesk(): Promise<Desk> {
  const backend = await freshDatabase();
  const commune = await putCommune(backend);
  const member = async (role: string) => {
    const email = `${role}@xa.vn`;
    await putMember(backend, commune, await createUser(backend, { email }), role);
    return signedIn(backend, email);
  };
  return {
    backend,
    commune,
    officer: await member('front_officer'),
    police: await member('police'),
    leader: await member('leader'),
    anybody: visitor(backend),
  };
}

/** Calls a function as a person and reads what came back. */
export async function act(person: SupabaseClient, verb: string, parameters: Row): Promise<Saved> {
  const { status, error, data } = await person.rpc(verb, parameters);
  const details = error?.details ? JSON.parse(error.details) : {};
  return {
    status,
    hint: error?.hint ?? null,
    message: error?.message ?? null,
    data: data ?? {},
    fields: details.fields ?? [],
    conflict: details,
  };
}

/** The codes of field problems as `field code`, in order. */
export function told(problems: FieldProblem[] | undefined): string[] {
  return (problems ?? []).map(({ field, code }) => `${field} ${code}`).sort();
}

/** Id number so and so, of the form that clients make. */
export function recordId(number: number): string {
  return `01990000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** How many rows a table of schema app has. */
export async function count(backend: Backend, table: string): Promise<number> {
  const [row] = await backend.query<{ count: number }>(`select count(*)::integer as count from app.${table}`);
  return row?.count ?? -1;
}

/** The rows of a layer at the end of a day, by name. */
export async function layerAt(desk: Desk, layer: string, day?: string): Promise<Row[]> {
  const { data, error } = await desk.anybody.rpc(`${layer}_at`, day ? { as_of: day } : {});
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data.toSorted((one: Row, other: Row) => String(one.name).localeCompare(String(other.name)));
}
