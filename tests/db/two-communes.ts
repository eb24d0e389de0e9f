import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase } from '../support/database.ts';

/** Everybody who may stand before a door. A's commune is public, B's is not. */
export const ACTORS = [
  'visitor',
  'leader of A',
  'front officer of A',
  'association of A',
  'hamlet committee of A',
  'police of A',
  'administrator of A',
  'leader of B',
  'front officer of B',
  'association of B',
  'hamlet committee of B',
  'police of B',
  'administrator of B',
  'inactive: was police of A',
  'moved: was administrator of A, is leader of B',
  'signed in, member of nothing',
  'first administrator of the installation',
] as const;
export type Actor = (typeof ACTORS)[number];
export type Commune = 'A' | 'B';

const ROW_NUMBERS = {
  commune: '01',
  neighbour: '02',
  organization: '03',
  oldHamlet: '04',
  hamlet: '05',
  succession: '06',
  statistics: '07',
  road: '08',
  modelRoad: '09',
  modelRoadState: '0a',
  assessment: '0b',
  wastePoint: '0c',
  wastePointState: '0d',
  cemetery: '0e',
  incident: '0f',
  setting: '10',
  retiredRoad: '11',
  otherHamlet: '12',
  code: '13',
  meeting: '14',
  scene: '15',
  conclusion: '16',
  conclusionOfHamlet: '17',
  target: '18',
  report: '19',
  reportLock: '1a',
  careRecord: '1b',
  photo: '1c',
  duty: '1d',
  ownCareRecord: '1e',
  period: '1f',
  part: '20',
  visitorsRead: '21',
  proposal: '22',
  fileLoaded: '23',
  rowOnItsWay: '24',
  securityArea: '25',
  securityResult: '26',
} as const;
export type Row = keyof typeof ROW_NUMBERS;

/** Id of a row of the fixture: its first eight digits say the commune. */
export function rowId(commune: Commune, row: Row): string {
  return `${commune.toLowerCase().repeat(8)}-0000-4000-8000-0000000000${ROW_NUMBERS[row]}`;
}

const NUMBERED_ACTORS = ACTORS.filter((actor) => actor !== 'visitor');

/** The account of an actor, null for the visitor. */
export function accountOf(actor: Actor): { id: string; email: string } | null {
  if (actor === 'visitor') return null;
  const number = String(NUMBERED_ACTORS.indexOf(actor) + 1).padStart(2, '0');
  return { id: `cccccccc-0000-4000-8000-0000000000${number}`, email: `person${number}@xa.vn` };
}

/** Id of an actor's membership of a commune. */
export function membershipId(actor: Actor, commune: Commune): string {
  return (accountOf(actor)?.id ?? '').replace('cccccccc', commune.toLowerCase().repeat(8));
}

type Membership = { actor: Actor; commune: Commune; role: string; active: boolean };
export const MEMBERSHIPS: Membership[] = [
  ...ACTORS.filter((actor) => / of [AB]$/.test(actor) && !actor.includes(':')).map((actor) => ({
    actor,
    commune: actor.endsWith('A') ? ('A' as const) : ('B' as const),
    role: actor.replace(/ of [AB]$/, '').replace(' ', '_'),
    active: true,
  })),
  { actor: 'inactive: was police of A', commune: 'A', role: 'police', active: false },
  {
    actor: 'moved: was administrator of A, is leader of B',
    commune: 'A',
    role: 'administrator',
    active: false,
  },
  { actor: 'moved: was administrator of A, is leader of B', commune: 'B', role: 'leader', active: true },
];

// A kilometre apart from each other; one degree of longitude is about 104 km here.
const WEST = { A: 106.62, B: 106.66 };
const SOUTH = 20.72;

/** A place inside the hamlet of a commune, as GeoJSON. */
export function placeIn(commune: Commune): { type: 'Point'; coordinates: [number, number] } {
  return { type: 'Point', coordinates: [WEST[commune] + 0.003, SOUTH + 0.003] };
}

