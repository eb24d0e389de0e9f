import type { Backend } from '../../supabase/local/backend.ts';
import { objectOf } from './permission-matrix.ts';
import { SEEN_IN_TABLES, wordFor } from './rows-seen.ts';
import { type Actor, accountOf, type Commune, type Row, rowId } from './two-communes.ts';

/**
 * Lets a statement run as an actor's database role, as the API does it, and takes back whatever it did.
 * Answers with its first value, or with the SQLSTATE and hint of its error.
 */
export async function layTableProbe(backend: Backend): Promise<void> {
  await backend.execute(`
    create schema if not exists probe;
    create or replace function probe.as_person(person uuid, statement text) returns jsonb language plpgsql as $$
    declare
      answer jsonb;
      problem_hint text;
    begin
      perform set_config('request.jwt.claim.sub', coalesce(person::text, ''), true),
        set_config('request.jwt.claims', case when person is null then '' else jsonb_build_object('sub', person)::text end, true),
        set_config('role', case when person is null then 'anon' else 'authenticated' end, true);
      if statement like 'select%' or statement like 'with%' then
        execute statement into answer;
      else
        execute statement;
      end if;
      -- Which rows were changed is not the actor's to say: it may not see them.
      if statement like 'update%set version = 1' then
        perform set_config('role', 'none', true);
        execute format('select jsonb_agg(id) from app.%I where version > 1', split_part(substr(statement, 12), ' ', 1)) into answer;
      end if;
      raise exception using errcode = 'ZZ000';
    exception
      when sqlstate 'ZZ000' then
        return jsonb_build_object('answer', answer);
      when others then
        get stacked diagnostics problem_hint = pg_exception_hint;
        return jsonb_build_object('error', sqlstate, 'hint', problem_hint);
    end
    $$;`);
}

/** Tries one row of the matrix's second table in SQL and answers with the matrix's word for what came back. */
export async function tryTable(backend: Backend, label: string, actor: Actor): Promise<string> {
  const table = objectOf(label);
  const commune = / of ([AB])$/.exec(label)?.[1] as Commune | undefined;
  if (label.startsWith('read ')) return runAs(backend, actor, selectOf(table), table);
  // A constant, because a column that is read would bring the policy for reading in.
  if (label.startsWith('update ') && !commune)
    return runAs(backend, actor, `update app.${table} set version = 1`, table);
  if (label.startsWith('update ')) return runAs(backend, actor, updateOf(table, commune ?? 'A'), table);
  if (label.startsWith('delete ')) return runAs(backend, actor, deleteOf(table, commune ?? 'A'), table);
  const kind = label.includes('(police)') ? `${table}(police)` : table;
  return runAs(backend, actor, insertOf(kind, commune ?? 'A', actor), table);
}

/** The matrix's word for a change of a table that nobody may make. */
export function tryForbidden(backend: Backend, verb: string, table: string, actor: Actor): Promise<string> {
  const column = table === 'communes' ? 'id' : (KEYS[table] ?? 'commune_id');
  const statements: Record<string, string> = {
    insert: `insert into app.${table} default values`,
    update: `update app.${table} set ${column} = ${column}`,
    delete: `delete from app.${table}`,
  };
  return runAs(backend, actor, statements[verb] ?? '', table);
}

/** Tries any statement as an actor: `no` where the database refuses it for want of a right. */
export function trySql(backend: Backend, actor: Actor, statement: string): Promise<string> {
  return runAs(backend, actor, statement.replace(/^select (.*)$/s, 'select to_jsonb($1)'), '');
}

async function runAs(backend: Backend, actor: Actor, statement: string, table: string): Promise<string> {
  const [row] = await backend.query<{ told: { answer?: string[] | null; error?: string; hint?: string } }>(
    'select probe.as_person($1, $2) as told',
    [accountOf(actor)?.id ?? null, statement],
  );
  const { answer, error, hint } = row?.told ?? {};
  if (error === '42501') return 'no';
  if (error) return hint === 'member_inactive' ? 'off' : `${error} ${hint ?? ''}`.trim();
  if (!/^(select|with)/.test(statement) && !statement.endsWith('set version = 1')) return 'yes';
  return wordFor(
    table,
    SEEN_IN_TABLES[table],
    (answer ?? []).map((id) => ({ id })),
    actor,
  );
}

const KEYS: Record<string, string> = {
  counted_incidents: 'incident_id',
  coordinate_systems: 'code',
  incident_grid: 'cell_id',
  incident_seals: 'commune_id',
  installation: 'first_administrator',
  setting_definitions: 'key',
  indicators: 'code',
};

