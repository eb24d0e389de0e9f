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

/** What each view (today) and function (`_at` asked for 2025-06-01, when the old hamlet stood) shows of a commune. */
export const SEEN_AT_DOORS: Record<string, Seen> = {
  communes: byId('commune'),
  neighbours: byId('neighbour'),
  organizations: byId('organization'),
  settings: byId('setting'),
  members,
  list_members: members,
  list_organizations: byId('organization'),
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
  meetings: byId('meeting'),
  meeting_scenes: byId('scene'),
  conclusions: {
    print: (row) => String(row.id),
    rows: (commune) => [rowId(commune, 'conclusion'), rowId(commune, 'conclusionOfHamlet')],
  },
  retired_records: byId('oldHamlet', 'retiredRoad'),
  incident_reads: { print: (row) => String(row.id), rows: (commune) => [String(FIRST_NUMBER[commune])] },
  read_incidents: byId('incident'),
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
  organizations: byId('organization'),
  settings: byId('setting'),
  members,
  one_time_codes: byId('code'),
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
  meetings: byId('meeting'),
  scenes: byId('scene'),
  conclusions: byId('conclusion', 'conclusionOfHamlet'),
  incidents: byId('incident'),
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
  if (seen === members) {
    if (sameRows(printed, ownMemberships(actor))) return 'own';
    for (const commune of ['A', 'B'] as const) {
      if (sameRows(printed, membershipsOf(commune, true))) return 'pol';
      if (sameRows(printed, membershipsOf(commune, false))) return 'civ';
    }
  }
  return printed.join(', ');
}

const SETTINGS = ['care_interval_days', 'model_road_criteria', 'model_roads_per_hamlet'];

// What the public map is made of; whoever reads one of these reads all.
const PUBLIC_TABLES = `
  cemeteries communes hamlet_statistics hamlet_successions hamlets model_road_assessments model_road_states
  model_roads neighbours organizations roads settings waste_point_states waste_points`
  .trim()
  .split(/\s+/);

function tablesWord(rows: Printed[], actor: Actor): string {
  const own = / of B$|leader of B/.test(actor) ? 'B' : 'A';
  const printed = rows.map((row) => `${String(row.commune_id).charAt(0).toUpperCase()} ${row.table_name}`);
  const of = (...communes: string[]) =>
    communes.flatMap((commune) => PUBLIC_TABLES.map((table) => `${commune} ${table}`));
  const meetings = ['conclusions', 'meetings', 'scenes'].map((table) => `${own} ${table}`);
  for (const [word, tables] of [
    ['A', of('A')],
    ['AB', of('A', 'B')],
  ] as const) {
    for (const [more, extra] of [
      ['', []],
      ['i', [`${own} incidents`]],
      ['m', [`${own} members`]],
      ['s', meetings],
      ['ms', [`${own} members`, ...meetings]],
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