function square(commune: Commune, size: number, east = 0, north = 0): string {
  const [west, south] = [WEST[commune] + east, SOUTH + north];
  return `extensions.ST_Multi(extensions.ST_MakeEnvelope(${west}, ${south}, ${west + size}, ${south + size}, 4326))`;
}

function point(commune: Commune): string {
  const [longitude, latitude] = placeIn(commune).coordinates;
  return `extensions.ST_SetSRID(extensions.ST_MakePoint(${longitude}, ${latitude}), 4326)`;
}

function line(commune: Commune): string {
  const west = WEST[commune];
  return `extensions.ST_GeomFromText('MULTILINESTRING((${west + 0.002} ${SOUTH + 0.002}, ${west + 0.004} ${SOUTH + 0.002}))', 4326)`;
}

// One row of everything. The old hamlet became the hamlet on 2026-01-01; the road was registered with the old one.
function rowsOf(commune: Commune): string {
  const id = (row: Row) => `'${rowId(commune, row)}'`;
  const place = `'${rowId(commune, 'commune')}'`;
  const first = commune === 'A' ? 1 : 4;
  const members = MEMBERSHIPS.filter((member) => member.commune === commune);
  return `
    insert into app.communes (id, code, name, province, coordinate_system, is_public, geom)
    values (${place}, '${commune === 'A' ? '10001' : '10002'}', 'Xã ${commune}', 'Hải Phòng', 'EPSG:9210', ${commune === 'A'}, ${square(commune, 0.01)});
    insert into app.incident_grid (commune_id, cell_id, projected_geom, geom)
    values (${place}, ${first}, extensions.ST_MakeEnvelope(0, 0, 1, 1), extensions.ST_GeometryN(${square(commune, 0.01)}, 1));
    insert into app.neighbours (id, commune_id, name, geom) values (${id('neighbour')}, ${place}, 'Bên cạnh ${commune}', ${square(commune, 0.01)});
    insert into app.organizations (id, commune_id, code, name) values (${id('organization')}, ${place}, 'veterans', 'Hội ${commune}');
    insert into app.settings (id, commune_id, key, value, valid_from)
    values (${id('setting')}, ${place}, 'model_road_criteria', '[{"code": "green"}, {"code": "clean"}]', '2025-01-01'),
      (${id('visitorsRead')}, ${place}, 'publication_for_visitors', '"yes"', '2025-01-01');
    insert into app.hamlets (id, commune_id, name, valid_from, valid_to, roads_declared_complete_on, geom, label_geom)
    values (${id('oldHamlet')}, ${place}, 'Thôn cũ ${commune}', '2025-01-01', '2026-01-01', null, ${square(commune, 0.008)}, ${point(commune)}),
      (${id('hamlet')}, ${place}, 'Thôn ${commune}', '2026-01-01', null, '2026-02-01', ${square(commune, 0.008)}, ${point(commune)}),
      (${id('otherHamlet')}, ${place}, 'Thôn khác ${commune}', '2026-01-01', null, null, ${square(commune, 0.001, 0.0085, 0.004)}, ${point(commune)});
    insert into app.hamlet_successions (id, commune_id, hamlet_id, successor_id)
    values (${id('succession')}, ${place}, ${id('oldHamlet')}, ${id('hamlet')});
    insert into app.hamlet_statistics (id, commune_id, hamlet_id, valid_from, households)
    values (${id('statistics')}, ${place}, ${id('hamlet')}, '2026-01-01', ${commune === 'A' ? 111 : 222});
    insert into app.roads (id, commune_id, name, class, valid_from, geom)
    values (${id('road')}, ${place}, 'Đường ${commune}', 'commune', '2025-01-01', ${line(commune)});
    insert into app.roads (id, commune_id, class, valid_from, valid_to, retired_reason, geom)
    values (${id('retiredRoad')}, ${place}, 'alley', '2020-01-01', '2025-01-01', 'Không còn', ${line(commune)});
    insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom)
    values (${id('modelRoad')}, ${place}, ${id('oldHamlet')}, ${id('organization')}, 'Đường mẫu ${commune}', ${line(commune)});
    insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from)
    values (${id('modelRoadState')}, ${place}, ${id('modelRoad')}, 'recognised', '2025-03-01');
    insert into app.model_road_assessments (id, commune_id, model_road_id, assessed_on, criteria)
    values (${id('assessment')}, ${place}, ${id('modelRoad')}, '2025-04-01', '{"green": true, "clean": false}');
    insert into app.waste_points (id, commune_id, organization_id, name, kind, geom)
    values (${id('wastePoint')}, ${place}, ${id('organization')}, 'Điểm ${commune}', 'collection', ${point(commune)});
    insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
    values (${id('wastePointState')}, ${place}, ${id('wastePoint')}, 'active', '2025-03-01');
    insert into app.cemeteries (id, commune_id, organization_id, name, valid_from, geom)
    values (${id('cemetery')}, ${place}, ${id('organization')}, 'Nghĩa trang ${commune}', '2025-01-01', ${point(commune)});
    insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
    values (${id('incident')}, ${place}, 'theft', '2026-03-10T12:00:00Z', 'open', ${point(commune)});
    insert into app.incident_periods (id, commune_id, starts_on, ends_on, parts)
    values (${id('period')}, ${place}, '2090-01-01', '2090-03-31', 'hamlets');
    insert into app.incident_period_parts (id, commune_id, period_id, hamlet_id, count, late_count, geom)
    values (${id('part')}, ${place}, ${id('period')}, ${id('hamlet')}, 1, 0, ${square(commune, 0.008)});
    insert into app.counted_incidents (incident_id, commune_id, part_id) values (${id('incident')}, ${place}, ${id('part')});
    insert into app.published_periods (id, commune_id, starts_on, ends_on, parts)
    values (${id('period')}, ${place}, '2090-01-01', '2090-03-31', 'hamlets');
    insert into app.published_parts (id, commune_id, period_id, hamlet_id, geom)
    values (${id('part')}, ${place}, ${id('period')}, ${id('hamlet')}, ${square(commune, 0.008)});
    insert into app.members (id, user_id, commune_id, role, display_name, active)
    values ${members.map(({ actor, role, active }) => `('${membershipId(actor, commune)}', '${accountOf(actor)?.id}', ${place}, '${role}', '${actor}', ${active})`).join(',\n      ')};
    insert into app.meetings (id, commune_id, title, held_on) values (${id('meeting')}, ${place}, 'Giao ban ${commune}', '2026-03-01');
    insert into app.scenes (id, commune_id, meeting_id, position, title, view, west, south, east, north, frozen_on, frozen_at)
    values (${id('scene')}, ${place}, ${id('meeting')}, 2, 'Cảnh ${commune}', '', 106.6, 20.7, 106.7, 20.8, '2026-02-28', '2026-03-01');
    insert into app.conclusions (id, commune_id, meeting_id, text, hamlet_id)
    values (${id('conclusion')}, ${place}, ${id('meeting')}, 'Kết luận ${commune}', null),
      (${id('conclusionOfHamlet')}, ${place}, ${id('meeting')}, 'Kết luận cho thôn ${commune}', ${id('otherHamlet')});
    update app.members set hamlet_id = ${id('otherHamlet')} where commune_id = ${place} and role = 'hamlet_committee';
    update app.members set organization_id = ${id('organization')} where commune_id = ${place} and role = 'association';
    insert into app.targets (id, commune_id, indicator, scope, value, valid_from)
    values (${id('target')}, ${place}, 'waste-sorting', 'hamlets', 60, '2025-01-01');
    insert into app.reports (id, commune_id, hamlet_id, indicator, period, numerator, denominator)
    values (${id('report')}, ${place}, ${id('otherHamlet')}, 'conciliation', '2026-01-01', ${commune === 'A' ? 3 : 1}, 4);
    insert into app.report_locks (id, commune_id, hamlet_id, every, period)
    values (${id('reportLock')}, ${place}, ${id('otherHamlet')}, 'month', '2026-01-01');
    insert into app.care_records (id, commune_id, model_road_id, organization_id, done_on)
    values (${id('careRecord')}, ${place}, ${id('modelRoad')}, ${id('organization')}, '2026-01-20');
    insert into app.care_records (id, commune_id, model_road_id, organization_id, done_on, done_by)
    values (${id('ownCareRecord')}, ${place}, ${id('modelRoad')}, ${id('organization')}, '2026-01-10', '${accountOf(`association of ${commune}`)?.id}');
    insert into app.photos (id, commune_id, care_record_id, width, height, added_by)
    values (${id('photo')}, ${place}, ${id('ownCareRecord')}, 1600, 1200, '${accountOf(`association of ${commune}`)?.id}');
    insert into app.care_rota (id, commune_id, model_road_id, organization_id, week, team)
    values (${id('duty')}, ${place}, ${id('modelRoad')}, ${id('organization')}, '2026-01-19', 'Tổ 1');
    insert into app.proposals (id, commune_id, layer, organization_id, name, kind, geom, proposed_by)
    values (${id('proposal')}, ${place}, 'waste_points', ${id('organization')}, 'Đề xuất', 'green_house', (select geom from app.waste_points where id = ${id('wastePoint')}), '${accountOf(`association of ${commune}`)?.id}');
    insert into app.imports (id, commune_id, layer, name, file_hash, rows, added, updated, skipped, loaded_by)
    values (${id('fileLoaded')}, ${place}, 'roads', 'duong.geojson', '${'0'.repeat(64)}', 1, 1, 0, 0, '${accountOf(`front officer of ${commune}`)?.id}');
    insert into app.staged_features (import_id, row_number, commune_id, layer, id, properties, has_error)
    values (${id('rowOnItsWay')}, 1, ${place}, 'roads', ${id('rowOnItsWay')}, '{}', true);
    insert into app.security_areas (id, commune_id, name, kind, hamlet_id, registered_on)
    values (${id('securityArea')}, ${place}, 'Khu ${commune}', 'residential_area', ${id('oldHamlet')}, '2025-02-01');
    insert into app.security_area_results (id, commune_id, security_area_id, year, assessed_on, criteria)
    values (${id('securityResult')}, ${place}, ${id('securityArea')}, 2025, '2025-03-01', '{t,t,t,t,t}');
    insert into app.one_time_codes (id, commune_id, member_id, purpose, code_hash, expires_at)
    values (${id('code')}, ${place}, '${membershipId(`leader of ${commune}`, commune)}', 'set_password', 'hash of ${commune}', '2099-01-01');
    insert into app.backups (id, commune_id, made_by, holds_incidents) overriding system value
    values (${first}, ${place}, '${accountOf(`administrator of ${commune}`)?.id}', true);
    insert into app.incident_seals (commune_id, recipient, sealed_identity, set_by)
    values (${place}, 'age1${'p'.repeat(58)}', '-----BEGIN AGE ENCRYPTED FILE-----', '${accountOf(`police of ${commune}`)?.id}');
    insert into app.refused_attempts (id, commune_id, attempted_by, attempted_by_name, act, reason) overriding system value
    values (${first}, ${place}, '${accountOf(`administrator of ${commune}`)?.id}', 'ai đó', 'add', 'police_only');
    insert into app.changes (id, commune_id, table_name, row_id, action) overriding system value
    values (${first}, ${place}, 'hamlets', ${id('hamlet')}, 'insert'), (${first + 1}, ${place}, 'members', ${place}, 'insert'),
      (${first + 2}, ${place}, 'incidents', ${id('incident')}, 'insert');
    insert into app.incident_reads (id, commune_id, read_by, what, from_date, to_date) overriding system value
    values (${first}, ${place}, '${accountOf(`police of ${commune}`)?.id}', 'incidents', '2026-01-01', '2026-01-31');`;
}

