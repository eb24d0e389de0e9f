import {
  type Actor,
  accountOf,
  type Commune,
  MEMBERSHIPS,
  membershipId,
  type Row,
  rowId,
} from './two-communes.ts';

type Printed = Record<string, unknown>;
type Seen = {
  /** One line that says which row this is and what it shows of the tables behind it. */
  print: (row: Printed) => string;
  /** The lines that the rows of a commune print, written by hand. */
  rows: (commune: Commune) => string[];
};

const byId = (...rows: Row[]): Seen => ({
  print: (row) => String(row.id),
  rows: (commune) => rows.map((row) => rowId(commune, row)),
});

const columns =
  (...names: string[]) =>
  (row: Printed) =>
    names.map((name) => String(row[name] ?? 'null')).join(' | ');

const FIRST_NUMBER = { A: 1, B: 4 };
const HOUSEHOLDS = { A: 111, B: 222 };

const members: Seen = {
  print: (row) => String(row.id),
  rows: (commune) =>
    MEMBERSHIPS.filter((member) => member.commune === commune).map(({ actor }) =>
      membershipId(actor, commune),
    ),
};
const hamletColumns = (row: Printed) => {
  const successors = Array.isArray(row.successors) ? row.successors : [];
  return [
    columns('id', 'households', 'progress')(row),
    ...successors.map(({ id }: { id: string }) => id),
  ].join(' | ');
};
const modelRoadColumns = columns(
  'id',
  'state',
  'organization_name',
  'hamlet_name',
  'criteria_met',
  'criteria_total',
);
const modelRoad = (commune: Commune, hamlet: string) =>
  `${rowId(commune, 'modelRoad')} | recognised | Hội ${commune} | ${hamlet} ${commune} | 1 | 2`;
const wastePointColumns = columns('id', 'state', 'organization_name', 'hamlet_name');
const wastePoint = (commune: Commune, hamlet: string) =>
  `${rowId(commune, 'wastePoint')} | active | Hội ${commune} | ${hamlet} ${commune}`;
const cemeteryColumns = columns('id', 'organization_name', 'hamlet_name');
const cemetery = (commune: Commune, hamlet: string) =>
  `${rowId(commune, 'cemetery')} | Hội ${commune} | ${hamlet} ${commune}`;

const MONTHLY = ['conciliation', 'green-sunday', 'waste-sorting'];
const REPORTED = [...MONTHLY, 'cultural-families', 'cultural-hamlets', 'drug-free', 'security-areas'];
const INDICATORS = [
  ...REPORTED,
  'cemetery-care',
  'model-roads',
  'pesticide-tanks',
  'road-care',
  'waste-reach',
];

// On 15 February 2026: the old hamlet's road has become the hamlet's, recognised and cared for 26 days ago; the
// collection point lies in the hamlet, 570 m from the other. The other hamlet reported its conciliation.
const STATES: Record<string, string> = {
  'hamlet model-roads': 'met',
  'hamlet road-care': 'on_the_way',
  'hamlet waste-reach': 'on_the_way',
  'otherHamlet waste-reach': 'on_the_way',
  'otherHamlet conciliation': 'on_the_way',
};
const HAMLETS_REPORTED: Record<string, number> = { 'model-roads': 1, 'road-care': 1, 'waste-reach': 2 };

function progressOf(commune: Commune, hamlet: 'hamlet' | 'otherHamlet'): string[] {
  const targets: Record<string, string> = { 'model-roads': '1', 'waste-sorting': '60' };
  return INDICATORS.map((code) => {
    const state = STATES[`${hamlet} ${code}`] ?? 'not_reported';
    return `${rowId(commune, hamlet)} | ${code} | ${targets[code] ?? 'null'} | ${state}`;
  });
}

