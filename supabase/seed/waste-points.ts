import type { Day } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import { dayMonthsAgo } from './model-roads.ts';
import { sites } from './plan.ts';
import type { Point } from './planar.ts';
import { at, distance, distanceToPath } from './planar.ts';
import { toDegrees } from './projection.ts';
import type { Random } from './random.ts';
import type { RoadPlace } from './road-places.ts';
import { beside } from './road-places.ts';
import type { Territory } from './territory.ts';
import type { OrganizationCode, WastePointKind, WastePointRow, WastePointStateRow } from './types.ts';

export interface WastePoints {
  readonly rows: readonly WastePointRow[];
  readonly states: readonly WastePointStateRow[];
}

type State = WastePointStateRow['state'];

interface Draft {
  readonly kind: WastePointKind;
  readonly name: string;
  readonly point: Point;
  readonly organization: OrganizationCode;
  readonly days: readonly number[] | null;
  /** States with the months ago at which they began, the earliest first. */
  readonly history: readonly (readonly [State, number])[];
  /** Months ago at which it was taken away, and why; absent while it stands. */
  readonly retired?: readonly [number, string];
}

interface Surroundings {
  readonly hamlets: readonly Hamlet[];
  readonly places: readonly RoadPlace[];
  readonly territory: Territory;
}

/** Keeps a place at a distance from those already taken, so that no two points stand on one spot. */
function choose(
  places: readonly RoadPlace[],
  taken: Point[],
  apart: number,
  random: Random,
): RoadPlace | undefined {
  const place = random
    .shuffled(places)
    .find(({ point }) => taken.every((other) => distance(other, point) > apart));
  if (place) taken.push(place.point);
  return place;
}

function draftInHamlet(
  hamlet: Hamlet,
  index: number,
  around: Surroundings,
  taken: Point[],
  random: Random,
): Draft[] {
  const { name } = hamlet.plan;
  const isHere = ({ site }: RoadPlace) => hamlet.plan.sites.includes(site);
  const streets = around.places.filter(
    (place) => isHere(place) && place.village > 0 && place.roadClass !== 'field',
  );
  const lanes = around.places.filter(
    (place) => isHere(place) && place.village === 0 && place.roadClass === 'field',
  );
  const middle = at(sites, at(hamlet.plan.sites, 0) - 1).place;
  const central = streets.filter(({ point }) => distance(point, middle) < 260);
  const drafts: Draft[] = [];
  const put = (place: RoadPlace | undefined, draft: Omit<Draft, 'point'>) => {
    if (place) drafts.push({ ...draft, point: beside(place, 7, hamlet.ring, random) });
  };
  const collections = index % 3 === 0 ? 2 : 1;
  for (let number = 1; number <= collections; number++) {
    const troubled = random.chance(0.25);
    put(choose(streets, taken, 150, random), {
      kind: 'collection',
      name: `Điểm tập kết rác ${name}${collections > 1 ? ` số ${number}` : ''}`,
      organization: index % 2 === 0 ? 'women' : 'people_committee',
      days:
        index === 8
          ? null
          : random.pick([
              [1, 3, 5],
              [2, 4, 6],
              [1, 4],
              [2, 5],
              [1, 3, 5, 7],
            ]),
      history: troubled
        ? [
            ['active', 23],
            ['needs_attention', random.integer(1, 4)],
          ]
        : [['active', random.integer(14, 23)]],
    });
  }
  if (index % 3 === 1) {
    put(choose(central, taken, 60, random), {
      kind: 'green_house',
      name: `Ngôi nhà xanh ${name}`,
      organization: 'women',
      days: [random.pick([6, 7])],
      history: [['active', random.integer(3, 16)]],
    });
  }
  if (index % 5 === 2) {
    put(choose(central, taken, 60, random), {
      kind: 'battery_exchange',
      name: `Đổi pin nhận quà ${name}`,
      organization: 'youth',
      days: [6],
      history: [['active', random.integer(2, 12)]],
    });
  }
  if (index % 3 !== 2) {
    const full = random.chance(0.3);
    put(choose(lanes, taken, 200, random), {
      kind: 'pesticide_tank',
      name: `Bể thu gom vỏ bao bì thuốc bảo vệ thực vật ${name}`,
      organization: 'farmers',
      days: null,
      history: full
        ? [
            ['active', random.integer(12, 22)],
            ['needs_attention', random.integer(0, 3)],
          ]
        : [['active', random.integer(5, 22)]],
    });
  }
  return drafts;
}

