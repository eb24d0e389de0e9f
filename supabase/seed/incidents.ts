import type { Day } from './days.ts';
import { addDays, daysBetween, firstOfMonth, instantOf } from './days.ts';
import type { Path, Point } from './planar.ts';
import { contains, distance } from './planar.ts';
import { toDegrees } from './projection.ts';
import type { Random } from './random.ts';
import type { RoadPlace } from './road-places.ts';
import type { IncidentKind, IncidentRow } from './types.ts';

interface HotPlace {
  readonly middle: Point;
  readonly spread: number;
  /** Share of a month's incidents, `months` before the last month. */
  readonly weight: (months: number) => number;
  readonly kinds: readonly (readonly [IncidentKind, number])[];
}

const everywhere: readonly (readonly [IncidentKind, number])[] = [
  ['theft', 20],
  ['dispute', 18],
  ['traffic', 14],
  ['domestic_violence', 9],
  ['gambling', 8],
  ['disorder', 10],
  ['illegal_dumping', 9],
  ['drugs', 4],
  ['encroachment', 4],
  ['other', 4],
];

// The market by the commune's middle, the crossing of the two main roads, a street that gets worse, a bridge in the
// north where drivers race, and one place that the police have calmed.
const hotPlaces: readonly HotPlace[] = [
  {
    middle: [1150, 1000],
    spread: 150,
    weight: () => 24,
    kinds: [
      ['theft', 34],
      ['encroachment', 26],
      ['disorder', 16],
      ['traffic', 12],
      ['dispute', 8],
      ['gambling', 4],
    ],
  },
  {
    middle: [200, 480],
    spread: 140,
    weight: () => 14,
    kinds: [
      ['traffic', 48],
      ['encroachment', 18],
      ['disorder', 16],
      ['theft', 12],
      ['other', 6],
    ],
  },
  {
    middle: [-380, -900],
    spread: 130,
    weight: (months) => Math.max(3, 17 - 1.6 * months),
    kinds: [
      ['drugs', 26],
      ['disorder', 26],
      ['gambling', 20],
      ['theft', 22],
      ['domestic_violence', 6],
    ],
  },
  {
    middle: [300, 2350],
    spread: 170,
    weight: () => 8,
    kinds: [
      ['traffic', 46],
      ['illegal_dumping', 34],
      ['theft', 12],
      ['other', 8],
    ],
  },
  {
    middle: [2000, 60],
    spread: 140,
    weight: (months) => (months > 10 ? 12 : 2),
    kinds: [
      ['gambling', 38],
      ['disorder', 26],
      ['theft', 24],
      ['dispute', 12],
    ],
  },
];

const wholeCommuneWeight = 38;

/** The hour at which each kind mostly happens, and how far it strays. */
const hours: Record<IncidentKind, readonly [hour: number, stray: number]> = {
  theft: [26, 4],
  disorder: [21.5, 2],
  drugs: [22.5, 3],
  gambling: [21, 4],
  traffic: [17.5, 4.5],
  dispute: [16, 4],
  domestic_violence: [20, 2.5],
  encroachment: [9, 2.5],
  illegal_dumping: [23, 4],
  other: [14, 5],
};

/** A road place near a middle, the nearer the likelier. */
function pickNear(places: readonly RoadPlace[], { middle, spread }: HotPlace, random: Random): RoadPlace {
  const weighted = places.flatMap((place): [RoadPlace, number][] => {
    const away = distance(place.point, middle);
    return away > 3 * spread ? [] : [[place, Math.exp(-((away / spread) ** 2) / 2)]];
  });
  return weighted.length > 0 ? random.pickWeighted(weighted) : random.pick(places);
}

function timeOn(day: Day, kind: IncidentKind, random: Random): string {
  const [hour, stray] = hours[kind];
  const drawn = hour + stray * (random.next() + random.next() + random.next() - 1.5);
  const minutes = Math.floor((((drawn % 24) + 24) % 24) * 60);
  return instantOf(day, Math.floor(minutes / 60), minutes % 60);
}

/** Incidents of the whole history: clustered at a few places, fewer from year to year, more in the cold months. */
export function makeIncidents(
  places: readonly RoadPlace[],
  ring: Path,
  historyStart: Day,
  lastDay: Day,
  random: Random,
  makeId: () => string,
): IncidentRow[] {
  const incidents: IncidentRow[] = [];
  for (let months = 23; months >= 0; months--) {
    const first = firstOfMonth(lastDay, -months);
    if (first < historyStart) continue;
    const end = addDays(firstOfMonth(first, 1), -1);
    const days = daysBetween(first, end < lastDay ? end : lastDay) + 1;
    const season = ['01', '02', '11', '12'].includes(first.slice(5, 7)) ? 1.3 : 1;
    const count = Math.round((6.3 + months * 0.08 + random.between(-1.4, 1.4)) * season);
    for (let number = 0; number < count; number++) {
      const hot = random.pickWeighted<HotPlace | null>([
        [null, wholeCommuneWeight],
        ...hotPlaces.map((place): [HotPlace, number] => [place, place.weight(months)]),
      ]);
      const kind = random.pickWeighted(hot?.kinds ?? everywhere);
      const { point } = hot ? pickNear(places, hot, random) : random.pick(places);
      const drawn: Point = [point[0] + random.between(-18, 18), point[1] + random.between(-18, 18)];
      const day = addDays(first, random.integer(0, days - 1));
      incidents.push({
        id: makeId(),
        kind,
        occurred_at: timeOn(day, kind, random),
        state: random.chance(months < 1 ? 0.45 : months < 3 ? 0.8 : 0.97) ? 'resolved' : 'open',
        geometry: { type: 'Point', coordinates: toDegrees(contains(ring, drawn) ? drawn : point) },
      });
    }
  }
  return incidents.sort((first, second) => (first.occurred_at < second.occurred_at ? -1 : 1));
}
