import { makeCareRecords, makeDuties, makePhotos } from './care.ts';
import { makeCemeteries } from './cemeteries.ts';
import type { Day } from './days.ts';
import { firstOfMonth } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import { makeHamlets, makeStatistics, makeSuccessions } from './hamlets.ts';
import { makeIncidents } from './incidents.ts';
import { makeMeetings } from './meetings.ts';
import { makeAssessments, makeStates } from './model-road-history.ts';
import { makeModelRoads } from './model-roads.ts';
import { drawNeighbours } from './neighbours.ts';
import { makeOrganizations, makeSettings } from './organizations.ts';
import { axes, sites } from './plan.ts';
import type { Point } from './planar.ts';
import { at, contains } from './planar.ts';
import { toLine, toRing } from './projection.ts';
import { createIdentifierMaker, createRandom } from './random.ts';
import { makeReports } from './reports.ts';
import type { DrawnRoad } from './road-network.ts';
import { drawRoads } from './road-network.ts';
import { listRoadPlaces } from './road-places.ts';
import { makeSecurityAreas } from './security-areas.ts';
import { makeTargets } from './targets.ts';
import { drawTerritory } from './territory.ts';
import type { RoadRow, SampleCommune } from './types.ts';
import { makeWastePoints } from './waste-points.ts';

export interface SampleOptions {
  /** The same number gives the same commune. */
  readonly seed?: number;
  /** The last day of the twenty-four months of history. */
  readonly lastDay: Day;
  /** The day up to which care was recorded, not before `lastDay`: care of last month is overdue today. Default: `lastDay`. */
  readonly careUntil?: Day;
}

const monthsBefore = 60;

/**
 * Generates a whole commune from a seed and a last day: the same output every time, on every machine.
 * Throws when `lastDay` is not a YYYY-MM-DD day.
 */
