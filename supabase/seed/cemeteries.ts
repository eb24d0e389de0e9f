import type { Day } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import { sites } from './plan.ts';
import type { Path, Point } from './planar.ts';
import { at, contains, distance } from './planar.ts';
import { toDegrees, toRing } from './projection.ts';
import type { Random } from './random.ts';
import type { RoadPlace } from './road-places.ts';
import type { CemeteryRow } from './types.ts';

interface CemeteryPlan {
  readonly formerCommune: string;
  /** The site (village) it lies by. */
  readonly site: number;
  /** Null: not reported. */
  readonly graves: number | null;
  /** Half the width and half the depth in metres; absent where only the place is known. */
  readonly halfSize?: readonly [number, number];
}

const plans: readonly CemeteryPlan[] = [
  { formerCommune: 'Ngũ Phúc', site: 4, graves: 164, halfSize: [34, 46] },
  { formerCommune: 'Kiến Quốc', site: 9, graves: 187, halfSize: [38, 44] },
  { formerCommune: 'Du Lễ', site: 14, graves: null },
];

/** A rectangle beside a road, its gate side along it. */
function plotBeside(
  { point, along }: RoadPlace,
  [halfWidth, halfDepth]: readonly [number, number],
  side: 1 | -1,
): Path {
  const inward: Point = [-along[1] * side, along[0] * side];
  const corner = (sideways: number, deep: number): Point => [
    point[0] + along[0] * sideways + inward[0] * deep,
    point[1] + along[1] * sideways + inward[1] * deep,
  ];
  const depth = 12 + 2 * halfDepth;
  return [
    corner(-halfWidth, 12),
    corner(halfWidth, 12),
    corner(halfWidth, depth * 0.97),
    corner(halfWidth * 0.4, depth),
    corner(-halfWidth, depth),
  ];
}

/** The martyrs' cemetery of each former commune, by a road at the edge of a village. */
export function makeCemeteries(
  hamlets: readonly Hamlet[],
  places: readonly RoadPlace[],
  veteransId: string,
  before: Day,
  random: Random,
  makeId: () => string,
): CemeteryRow[] {
  return plans.map(({ formerCommune, site, graves, halfSize }): CemeteryRow => {
    const hamlet = hamlets.find(({ plan }) => plan.sites.includes(site));
    if (!hamlet) throw new Error(`makeCemeteries: no hamlet lies on site ${site}`);
    const middle = at(sites, site - 1).place;
    const byVillage = places
      .filter((place) => place.site === site && place.roadClass !== 'alley' && place.roadClass !== 'field')
      .filter(({ point }) => distance(point, middle) > 150)
      .sort((first, second) => distance(first.point, middle) - distance(second.point, middle));
    const nearest = byVillage.slice(0, 12);
    for (const place of random.shuffled(nearest)) {
      for (const side of [1, -1] as const) {
        const plot = plotBeside(place, halfSize ?? [20, 20], side);
        const isOnRoad = places.some(({ point }) => contains(plot, point));
        if (isOnRoad || !plot.every((corner) => contains(hamlet.ring, corner))) continue;
        return {
          id: makeId(),
          organization_id: veteransId,
          name: `Nghĩa trang liệt sĩ ${formerCommune}`,
          graves,
          valid_from: before,
          geometry: halfSize
            ? { type: 'Polygon', coordinates: [toRing(plot)] }
            : { type: 'Point', coordinates: toDegrees(at(plot, 3)) },
        };
      }
    }
    throw new Error(`makeCemeteries: no room for the cemetery of ${formerCommune}`);
  });
}
