import type { Day } from './days.ts';
import { addDays, firstOfMonth } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import { mergerMonthsAgo, sites } from './plan.ts';
import type { Path, Point } from './planar.ts';
import { at, between, contains, distance, pathLength, section } from './planar.ts';
import { toLine } from './projection.ts';
import type { Random } from './random.ts';
import type { DrawnRoad } from './road-network.ts';
import type { ModelRoadRow, OrganizationCode } from './types.ts';

/** What happens to one model road, in months before the month of the last day. */
export interface ModelRoadStory {
  readonly roadId: string;
  readonly registeredMonthsAgo: number;
  /** Absent: not recognised yet. */
  readonly recognisedMonthsAgo?: number;
  /** Absent: it has not lapsed. */
  readonly lapsedMonthsAgo?: number;
  /** Absent: it was not recognised again after it had lapsed. */
  readonly renewedMonthsAgo?: number;
  /** How many criteria the latest assessment finds met. */
  readonly criteriaMet: number;
}

export interface ModelRoads {
  readonly rows: readonly ModelRoadRow[];
  readonly stories: readonly ModelRoadStory[];
}

interface Candidate {
  readonly kind: 'axis' | 'alley' | 'field';
  readonly path: Path;
}

/** The stretches of a line whose vertices and middles lie inside a ring. */
export function stretchesInside(path: Path, ring: Path): Point[][] {
  const stretches: Point[][] = [[]];
  path.forEach((point, index) => {
    const previous = path[index - 1];
    const joined = previous === undefined || contains(ring, between(previous, point, 0.5));
    if (!joined) stretches.push([]);
    if (contains(ring, point)) at(stretches, -1).push(point);
    else stretches.push([]);
  });
  return stretches.filter((stretch) => stretch.length > 1);
}

const shortest = { axis: 350, alley: 140, field: 260 };
const longest = 850;

/** Stretches of ordinary roads in a hamlet that could be model roads, none on another, the likeliest first. */
function findCandidates(hamlet: Hamlet, roads: readonly DrawnRoad[], random: Random): Candidate[] {
  const middles = hamlet.plan.sites.map((site) => at(sites, site - 1).place);
  const away = (path: Path) => {
    const middle = at(path, Math.floor(path.length / 2));
    return Math.min(...middles.map((place) => distance(place, middle)));
  };
  const candidates = roads.flatMap(({ roadClass, path }): Candidate[] => {
    const kind = roadClass === 'alley' || roadClass === 'field' ? roadClass : 'axis';
    return stretchesInside(path, hamlet.ring).flatMap((stretch) => {
      const length = pathLength(stretch);
      const pieces = Math.ceil(length / longest);
      if (length / pieces < shortest[kind]) return [];
      return Array.from({ length: pieces }, (_, piece) => ({
        kind,
        path: section(stretch, (length * piece) / pieces, (length * (piece + 1)) / pieces),
      }));
    });
  });
  const sorted = [...candidates].sort((first, second) => away(first.path) - away(second.path));
  // The street by the village's middle first, then in turn what else the hamlet has.
  const axes = sorted.filter(({ kind }) => kind === 'axis');
  const others = random.shuffled(sorted.filter(({ kind }) => kind !== 'axis').slice(0, 9));
  const mixed = axes.flatMap((axis, index) => (others[index] ? [axis, others[index]] : [axis]));
  return [...mixed, ...others.slice(axes.length)];
}

const managers: readonly (readonly [OrganizationCode, number])[] = [
  ['veterans', 6],
  ['women', 4],
  ['youth', 2],
  ['farmers', 2],
  ['front', 1],
];

const quarters = ['Đông', 'Đoài', 'Nam', 'Bắc', 'Trung'];

function nameOf(kind: Candidate['kind'], hamlet: string, taken: Set<string>, random: Random): string {
  const choices = {
    axis: [
      `Đường trục ${hamlet}`,
      `Đường làng ${hamlet}`,
      `Đường liên xóm ${hamlet}`,
      `Đường vào đình ${hamlet}`,
    ],
    alley: random.shuffled(quarters).map((quarter) => `Ngõ xóm ${quarter} ${hamlet}`),
    field: [`Đường ven kênh ${hamlet}`, `Đường nội đồng ${hamlet}`, `Đường ra đồng ${hamlet}`],
  }[kind];
  const name = choices.find((choice) => !taken.has(choice)) ?? `${at(choices, 0)} (đoạn ${taken.size + 1})`;
  taken.add(name);
  return name;
}

