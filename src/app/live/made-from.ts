/** Reads that the server logs: they are asked again only when their own table was written. */
const LOGGED_READS = ['incidents', 'incident-review'];

const OF_HAMLETS = ['hamlets', 'hamlet_successions'];
const OF_MODEL_ROADS = ['model_roads', 'model_road_states', 'model_road_assessments', 'settings'];
const OF_REACH = [...OF_HAMLETS, 'waste_points', 'waste_point_states', 'cemeteries'];
const OF_PROGRESS = [
  ...OF_HAMLETS,
  ...OF_MODEL_ROADS,
  'hamlet_statistics',
  'targets',
  'reports',
  'care_records',
  'waste_points',
  'waste_point_states',
  'cemeteries',
];

/**
 * From which tables each query is made, by the second part of its key. A query that is not here is asked again
 * whatever was written: small ones need no line, and a new one is never forgotten.
 */
const MADE_FROM: Readonly<Record<string, readonly string[]>> = {
  communes: ['communes'],
  ground: ['communes', 'neighbours'],
  installation: [],
  'coordinate-systems': [],
  memberships: ['members'],
  organizations: ['organizations'],
  criteria: ['settings'],
  settings: ['settings'],
  hamlets: [...OF_HAMLETS, ...OF_MODEL_ROADS, 'hamlet_statistics', 'targets'],
  roads: ['roads'],
  'model-roads': [...OF_MODEL_ROADS, ...OF_HAMLETS, 'organizations'],
  'waste-points': ['waste_points', 'waste_point_states', ...OF_HAMLETS, 'organizations'],
  cemeteries: ['cemeteries', ...OF_HAMLETS, 'organizations'],
  incidents: ['incidents'],
  'incident-periods': ['incident_periods', 'published_periods'],
  // A closed period is never counted again.
  'incident-review': [],
  'published-incidents': ['published_periods'],
  coverage: OF_REACH,
  'best-places': OF_REACH,
  indicators: [],
  targets: ['targets'],
  progress: OF_PROGRESS,
  'progress-totals': OF_PROGRESS,
  'progress-series': OF_PROGRESS,
  'progress-evidence': OF_PROGRESS,
  'entry-authors': ['reports', 'care_records', 'members'],
  'care-stretches': [...OF_MODEL_ROADS, ...OF_HAMLETS, 'organizations', 'care_records'],
  'care-subjects': [
    ...OF_MODEL_ROADS,
    ...OF_HAMLETS,
    'organizations',
    'care_records',
    'cemeteries',
    'waste_points',
    'waste_point_states',
  ],
  'care-records': ['care_records', 'photos'],
  photo: [],
  'care-rota': ['care_rota'],
  proposals: ['proposals'],
  'security-areas': ['security_areas', 'security_area_results', ...OF_HAMLETS],
  'earlier-import': ['imports'],
  meetings: ['meetings', 'scenes', 'conclusions'],
  conclusions: ['conclusions', 'meetings'],
};

/** Whether a query shows something of the tables that were written. */
export function isMadeFrom(queryKey: readonly unknown[], written: ReadonlySet<string>): boolean {
  const tables = MADE_FROM[String(queryKey[1])];
  return tables === undefined || tables.some((table) => written.has(table));
}

/** Whether asking again leaves a trace in a log, so that it is not done by the clock. */
export function isLoggedRead(queryKey: readonly unknown[]): boolean {
  return LOGGED_READS.includes(String(queryKey[1]));
}
