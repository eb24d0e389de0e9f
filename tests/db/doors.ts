import type { SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../../supabase/local/backend.ts';
import { signedIn, visitor } from '../support/database.ts';
import { objectOf, UNREACHABLE } from './permission-matrix.ts';
import { isRecordVerb, recordCall } from './record-calls.ts';
import { SEEN_AT_DOORS, wordFor } from './rows-seen.ts';
import {
  ACTORS,
  type Actor,
  accountOf,
  type Commune,
  forgetWrites,
  membershipId,
  NEW_ROW,
  placeIn,
  rowId,
} from './two-communes.ts';

/** The clients of all actors, signed in. */
export type People = Map<Actor, SupabaseClient>;

/** Signs every actor in at the backend. */
export async function signEverybodyIn(backend: Backend): Promise<People> {
  const people: People = new Map();
  for (const actor of ACTORS) {
    const account = accountOf(actor);
    people.set(actor, account ? await signedIn(backend, account.email) : visitor(backend));
  }
  return people;
}

const RECIPIENT = `age1${'q'.repeat(58)}`;

const FAR_AWAY = { type: 'Point', coordinates: [107.6, 20.72] };

type Answer = {
  status: number;
  error: { code?: string; hint?: string; message: string } | null;
  data: unknown;
};

/** Knocks at one door of the matrix over HTTP and answers with the matrix's word for what came back. */
export async function knock(backend: Backend, people: People, label: string, actor: Actor): Promise<string> {
  const client = people.get(actor);
  if (!client) throw new Error(`${actor} is not signed in`);
  const object = objectOf(label);
  const [verb] = label.split(' ');
  if (verb === 'read') return wordOf(object, await client.from(object).select('*'), actor);
  if (verb === 'write') return write(client, object);
  const commune = / in ([AB])$/.exec(label)?.[1] as Commune | undefined;
  if (object === 'load_features')
    return load(backend, client, /\((.+)\)/.exec(label)?.[1] ?? '', commune ?? 'A');
  if (OF_IMPORTS.has(object)) return bring(backend, client, object, commune ?? 'A');
  if (isRecordVerb(object)) return keep(backend, client, object, commune ?? 'A');
  const variant = /\((.+)\)/.exec(label)?.[1] ?? '';
  const answer = await client.rpc(object, parametersOf(object, commune, variant));
  const word = wordOf(object, answer, actor, commune);
  if (word === 'yes' && WRITES.has(object)) await forgetWrites(backend);
  if (KEEPS.has(object)) return withAttempt(backend, word, actor, commune ?? 'A');
  return LOGGED.has(object) ? withLog(backend, word, answer.error === null, actor, commune ?? 'A') : word;
}

function wordOf(object: string, { status, error, data }: Answer, actor: Actor, commune?: Commune): string {
  if (error) return refusal(status, error);
  if (!Array.isArray(data)) return 'yes';
  const seen = SEEN_AT_DOORS[object];
  if (object !== 'check_features' || !seen || !commune) return wordFor(object, seen, data, actor);
  // The same codes for both communes: which one was meant is in the question.
  const told = data.map(seen.print).sort().join(', ');
  return told === '' ? '-' : told === seen.rows(commune).toSorted().join(', ') ? commune : told;
}

function refusal(status: number, { code, hint }: { code?: string; hint?: string }): string {
  if (status === 401 && code === '42501') return '401';
  if (status === 403 && (code === '42501' || hint === 'set_up_code_wrong')) return '403';
  if (status === 403 && hint === 'member_inactive') return 'off';
  if (status === 403 && (hint === 'police_only' || hint === 'administrators_only')) return 'log';
  if (status === 403 && hint === 'code_wrong') return '403';
  if (status === 404 && code === 'PT404') return '404';
  if (status === 409 && hint === 'stale') return '409';
  if (status === 409 && hint === 'already_set_up') return '409';
  if (status === 422 && ['rows_with_errors', 'fields_with_errors', 'not_undoable'].includes(hint ?? ''))
    return '422';
  if (status === 404 && code === 'PT404') return '404';
  return `${status} ${code} ${hint ?? ''}`.trim();
}

// A column that takes a value: numbers that the database gives itself refuse one before rights are looked at.
const KEY_COLUMNS: Record<string, string> = {
  backups: 'commune_id',
  incident_seals: 'commune_id',
  changes: 'commune_id',
  coordinate_systems: 'code',
  incident_reads: 'commune_id',
  installation: 'first_administrator',
  indicators: 'code',
  setting_definitions: 'key',
  refused_attempts: 'commune_id',
};

async function write(client: SupabaseClient, view: string): Promise<string> {
  const key = KEY_COLUMNS[view] ?? 'id';
  const values: Record<string, unknown> = { [key]: key === 'code' ? 'EPSG:1' : NEW_ROW };
  const answers = {
    insert: await client.from(view).insert(values),
    update: await client
      .from(view)
      .update({ [key]: NEW_ROW })
      .not(key, 'is', null),
    delete: await client.from(view).delete().not(key, 'is', null),
  };
  const words = Object.entries(answers).map(([verb, { status, error }]) => [
    verb,
    error ? refusal(status, error) : `${status}`,
  ]);
  const different = new Set(words.map(([, word]) => word));
  return different.size === 1 ? String(words[0]?.[1]) : words.map((pair) => pair.join(' ')).join(', ');
}

function parametersOf(called: string, commune?: Commune, variant = ''): Record<string, unknown> {
  const of = commune ? { commune_id: rowId(commune, 'commune') } : {};
  if (called === 'retired_records' || called === 'begin_backup') return of;
  if (called === 'set_incident_seal')
    return { recipient: RECIPIENT, sealed_identity: '-----BEGIN AGE ENCRYPTED FILE-----', ...of };
  // A day on which everything of the two communes counts.
  if (called === 'coverage_at' || called === 'best_places')
    return { layer: 'waste-points', kinds: ['collection'], radius_m: 100, as_of: '2026-02-15', ...of };
  if (called === 'progress_at' || called === 'progress_totals_at') return { as_of: '2026-02-15', ...of };
  if (called === 'progress_series') return { first_month: '2026-02-01', last_month: '2026-02-28', ...of };
  if (called === 'progress_evidence')
    return { indicator: 'road-care', hamlet_id: rowId(commune ?? 'A', 'hamlet'), as_of: '2026-02-15', ...of };
  if (called === 'entry_authors')
    return { ids: [rowId(commune ?? 'A', 'report'), rowId(commune ?? 'A', 'careRecord')], ...of };
  if (called === 'reports_of') return { month: '2026-01-15', ...of };
  if (called === 'meeting_scenes') return { meeting_id: rowId(commune ?? 'A', 'meeting') };
  if (called.endsWith('_at')) return { as_of: '2025-06-01', ...of };
  if (called === 'incident_periods') return of;
  // The fixture's period lies far ahead, so that no other is over since.
  if (called === 'published_incidents') return { as_of: '2090-12-31', ...of };
  if (called === 'review_incident_period' || called === 'close_incident_period')
    return { starts_on: '2090-01-01', ...of };
  if (called === 'release_incident_period') return { id: rowId(commune ?? 'A', 'period') };
  if (called === 'read_incidents') return { from_date: '2026-03-01', to_date: '2026-03-31', ...of };
  if (called === 'incident_cells') return { from_month: '2026-03-01', to_month: '2026-03-01', ...of };
  if (called === 'check_features') return { layer: 'hamlets', features: [farHamlet(commune ?? 'A')], ...of };
  if (called === 'read_acts' || called === 'change_authors') return of;
  if (called === 'undo_changes' || called === 'restore_version') return { change: commune === 'B' ? 4 : 1 };
  if (called === 'confirm_setting')
    return { id: rowId(commune ?? 'A', 'setting'), legal_basis: 'Nghị quyết 1' };
  if (called === 'save_setting') {
    const setting = { id: NEW_ROW, key: 'model_roads_per_hamlet', value: 2, valid_from: '2026-01-01' };
    return { setting, ...of };
  }
  if (called.startsWith('list_')) return of;
  if (called === 'sign_in_address') return { sign_in: '0912 345 678' };
  if (called === 'code_holder') return { code: 'AAAA' };
  if (called === 'redeem_code') return { code: 'AAAA', password: 'mat-khau-dai' };
  const member_id = membershipId(
    `${variant === 'police' ? 'police' : 'leader'} of ${commune ?? 'A'}`,
    commune ?? 'A',
  );
  if (called === 'make_member_code') return { member_id };
  // Of a version that nobody has seen: whoever may is told that it is stale, and nothing is changed.
  if (called === 'set_member_active') return { member_id, active: false, version: 0 };
  if (called === 'save_member') return { member: newcomer(variant), ...of };
  if (called === 'save_organization') return { organization: { id: NEW_ROW, name: 'Mới' }, ...of };
  if (called === 'set_organization_retired')
    return { organization_id: rowId(commune ?? 'A', 'organization'), retired: true, version: 0 };
  if (called === 'merge_boundaries') return { geometries: [squareAt(placeIn('A').coordinates)] };
  if (called === 'cut_area') {
    const [east = 0, north = 0] = placeIn('A').coordinates;
    const line = {
      type: 'LineString',
      coordinates: [
        [east - 1e-3, north + 5e-4],
        [east + 2e-3, north + 5e-4],
      ],
    };
    return { area: squareAt([east, north]), line };
  }
  if (called === 'check_boundary') return { geometry: squareAt(placeIn('A').coordinates) };
  if (called === 'make_first_administrator')
    return { code: 'AAAA', email: 'ai@xa.vn', password: 'mat-khau-dai' };
  if (called === 'set_up_commune') {
    const commune = { id: NEW_ROW, code: '10003', name: 'Xã C', province: 'Hải Phòng' };
    return { commune, geometry: squareAt(placeIn('A').coordinates) };
  }
  return {};
}

function newcomer(role: string): object {
  return { id: NEW_ROW, display_name: 'Mới', sign_in: '0912345678', role };
}

function squareAt([west, south]: number[]): object {
  const [x, y] = [west ?? 0, south ?? 0];
  const ring = [
    [x, y],
    [x + 0.001, y],
    [x + 0.001, y + 0.001],
    [x, y + 0.001],
    [x, y],
  ];
  return { type: 'Polygon', coordinates: [ring] };
}

function farHamlet(commune: Commune): object {
  return {
    id: NEW_ROW,
    name: `Thôn ${commune}`,
    valid_from: '2026-01-01',
    geometry: squareAt(FAR_AWAY.coordinates),
  };
}

function featureOf(layer: string, commune: Commune): object {
  const place = placeIn(commune);
  const [longitude, latitude] = place.coordinates;
  const line = {
    type: 'LineString',
    coordinates: [
      [longitude, latitude],
      [longitude + 0.001, latitude],
    ],
  };
  const common = { id: NEW_ROW, name: 'Mới', valid_from: '2026-01-01' };
  switch (layer) {
    case 'hamlets':
      return { ...common, households: 1, geometry: squareAt(place.coordinates) };
    case 'roads':
      return { ...common, class: 'commune', geometry: line };
    case 'model_roads':
      return { ...common, registered_on: '2026-01-01', geometry: line };
    case 'waste_points':
      return { ...common, kind: 'collection', state: 'active', geometry: place };
    default:
      return { ...common, geometry: place };
  }
}

async function load(
  backend: Backend,
  client: SupabaseClient,
  layer: string,
  commune: Commune,
): Promise<string> {
  const features = [featureOf(layer, commune)];
  const answer = await client.rpc('load_features', {
    layer,
    features,
    commune_id: rowId(commune, 'commune'),
  });
  const stored = await backend.query<{ commune_id: string }>(
    `select commune_id from app.${layer} where id = '${NEW_ROW}'`,
  );
  if (stored.length > 0) await forgetWrites(backend);
  const where = stored.map((row) => row.commune_id).join();
  if (answer.error)
    return where === '' ? refusal(answer.status, answer.error) : `${answer.status}, but stored in ${where}`;
  return answer.data === 1 && where === rowId(commune, 'commune')
    ? 'yes'
    : `${answer.data} stored in ${where}`;
}

const OF_IMPORTS = new Set(['stage_features', 'compare_import', 'give_up_import', 'store_import']);
const SECOND_IMPORT = 'dddddddd-0000-4000-8000-000000000002';

// Before each knock a row of the commune lies there, brought by one of its officers.
async function bring(
  backend: Backend,
  client: SupabaseClient,
  verb: string,
  commune: Commune,
): Promise<string> {
  const commune_id = rowId(commune, 'commune');
  await backend.query(
    `insert into app.staged_features (import_id, row_number, commune_id, layer, id, properties, geom, has_error)
     values ($1, 1, $2, 'cemeteries', $1, '{"name": "Mới", "valid_from": "2026-01-01"}', extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON($3), 4326), false)`,
    [NEW_ROW, commune_id, JSON.stringify(placeIn(commune))],
  );
  const meant = {
    id: NEW_ROW,
    layer: 'cemeteries',
    name: 'moi.csv',
    file_hash: '2'.repeat(64),
    rows: 1,
    duplicates: 'keep',
  };
  const sent: Record<string, object> = {
    stage_features: {
      import_id: SECOND_IMPORT,
      layer: 'cemeteries',
      first_row: 1,
      features: [{ ...featureOf('cemeteries', commune), id: SECOND_IMPORT }],
      commune_id,
    },
    store_import: { import: meant, commune_id },
  };
  const { status, error, data } = await client.rpc(verb, sent[verb] ?? { import_id: NEW_ROW });
  const [there] = await backend.query<{ first: number; second: number; stored: number }>(
    `select (select count(*)::integer from app.staged_features where import_id = $1) as first,
       (select count(*)::integer from app.staged_features where import_id = $2 and commune_id = $3) as second,
       (select count(*)::integer from app.imports i join app.cemeteries c using (id, commune_id) where i.id = $1 and commune_id = $3) as stored`,
    [NEW_ROW, SECOND_IMPORT, commune_id],
  );
  await forgetWrites(backend);
  const left = `${there?.first} ${there?.second} ${there?.stored}`;
  if (error) return left === '1 0 0' ? refusal(status, error) : `${status}, but left ${left}`;
  if (verb === 'compare_import') return data.rows === 1 ? 'yes' : 'none';
  const done: Record<string, string> = {
    stage_features: '1 1 0',
    give_up_import: '0 0 0',
    store_import: '0 0 1',
  };
  if (left === done[verb]) return 'yes';
  return left === '1 0 0' ? 'none' : `left ${left}`;
}

// Where the change log says that something was written, and nothing else, decides whether a verb was carried out.
async function keep(
  backend: Backend,
  client: SupabaseClient,
  verb: string,
  commune: Commune,
): Promise<string> {
  const { status, error } = await client.rpc(verb, recordCall(verb, commune));
  const written = await backend.query<{ commune_id: string }>(
    'select distinct commune_id from app.changes where id >= 1000',
  );
  if (written.length > 0) await forgetWrites(backend);
  const where = written.map((row) => row.commune_id).join();
  if (error) return where === '' ? refusal(status, error) : `${status}, but stored in ${where}`;
  // What is already gone, or was never there for him, is taken back once more without a word.
  if (where === '' && TAKES_BACK.has(verb)) return 'none';
  return where === rowId(commune, 'commune') ? 'yes' : `${status}, stored in ${where || 'nothing'}`;
}

// Whoever is answered is in the log, once; whoever is refused left nothing in a commune that is not his.
async function withLog(
  backend: Backend,
  word: string,
  answered: boolean,
  actor: Actor,
  commune: Commune,
): Promise<string> {
  const log = await backend.query<{ read_by: string; commune_id: string }>(
    'select read_by, commune_id from app.incident_reads where id >= 1000',
  );
  if (log.length > 0) await forgetWrites(backend);
  const expected = answered ? [{ read_by: accountOf(actor)?.id, commune_id: rowId(commune, 'commune') }] : [];
  return JSON.stringify(log) === JSON.stringify(expected) ? word : `${word}, log ${JSON.stringify(log)}`;
}

const LOGGED = new Set(['read_incidents', 'incident_cells', 'review_incident_period']);
const TAKES_BACK = new Set(['take_back_care', 'take_back_proposal', 'remove_rota']);
const WRITES = new Set(['save_setting', 'confirm_setting', 'begin_backup', 'set_incident_seal']);
const KEEPS = new Set(['make_member_code', 'set_member_active', 'save_member', 'save_organization']);

// A refusal that says it was kept is in the log of that commune, once; nothing else is.
async function withAttempt(backend: Backend, word: string, actor: Actor, commune: Commune): Promise<string> {
  const log = await backend.query<{ attempted_by: string; commune_id: string }>(
    'select attempted_by, commune_id from app.refused_attempts where id >= 1000',
  );
  const expected =
    word === 'log' ? [{ attempted_by: accountOf(actor)?.id, commune_id: rowId(commune, 'commune') }] : [];
  await forgetWrites(backend);
  return JSON.stringify(log) === JSON.stringify(expected) ? word : `${word}, log ${JSON.stringify(log)}`;
}

/** Names of what an actor reaches of schema `app` over HTTP, by its own name or by asking for the schema: none. */
export async function reachedOfApp(people: People, actor: Actor): Promise<string[]> {
  const client = people.get(actor);
  if (!client) throw new Error(`${actor} is not signed in`);
  const app = client.schema('app');
  const reached: string[] = [];
  const expect = (name: string, { status }: { status: number }, closed: number) => {
    if (status !== closed) reached.push(`${name}: ${status}`);
  };
  for (const table of UNREACHABLE.tables) {
    expect(`read app.${table}`, await app.from(table).select('*'), 406);
    expect(`insert app.${table}`, await app.from(table).insert({ id: NEW_ROW }), 406);
    expect(`update app.${table}`, await app.from(table).update({ id: NEW_ROW }).not('id', 'is', null), 406);
    expect(`delete app.${table}`, await app.from(table).delete().not('id', 'is', null), 406);
    if (!(table in SEEN_AT_DOORS) && !VIEWS_OF_TABLES.includes(table)) {
      expect(`read ${table}`, await client.from(table).select('*'), 404);
    }
  }
  for (const called of UNREACHABLE.functions) {
    expect(`call app.${called}`, await app.rpc(called), 406);
    expect(`call ${called}`, await client.rpc(called), 404);
  }
  return reached;
}

const VIEWS_OF_TABLES = [
  'changes',
  'coordinate_systems',
  'indicators',
  'installation',
  'setting_definitions',
];