/** What each view (today) and function (`_at` asked for 2025-06-01, when the old hamlet stood) shows of a commune. */
export const SEEN_AT_DOORS: Record<string, Seen> = {
  communes: byId('commune'),
  neighbours: byId('neighbour'),
  incident_seals: { print: columns('commune_id'), rows: (commune) => [rowId(commune, 'commune')] },
  organizations: byId('organization'),
  settings: byId('setting', 'visitorsRead'),
  members,
  list_members: members,
  list_organizations: byId('organization'),
  backups: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  refused_attempts: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  hamlets: {
    print: hamletColumns,
    rows: (commune) => [
      `${rowId(commune, 'hamlet')} | ${HOUSEHOLDS[commune]} | met`,
      `${rowId(commune, 'otherHamlet')} | null | not_reported`,
    ],
  },
  hamlets_at: {
    print: hamletColumns,
    rows: (commune) => [`${rowId(commune, 'oldHamlet')} | null | met | ${rowId(commune, 'hamlet')}`],
  },
  roads: byId('road'),
  roads_at: byId('road'),
  model_roads: { print: modelRoadColumns, rows: (commune) => [modelRoad(commune, 'Thôn')] },
  model_roads_at: { print: modelRoadColumns, rows: (commune) => [modelRoad(commune, 'Thôn cũ')] },
  waste_points: { print: wastePointColumns, rows: (commune) => [wastePoint(commune, 'Thôn')] },
  waste_points_at: { print: wastePointColumns, rows: (commune) => [wastePoint(commune, 'Thôn cũ')] },
  cemeteries: { print: cemeteryColumns, rows: (commune) => [cemetery(commune, 'Thôn')] },
  cemeteries_at: { print: cemeteryColumns, rows: (commune) => [cemetery(commune, 'Thôn cũ')] },
  hamlet_statistics: byId('statistics'),
  model_road_states: byId('modelRoadState'),
  model_road_assessments: byId('assessment'),
  waste_point_states: byId('wastePointState'),
  targets: byId('target'),
  reports: byId('report'),
  report_locks: byId('reportLock'),
  care_records: byId('careRecord', 'ownCareRecord'),
  photos: byId('photo'),
  care_rota: byId('duty'),
  proposals: byId('proposal'),
  imports: byId('fileLoaded'),
  security_areas: byId('securityArea'),
  security_area_results: byId('securityResult'),
  security_areas_at: byId('securityArea'),
  progress_at: {
    print: columns('hamlet_id', 'indicator', 'target', 'state'),
    rows: (commune) => [...progressOf(commune, 'hamlet'), ...progressOf(commune, 'otherHamlet')],
  },
  progress_totals_at: {
    print: (row) =>
      `${row.indicator} | ${row.indicator === 'conciliation' ? row.value : row.hamlets_reported}`,
    rows: (commune) =>
      INDICATORS.map(
        (code) =>
          `${code} | ${code === 'conciliation' ? (commune === 'A' ? 75 : 25) : (HAMLETS_REPORTED[code] ?? 0)}`,
      ),
  },
  progress_series: {
    print: (row) =>
      `${row.hamlet_id ?? 'all'} | ${row.indicator} | ${JSON.stringify(row.reported ?? row.states)}`,
    rows: (commune) => [
      ...(['hamlet', 'otherHamlet'] as const).flatMap((hamlet) =>
        INDICATORS.map(
          (code) =>
            // A week and a half after its thirty days the road is no longer kept up: 0 of its length, no target.
            `${rowId(commune, hamlet)} | ${code} | ["${STATES[`${hamlet} ${code}`] ?? 'not_reported'}"]`,
        ),
      ),
      ...INDICATORS.map(
        (code) => `all | ${code} | [${code === 'conciliation' ? 1 : (HAMLETS_REPORTED[code] ?? 0)}]`,
      ),
    ],
  },
  progress_evidence: {
    print: columns('kind', 'feature_id', 'source_id'),
    rows: (commune) => [
      `feature | ${rowId(commune, 'modelRoad')} | null`,
      `care | ${rowId(commune, 'modelRoad')} | ${rowId(commune, 'careRecord')}`,
      `care | ${rowId(commune, 'modelRoad')} | ${rowId(commune, 'ownCareRecord')}`,
    ],
  },
  care_stretches_at: {
    print: columns('model_road_id', 'state'),
    rows: (commune) => [`${rowId(commune, 'modelRoad')} | never`],
  },
  care_subjects_at: {
    print: columns('layer', 'id'),
    rows: (commune) => [
      `model-roads | ${rowId(commune, 'modelRoad')}`,
      `cemeteries | ${rowId(commune, 'cemetery')}`,
      `waste-points | ${rowId(commune, 'wastePoint')}`,
    ],
  },
  coverage_at: {
    print: (row) => `${row.hamlet_id} | ${Number(row.reached_m2) > 0}`,
    rows: (commune) => [`${rowId(commune, 'hamlet')} | true`, `${rowId(commune, 'otherHamlet')} | false`],
  },
  // Only the hamlet itself is wide enough for a first and four more.
  best_places: {
    print: columns('rank', 'hamlet_id'),
    rows: (commune) => [1, 2, 3, 4, 5].map((rank) => `${rank} | ${rowId(commune, 'hamlet')}`),
  },
  entry_authors: byId('report', 'careRecord'),
  reports_of: {
    print: columns('hamlet_id', 'indicator', 'id', 'is_locked'),
    rows: (commune) =>
      REPORTED.flatMap((code) => [
        `${rowId(commune, 'hamlet')} | ${code} | null | false`,
        `${rowId(commune, 'otherHamlet')} | ${code} | ${code === 'conciliation' ? rowId(commune, 'report') : 'null'} | ${MONTHLY.includes(code)}`,
      ]),
  },
  meetings: byId('meeting'),
  meeting_scenes: byId('scene'),
  conclusions: {
    print: (row) => String(row.id),
    rows: (commune) => [rowId(commune, 'conclusion'), rowId(commune, 'conclusionOfHamlet')],
  },
  retired_records: byId('oldHamlet', 'retiredRoad'),
  incident_reads: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  read_incidents: byId('incident'),
  published_periods: byId('period'),
  published_incidents: byId('part'),
  incident_periods: byId('period'),
  review_incident_period: byId('part'),
  incident_cells: { print: columns('cell_id', 'count'), rows: (commune) => [`${FIRST_NUMBER[commune]} | 1`] },
  // Sent is a hamlet of a name that the commune has, a degree away from it: only who reads the commune is told.
  check_features: {
    print: columns('code', 'field'),
    rows: () => ['exists_already | name', 'outside_commune | geometry'],
  },
};