/** When the hamlet's roads were registered and recognised: the first as the plan says, the others after it. */
function tellStory(hamlet: Hamlet, index: number, roadId: string, random: Random): ModelRoadStory {
  const { plan } = hamlet;
  if (plan.metMonthsAgo === undefined) {
    // A road of a hamlet that has merged was registered before the merger.
    const registeredMonthsAgo = plan.progress === 'on_the_way' ? random.integer(3, 6) : mergerMonthsAgo + 3;
    return { roadId, registeredMonthsAgo, criteriaMet: plan.key === 'kien-quoc-3' ? 3 : 4 };
  }
  const sinceSplit = plan.startedMonthsAgo ?? 23;
  if (index === 0) {
    const registeredMonthsAgo = Math.min(sinceSplit, 23, plan.metMonthsAgo + random.integer(3, 6));
    return { roadId, registeredMonthsAgo, recognisedMonthsAgo: plan.metMonthsAgo, criteriaMet: 5 };
  }
  const registeredMonthsAgo = Math.min(plan.metMonthsAgo + 2, sinceSplit) - random.integer(0, 4);
  const recognisedMonthsAgo = registeredMonthsAgo - random.integer(3, 6);
  // What would be recognised before the hamlet's first road, or in the future, stays registered.
  if (recognisedMonthsAgo < 1 || recognisedMonthsAgo > plan.metMonthsAgo) {
    return {
      roadId,
      registeredMonthsAgo: Math.max(1, registeredMonthsAgo),
      criteriaMet: random.integer(2, 4),
    };
  }
  const lapses = recognisedMonthsAgo > 5 && random.chance(0.3);
  return {
    roadId,
    registeredMonthsAgo,
    recognisedMonthsAgo,
    ...(lapses
      ? { lapsedMonthsAgo: random.integer(2, recognisedMonthsAgo - 3), criteriaMet: 3 }
      : { criteriaMet: random.chance(0.7) ? 5 : 4 }),
  };
}

/** Chooses the model roads of every hamlet on the ordinary network, each inside its hamlet. */
export function makeModelRoads(
  hamlets: readonly Hamlet[],
  roads: readonly DrawnRoad[],
  organizationId: (code: OrganizationCode) => string,
  random: Random,
  makeId: () => string,
): ModelRoads {
  const rows: ModelRoadRow[] = [];
  const stories: ModelRoadStory[] = [];
  const usedPaths = new Set<string>();
  for (const hamlet of hamlets) {
    const taken = new Set<string>();
    const free = findCandidates(hamlet, roads, random).filter(
      ({ path }) => !usedPaths.has(at(path, 1).join()),
    );
    const chosen = free.slice(0, hamlet.plan.modelRoadCount);
    if (chosen.length < hamlet.plan.modelRoadCount) {
      throw new Error(`makeModelRoads: ${hamlet.plan.key} has only ${chosen.length} roads to choose from`);
    }
    chosen.forEach(({ kind, path }, index) => {
      for (const point of path) usedPaths.add(point.join());
      const id = makeId();
      rows.push({
        id,
        hamlet_id: hamlet.row.id,
        organization_id: organizationId(random.pickWeighted(managers)),
        name: nameOf(kind, hamlet.plan.name, taken, random),
        geometry: { type: 'LineString', coordinates: toLine(path) },
      });
      stories.push(tellStory(hamlet, index, id, random));
    });
  }
  return { rows, stories: withOneRenewal(stories) };
}

/** One road that was recognised long ago lapsed for a while and was recognised again; its hamlet had another meanwhile. */
function withOneRenewal(stories: readonly ModelRoadStory[]): ModelRoadStory[] {
  const renewed = stories.find(
    ({ recognisedMonthsAgo = 0, lapsedMonthsAgo, criteriaMet }, index) =>
      recognisedMonthsAgo >= 10 &&
      lapsedMonthsAgo === undefined &&
      criteriaMet === 5 &&
      // The road before it is the same hamlet's when both were recognised in the order that the plan says.
      (stories[index - 1]?.recognisedMonthsAgo ?? 0) > recognisedMonthsAgo &&
      stories[index - 1]?.lapsedMonthsAgo === undefined,
  );
  return stories.map((story) =>
    story === renewed ? { ...story, lapsedMonthsAgo: 7, renewedMonthsAgo: 4 } : story,
  );
}

/** A day of a month counted back from the last day's; never later than the last day. */
export function dayMonthsAgo(lastDay: Day, months: number, day: number): Day {
  const result = addDays(firstOfMonth(lastDay, -months), day - 1);
  return result < lastDay ? result : lastDay;
}