/** Litter black spots: out of sight of the villages, by the commune's border or on a canal. */
function draftBlackSpots(around: Surroundings, taken: Point[], random: Random): Draft[] {
  const { territory, places } = around;
  const border = [...territory.ring, at(territory.ring, 0)];
  const hidden = places.filter(({ village, point }) => {
    if (village > 0) return false;
    return (
      territory.canals.some((canal) => distanceToPath(canal, point) < 70) ||
      distanceToPath(border, point) < 260
    );
  });
  const histories: Draft['history'][] = [
    [
      ['active', 20],
      ['closed', 7],
    ],
    [
      ['active', 16],
      ['closed', 2],
    ],
    [['active', 12]],
    [
      ['active', 9],
      ['needs_attention', 3],
    ],
    [['active', 5]],
    [
      ['active', 18],
      ['closed', 11],
      ['active', 1],
    ],
    [['active', 2]],
  ];
  return histories.flatMap((history): Draft[] => {
    const place = choose(hidden, taken, 500, random);
    if (!place) return [];
    const hamlet = around.hamlets.find(({ plan }) => plan.sites.includes(place.site));
    if (!hamlet) throw new Error(`draftBlackSpots: no hamlet lies on site ${place.site}`);
    const where = territory.canals.some((canal) => distanceToPath(canal, place.point) < 70)
      ? 'ven kênh'
      : 'giáp ranh';
    return [
      {
        kind: 'black_spot',
        name: `Điểm đen rác thải ${where} ${hamlet.plan.name}`,
        point: beside(place, 5, hamlet.ring, random),
        organization: 'people_committee',
        days: null,
        history,
      },
    ];
  });
}

/** A collection point that moved away: it stands on earlier dates alone. */
function draftRetiredPoint(around: Surroundings, taken: Point[], random: Random): Draft[] {
  const place = choose(
    around.places.filter(({ village, roadClass }) => village > 0 && roadClass !== 'field'),
    taken,
    100,
    random,
  );
  const hamlet = around.hamlets.find(({ plan }) => place && plan.sites.includes(place.site));
  if (!place || !hamlet) throw new Error('draftRetiredPoint: no place is free');
  return [
    {
      kind: 'collection',
      name: `Điểm tập kết rác cũ ${hamlet.plan.name}`,
      point: beside(place, 7, hamlet.ring, random),
      organization: 'people_committee',
      days: [2, 5],
      history: [['active', 22]],
      retired: [14, 'Quá gần nhà dân, đã chuyển về điểm tập kết mới'],
    },
  ];
}

/**
 * Makes the waste points of today's hamlets: collection points on village streets, "Ngôi nhà xanh" and battery
 * exchanges in the middle of villages, tanks along field lanes, black spots at the edges.
 */
export function makeWastePoints(
  around: Surroundings,
  lastDay: Day,
  organizationId: (code: OrganizationCode) => string,
  random: Random,
  makeId: () => string,
): WastePoints {
  const taken: Point[] = [];
  const drafts = [
    ...around.hamlets.flatMap((hamlet, index) => draftInHamlet(hamlet, index, around, taken, random)),
    ...draftBlackSpots(around, taken, random),
    ...draftRetiredPoint(around, taken, random),
  ];
  const rows: WastePointRow[] = [];
  const states: WastePointStateRow[] = [];
  for (const { kind, name, point, organization, days, history, retired } of drafts) {
    const id = makeId();
    rows.push({
      id,
      organization_id: organizationId(organization),
      name,
      kind,
      collection_days: days,
      valid_to: retired ? dayMonthsAgo(lastDay, retired[0], 10) : null,
      retired_reason: retired?.[1] ?? null,
      geometry: { type: 'Point', coordinates: toDegrees(point) },
    });
    for (const [state, months] of history) {
      const valid_from = dayMonthsAgo(lastDay, months, random.integer(1, 27));
      states.push({ id: makeId(), waste_point_id: id, state, valid_from });
    }
  }
  return { rows, states };
}