/** The same for the tables themselves, where every row prints its id alone. */
export const SEEN_IN_TABLES: Record<string, Seen> = {
  communes: byId('commune'),
  neighbours: byId('neighbour'),
  incident_seals: byId('commune'),
  organizations: byId('organization'),
  settings: byId('setting', 'visitorsRead'),
  members,
  one_time_codes: byId('code'),
  backups: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  refused_attempts: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  hamlets: byId('oldHamlet', 'hamlet', 'otherHamlet'),
  hamlet_successions: byId('succession'),
  hamlet_statistics: byId('statistics'),
  roads: byId('road', 'retiredRoad'),
  model_roads: byId('modelRoad'),
  model_road_states: byId('modelRoadState'),
  model_road_assessments: byId('assessment'),
  waste_points: byId('wastePoint'),
  waste_point_states: byId('wastePointState'),
  cemeteries: byId('cemetery'),
  targets: byId('target'),
  reports: byId('report'),
  report_locks: byId('reportLock'),
  care_records: byId('careRecord', 'ownCareRecord'),
  photos: byId('photo'),
  care_rota: byId('duty'),
  proposals: byId('proposal'),
  imports: byId('fileLoaded'),
  staged_features: byId('rowOnItsWay'),
  security_areas: byId('securityArea'),
  security_area_results: byId('securityResult'),
  meetings: byId('meeting'),
  scenes: byId('scene'),
  conclusions: byId('conclusion', 'conclusionOfHamlet'),
  incidents: byId('incident'),
  incident_periods: byId('period'),
  incident_period_parts: byId('part'),
  counted_incidents: byId('incident'),
  published_periods: byId('period'),
  published_parts: byId('part'),
  incident_grid: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  incident_reads: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
};

// EPSG codes of all 20 VN-2000 zones.
const ZONES = [...Array.from({ length: 14 }, (_, index) => 9205 + index), 5896, 5897, 5898, 5899, 3405, 3406];

/**
 * The word of the matrix for the rows that an actor was answered with. Rows that fit no word come back as they
 * printed, so that a failing test says what was seen.
 */