function selectOf(table: string): string {
  return `select coalesce(jsonb_agg(${KEYS[table] ?? 'id'}), '[]') from app.${table}`;
}

// Rows that nothing but a right could refuse: they hang on rows of their own commune.
function insertOf(table: string, commune: Commune, actor: Actor): string {
  const id = (row: Row) => `'${rowId(commune, row)}'`;
  const common = `gen_random_uuid(), ${id('commune')}`;
  const values: Record<string, string> = {
    hamlets: `(id, commune_id, name, valid_from, geom) values (${common}, 'Mới', '2026-01-01', ${SQUARE[commune]})`,
    hamlet_statistics: `(id, commune_id, hamlet_id, valid_from) values (${common}, ${id('oldHamlet')}, '2026-01-01')`,
    roads: `(id, commune_id, class, valid_from, geom) values (${common}, 'alley', '2026-01-01', ${LINE[commune]})`,
    model_roads: `(id, commune_id, hamlet_id, name, geom) values (${common}, ${id('hamlet')}, 'Mới', ${LINE[commune]})`,
    model_road_states: `(id, commune_id, model_road_id, state, valid_from) values (${common}, ${id('modelRoad')}, 'lapsed', '2026-01-01')`,
    waste_points: `(id, commune_id, name, kind, geom) values (${common}, 'Mới', 'black_spot', ${POINT[commune]})`,
    waste_point_states: `(id, commune_id, waste_point_id, state, valid_from) values (${common}, ${id('wastePoint')}, 'closed', '2026-01-01')`,
    settings: `(id, commune_id, key, value, valid_from) values (${common}, 'model_roads_per_hamlet', '2', '2026-01-01')`,
    cemeteries: `(id, commune_id, name, valid_from, geom) values (${common}, 'Mới', '2026-01-01', ${POINT[commune]})`,
    hamlet_successions: `(id, commune_id, hamlet_id, successor_id) values (${common}, ${id('oldHamlet')}, ${id('otherHamlet')})`,
    model_road_assessments: `(id, commune_id, model_road_id, assessed_on, criteria) values (${common}, ${id('modelRoad')}, '2026-01-01', '{}')`,
    incidents: `(id, commune_id, kind, occurred_at, state, geom) values (${common}, 'theft', now(), 'open', ${POINT[commune]})`,
    incident_periods: `(id, commune_id, starts_on, ends_on, parts) values (${common}, '2027-01-01', '2027-03-31', 'hamlets')`,
    incident_period_parts: `(id, commune_id, period_id, hamlet_id, count, late_count, geom) values (${common}, ${id('period')}, ${id('hamlet')}, 0, 0, ${SQUARE[commune]})`,
    counted_incidents: `(incident_id, commune_id, part_id) values (${id('incident')}, ${id('commune')}, ${id('part')}) on conflict do nothing`,
    published_periods: `(id, commune_id, starts_on, ends_on, parts) values (${common}, '2027-01-01', '2027-03-31', 'hamlets')`,
    published_parts: `(id, commune_id, period_id, hamlet_id, geom) values (${common}, ${id('period')}, ${id('hamlet')}, ${SQUARE[commune]})`,
    members: `(id, commune_id, user_id, role, display_name) values (${common}, ${STRANGER}, 'leader', 'Mới')`,
    'members(police)': `(id, commune_id, user_id, role, display_name) values (${common}, ${STRANGER}, 'police', 'Mới')`,
    meetings: `(id, commune_id, title, held_on) values (${common}, 'Mới', '2026-01-01')`,
    scenes: `(id, commune_id, meeting_id, position, title, view, west, south, east, north, frozen_on, frozen_at) values (${common}, ${id('meeting')}, 9, 'Mới', '', 106, 20, 107, 21, '2026-01-01', now())`,
    conclusions: `(id, commune_id, meeting_id, text) values (${common}, ${id('meeting')}, 'Mới')`,
    targets: `(id, commune_id, indicator, scope, value, valid_from) values (${common}, 'green-sunday', 'hamlets', 50, '2026-01-01')`,
    reports: `(id, commune_id, hamlet_id, indicator, period, numerator) values (${common}, ${id('otherHamlet')}, 'green-sunday', '2026-02-01', 1)`,
    report_locks: `(id, commune_id, hamlet_id, every, period) values (${common}, ${id('otherHamlet')}, 'month', '2026-02-01')`,
    care_records: `(id, commune_id, model_road_id, organization_id, done_on) values (${common}, ${id('modelRoad')}, ${id('organization')}, '2026-02-01')`,
    photos: `(id, commune_id, care_record_id, width, height) values (${common}, ${id('ownCareRecord')}, 1600, 1200)`,
    care_rota: `(id, commune_id, model_road_id, organization_id, week, team) values (${common}, ${id('modelRoad')}, ${id('organization')}, '2026-02-02', 'Tổ 2')`,
    proposals: `(id, commune_id, layer, organization_id, name, kind, geom) values (${common}, 'waste_points', ${id('organization')}, 'Mới', 'green_house', extensions.ST_SetSRID(extensions.ST_MakePoint(106.6, 20.7), 4326))`,
    imports: `(id, commune_id, layer, name, file_hash, rows, added, updated, skipped) values (${common}, 'roads', 'moi.csv', '${'1'.repeat(64)}', 1, 1, 0, 0)`,
    staged_features: `(import_id, row_number, commune_id, layer, id, properties, has_error) values (gen_random_uuid(), 1, ${id('commune')}, 'roads', gen_random_uuid(), '{}', false)`,
    security_areas: `(id, commune_id, name, kind, hamlet_id, registered_on) values (${common}, 'Mới', 'other', ${id('oldHamlet')}, '2026-01-01')`,
    security_area_results: `(id, commune_id, security_area_id, year, assessed_on, criteria) values (${common}, ${id('securityArea')}, 2026, '2026-01-01', '{null,null,null,null,null}')`,
    organizations: `(id, commune_id, code, name) values (${common}, 'new', 'Mới')`,
    refused_attempts: `(commune_id, attempted_by, attempted_by_name, act, reason) values (${id('commune')}, '${accountOf(actor)?.id ?? NOBODY}', '', 'add', 'police_only')`,
    backups: `(commune_id, made_by, holds_incidents) values (${id('commune')}, '${accountOf(actor)?.id ?? NOBODY}', false)`,
    // A commune has one, which it has already.
    incident_seals: `(commune_id, recipient, sealed_identity, set_by) values (${id('commune')}, 'age1${'q'.repeat(58)}', '-----BEGIN AGE ENCRYPTED FILE-----', '${accountOf(actor)?.id ?? NOBODY}') on conflict do nothing`,
    incident_reads: `(commune_id, read_by, what, from_date, to_date) values (${id('commune')}, '${accountOf(actor)?.id ?? NOBODY}', 'cells', '2026-01-01', '2026-01-31')`,
  };
  if (!values[table]) throw new Error(`${table}: tables.ts has no row to insert`);
  return `insert into app.${table.replace(/\(.*\)/, '')} ${values[table]}`;
}