export function generateSampleCommune({
  seed = 11713,
  lastDay,
  careUntil = lastDay,
}: SampleOptions): SampleCommune {
  const historyStart = firstOfMonth(lastDay, -23);
  // What was there long before the history begins: hamlets, roads, cemeteries, the plan's settings.
  const before = firstOfMonth(lastDay, -monthsBefore);
  const stream = (label: string) => createRandom(seed, label);
  const identifiers = (label: string, day: Day) =>
    createIdentifierMaker(stream(`identifiers of ${label}`), day);

  const territory = drawTerritory(seed, sites);
  const shareOut = stream('village shares');
  const shares = sites.map(() => shareOut.between(0.25, 0.31));
  const network = drawRoads(territory, territory.villageMiddles, shares, axes, seed);
  const places = listRoadPlaces(territory, network);

  const organizations = makeOrganizations(identifiers('organizations', before));
  const organizationId = (code: string) => {
    const found = organizations.find((organization) => organization.code === code);
    if (!found) throw new Error(`generateSampleCommune: no organization has the code ${code}`);
    return found.id;
  };
  const hamlets = makeHamlets(territory, network, before, lastDay, identifiers('hamlets', before));
  const today = hamlets.filter(({ row }) => row.valid_to === null);
  const modelRoads = makeModelRoads(
    hamlets,
    network.roads,
    organizationId,
    stream('model roads'),
    identifiers('model roads', historyStart),
  );
  const wastePoints = makeWastePoints(
    { hamlets: today, places, territory },
    lastDay,
    organizationId,
    stream('waste points'),
    identifiers('waste points', historyStart),
  );
  const statistics = makeStatistics(
    hamlets,
    territory,
    historyStart,
    lastDay,
    stream('statistics'),
    identifiers('statistics', historyStart),
  );
  const states = makeStates(
    modelRoads.stories,
    lastDay,
    stream('model road states'),
    identifiers('model road states', historyStart),
  );
  const cemeteries = makeCemeteries(
    today,
    places,
    organizationId('veterans'),
    before,
    stream('cemeteries'),
    identifiers('cemeteries', before),
  );
  const { reports, locks } = makeReports({
    hamlets,
    statistics,
    lastDay,
    random: stream('reports'),
    makeId: identifiers('reports', historyStart),
  });
  const hamletWithOwnTarget = today.find(({ plan }) => plan.key === 'xuan-chieng') ?? at(today, 0);
  const careRecords = makeCareRecords(
    { modelRoads: modelRoads.rows, states, cemeteries },
    careUntil,
    stream('care records'),
    identifiers('care records', historyStart),
  );
  const securityAreas = makeSecurityAreas(
    today,
    territory.villageMiddles,
    statistics,
    lastDay,
    stream('security areas'),
    identifiers('security areas', historyStart),
  );
  return {
    commune: {
      id: identifiers('commune', before)(),
      code: '11713',
      name: 'Nghi Dương',
      province: 'Hải Phòng',
      coordinate_system: 'EPSG:9210',
      boundary_source: 'Dữ liệu mẫu do phần mềm tạo, không phải địa giới thật',
      geometry: { type: 'Polygon', coordinates: [toRing(territory.ring)] },
    },
    neighbours: nameNeighbours(seed, territory.outline, identifiers('neighbours', before)),
    organizations,
    hamlets: hamlets.map(({ row }) => row),
    hamletStatistics: statistics,
    hamletSuccessions: makeSuccessions(hamlets, identifiers('successions', historyStart)),
    roads: nameRoads(network.roads, today, before, identifiers('roads', before)),
    modelRoads: modelRoads.rows,
    modelRoadStates: states,
    modelRoadAssessments: makeAssessments(
      modelRoads.stories,
      lastDay,
      stream('model road assessments'),
      identifiers('model road assessments', historyStart),
    ),
    wastePoints: wastePoints.rows,
    wastePointStates: wastePoints.states,
    cemeteries,
    incidents: makeIncidents(
      places,
      territory.ring,
      historyStart,
      lastDay,
      stream('incidents'),
      identifiers('incidents', historyStart),
    ),
    securityAreas: securityAreas.areas,
    securityAreaResults: securityAreas.results,
    settings: makeSettings(before, identifiers('settings', before)),
    targets: makeTargets(hamletWithOwnTarget.row.id, identifiers('targets', before)),
    reports,
    reportLocks: locks,
    careRecords,
    photos: makePhotos(careRecords, identifiers('photos', historyStart)),
    duties: makeDuties(modelRoads.rows, careUntil, identifiers('duties', historyStart)),
    ...makeMeetings(today, lastDay, organizationId, identifiers('meetings', historyStart)),
  };
}

function nameNeighbours(
  seed: number,
  outline: Parameters<typeof drawNeighbours>[1],
  makeId: () => string,
): SampleCommune['neighbours'] {
  return drawNeighbours(seed, outline).map(({ name, ring }) => ({
    id: makeId(),
    name,
    geometry: { type: 'Polygon', coordinates: [toRing(ring)] },
  }));
}

/** Main roads bear names; roads between villages are named after the hamlets they join; alleys and lanes are not. */
function nameRoads(
  roads: readonly DrawnRoad[],
  hamlets: readonly Hamlet[],
  before: Day,
  makeId: () => string,
): RoadRow[] {
  const hamletAt = (place: Point) => hamlets.find(({ ring }) => contains(ring, place))?.row.name;
  return roads.map(({ roadClass, path, axis }): RoadRow => {
    const ends = [hamletAt(at(path, 0)), hamletAt(at(path, -1))].filter((name) => name !== undefined);
    const villageRoad = roadClass === 'hamlet' ? `Đường liên thôn ${[...new Set(ends)].join(' – ')}` : null;
    return {
      id: makeId(),
      name: axis === undefined ? villageRoad : at(axes, axis).name,
      class: roadClass,
      valid_from: before,
      geometry: { type: 'LineString', coordinates: toLine(path) },
    };
  });
}