export function wordFor(object: string, seen: Seen | undefined, rows: Printed[], actor: Actor): string {
  if (rows.length === 0) return '-';
  if (object === 'coordinate_systems') {
    const codes = rows.map((row) => String(row.code ?? row.id));
    return sameRows(
      codes,
      ZONES.map((zone) => `EPSG:${zone}`),
    )
      ? 'all'
      : codes.join(', ');
  }
  if (object === 'indicators') {
    const codes = rows.map((row) => String(row.code ?? row.id));
    return sameRows(codes, INDICATORS) ? 'all' : codes.join(', ');
  }
  if (object === 'setting_definitions') {
    const keys = rows.map((row) => String(row.key ?? row.id));
    return sameRows(keys, SETTINGS) ? 'all' : keys.join(', ');
  }
  if (object === 'audible_tables') return tablesWord(rows, actor);
  if (object === 'change_authors') return authorsWord(rows);
  if (object === 'changes' || object === 'read_acts')
    return rows
      .map((row) => Number(row.last_change ?? row.id))
      .sort((one, other) => one - other)
      .join('+');
  if (object === 'installation') {
    const people = rows.map((row) => String(row.first_administrator ?? row.id));
    return sameRows(people, [accountOf(actor)?.id ?? '']) ? 'own' : people.join(', ');
  }
  if (!seen) throw new Error(`${object}: rows-seen.ts does not say what its rows look like`);
  const printed = rows.map(seen.print);
  const [a, b] = [seen.rows('A'), seen.rows('B')];
  if (sameRows(printed, a) && !sameRows(a, b)) return 'A';
  if (sameRows(printed, b) && !sameRows(a, b)) return 'B';
  if (sameRows(printed, [...a, ...b])) return 'AB';
  if (object === 'conclusions' && rows.length === 1) {
    const concerned = rowId(/ of B$/.test(actor) ? 'B' : 'A', 'conclusionOfHamlet');
    if (rows[0]?.id === concerned) return 'own';
  }
  if (object === 'care_records' && rows.length === 1) {
    const recordedByOther = rowId(/ of B$/.test(actor) ? 'B' : 'A', 'careRecord');
    if (rows[0]?.id === recordedByOther) return 'oth';
  }
  if (seen === members) {
    if (sameRows(printed, ownMemberships(actor))) return 'own';
    for (const commune of ['A', 'B'] as const) {
      if (sameRows(printed, membershipsOf(commune, true))) return 'pol';
      if (sameRows(printed, membershipsOf(commune, false))) return 'civ';
    }
  }
  return printed.join(', ');
}

const SETTINGS = [
  'care_interval_days',
  'model_road_criteria',
  'model_roads_per_hamlet',
  'on_the_way_percent',
  'publication_for_visitors',
  'publication_parts',
  'publication_period',
  'waste_reach_m',
];

// What the public map is made of; whoever reads one of these reads all.
const PUBLIC_TABLES = `
  care_records cemeteries communes hamlet_statistics hamlet_successions hamlets model_road_assessments model_road_states
  model_roads neighbours organizations report_locks reports roads settings targets waste_point_states waste_points`
  .trim()
  .split(/\s+/);

function tablesWord(rows: Printed[], actor: Actor): string {
  const own = / of B$|leader of B/.test(actor) ? 'B' : 'A';
  const printed = rows.map((row) => `${String(row.commune_id).charAt(0).toUpperCase()} ${row.table_name}`);
  const of = (...communes: string[]) =>
    communes.flatMap((commune) => PUBLIC_TABLES.map((table) => `${commune} ${table}`));
  // Photos, duties, proposals, published counts and self-managed areas are for those who are members here.
  const ofMembers = 'care_rota photos proposals published_periods security_areas security_area_results';
  const care = ofMembers.split(' ').map((table) => `${own} ${table}`);
  const meetings = ['conclusions', 'imports', 'meetings', 'scenes'].map((table) => `${own} ${table}`);
  for (const [word, tables] of [
    ['A', of('A')],
    ['AB', of('A', 'B')],
  ] as const) {
    for (const [more, extra] of [
      ['', []],
      ['c', care],
      ['i', [...care, `${own} incidents`, `${own} incident_periods`]],
      ['s', [...care, ...meetings]],
      ['ms', [...care, `${own} members`, ...meetings]],
    ] as const) {
      if (sameRows(printed, [...tables, ...extra])) return word + more;
    }
  }
  return printed.join(', ');
}

function authorsWord(rows: Printed[]): string {
  const printed = rows.map((row) => `${row.user_id} ${row.display_name}`);
  for (const commune of ['A', 'B'] as const) {
    for (const [word, isPolice] of [
      ['pol', true],
      ['civ', false],
    ] as const) {
      const expected = MEMBERSHIPS.filter(
        (one) => one.commune === commune && (one.role === 'police') === isPolice,
      );
      if (
        sameRows(
          printed,
          expected.map(({ actor }) => `${accountOf(actor)?.id} ${actor}`),
        )
      )
        return word;
    }
  }
  return printed.join(', ');
}

function ownMemberships(person: Actor): string[] {
  return MEMBERSHIPS.filter(({ actor, active }) => actor === person && active).map(({ actor, commune }) =>
    membershipId(actor, commune),
  );
}

function membershipsOf(commune: Commune, police: boolean): string[] {
  return MEMBERSHIPS.filter(
    (member) => member.commune === commune && (member.role === 'police') === police,
  ).map(({ actor }) => membershipId(actor, commune));
}

function sameRows(one: string[], other: string[]): boolean {
  return JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted());
}