const CHANGED: Record<string, string> = {
  members: 'display_name',
  organizations: 'name',
  settings: 'confirmed',
  incident_seals: 'recipient',
  targets: 'value',
  reports: 'numerator',
  care_records: 'state',
  photos: 'bytes',
  proposals: 'reason',
};

// Answers with the rows that were changed: those of the commune that the policies let through.
function updateOf(table: string, commune: Commune): string {
  const column = CHANGED[table];
  if (!column) throw new Error(`${table}: tables.ts does not say what is changed`);
  return `with changed as (update app.${table} set ${column} = ${column} where commune_id = '${rowId(commune, 'commune')}' returning ${KEYS[table] ?? 'id'} as id)
    select coalesce(jsonb_agg(id), '[]') from changed`;
}

// Answers with the rows of the commune where the policies let one be deleted. Of the hamlets only the one that
// no road began in: the other is held by its road, whatever the rights.
function deleteOf(table: string, commune: Commune): string {
  const of = `where commune_id = '${rowId(commune, 'commune')}'`;
  const free = table === 'hamlets' ? `and id = '${rowId(commune, 'hamlet')}'` : '';
  return `with deleted as (delete from app.${table} ${of} ${free} returning id)
    select coalesce(jsonb_agg(id), '[]') from app.${table} ${of} and exists (select from deleted)`;
}

const STRANGER = `'${accountOf('signed in, member of nothing')?.id}'`;
const NOBODY = 'dddddddd-0000-4000-8000-000000000000';
const POINT = { A: place(106.623), B: place(106.663) };
const LINE = { A: line(106.622), B: line(106.662) };
const SQUARE = { A: square(106.622), B: square(106.662) };

function place(longitude: number): string {
  return `extensions.ST_SetSRID(extensions.ST_MakePoint(${longitude}, 20.723), 4326)`;
}
function line(west: number): string {
  return `extensions.ST_GeomFromText('MULTILINESTRING((${west} 20.722, ${west + 0.002} 20.722))', 4326)`;
}
function square(west: number): string {
  return `extensions.ST_Multi(extensions.ST_MakeEnvelope(${west}, 20.722, ${west + 0.002}, 20.724, 4326))`;
}