/**
 * Fills the fresh test database with two small communes that have one row of everything each, and with an
 * account for every actor. Triggers rest meanwhile, so that every id is the one written here.
 * Answers with the backend.
 */
export async function fillTwoCommunes(): Promise<Backend> {
  const backend = await freshDatabase();
  for (const actor of NUMBERED_ACTORS) {
    const account = accountOf(actor);
    if (account) await createUser(backend, account);
  }
  await backend.execute(`
    begin;
    set local session_replication_role = replica;
    ${rowsOf('A')}
    ${rowsOf('B')}
    insert into app.installation (first_administrator) values ('${accountOf('first administrator of the installation')?.id}');
    alter table app.backups alter id restart with 1000;
    alter table app.changes alter id restart with 1000;
    alter table app.incident_reads alter id restart with 1000;
    alter table app.refused_attempts alter id restart with 1000;
    commit;
    create schema if not exists probe;
    ${CHANGED_TABLES.map((table) => `drop table if exists probe.${table}; create table probe.${table} as table app.${table};`).join('\n    ')}`);
  return backend;
}

/** Id of whatever a test adds at a door. */
export const NEW_ROW = 'dddddddd-0000-4000-8000-000000000001';

/** Takes away what a permitted write or a logged read left behind. */
export async function forgetWrites(backend: Backend): Promise<void> {
  // One statement, so that the backend keeps what it knows of the schema; triggers rest meanwhile.
  await backend.query(`do $$ begin
    perform set_config('session_replication_role', 'replica', true);
    delete from app.backups where id >= 1000;
    update app.incident_seals s set recipient = 'age1${'p'.repeat(58)}', set_by = (select m.user_id from app.members m
      where m.commune_id = s.commune_id and m.role = 'police' and m.active order by m.id limit 1);
    delete from app.changes where id >= 1000;
    delete from app.incident_reads where id >= 1000;
    delete from app.refused_attempts where id >= 1000;
    delete from app.one_time_codes where id::text !~ '^(a{8}|b{8})-0000';
    delete from app.members where id = '${NEW_ROW}';
    delete from auth.identities where identity_data::text like '%@phone.invalid%';
    delete from auth.users where email like '%@phone.invalid';
    delete from app.organizations where id = '${NEW_ROW}';
    delete from app.imports where id::text !~ '^(a{8}|b{8})-0000';
    delete from app.staged_features where id::text !~ '^(a{8}|b{8})-0000';
    update app.settings set confirmed = false, legal_basis = null;
    delete from app.settings where id::text !~ '^(a{8}|b{8})-0000';
    delete from app.report_locks where id::text !~ '^(a{8}|b{8})-0000';
    delete from app.hamlet_successions where id::text !~ '^(a{8}|b{8})-0000';
    ${CHANGED_TABLES.map(
      (table) => `delete from app.${table} where version > 1 or id::text !~ '^(a{8}|b{8})-0000';
    insert into app.${table} select * from probe.${table} kept where not exists (select from app.${table} now where now.id = kept.id);`,
    ).join('\n    ')}
  end $$`);
}

// Their rows have versions: what a permitted write changed is put back from a copy.
const CHANGED_TABLES = [
  'hamlets',
  'hamlet_statistics',
  'roads',
  'model_roads',
  'model_road_states',
  'model_road_assessments',
  'waste_points',
  'waste_point_states',
  'cemeteries',
  'incidents',
  'meetings',
  'scenes',
  'conclusions',
  'targets',
  'reports',
  'care_records',
  'photos',
  'care_rota',
  'proposals',
  'security_areas',
  'security_area_results',
];
