import type { Path, Point } from './planar.ts';
import { at, contains, distance } from './planar.ts';
import type { Random } from './random.ts';
import type { DrawnRoad, RoadNetwork } from './road-network.ts';
import type { Territory } from './territory.ts';

/** A place on the road network, with what lies around it. */
export interface RoadPlace {
  readonly point: Point;
  readonly roadClass: DrawnRoad['roadClass'];
  /** The way the road runs there, as a unit vector. */
  readonly along: Point;
  /** The village it lies in, by site number; 0 in the open. */
  readonly village: number;
  /** The part of the commune it lies in, by site number. */
  readonly site: number;
}

/** Every vertex of the network that lies inside the commune, as a place where something may stand. */
export function listRoadPlaces(territory: Territory, network: RoadNetwork): RoadPlace[] {
  const { lattice, labels } = territory;
  return network.roads.flatMap(({ roadClass, path }) =>
    path.slice(1).flatMap((point, index): RoadPlace[] => {
      const before = at(path, index);
      const length = distance(before, point);
      const cell = lattice.nearestCell(point);
      const site = at(labels, cell);
      if (site === 0 || length === 0) return [];
      const along: Point = [(point[0] - before[0]) / length, (point[1] - before[1]) / length];
      return [{ point, roadClass, along, village: at(network.villages, cell), site }];
    }),
  );
}

/** A place some metres beside the road, inside the ring; the road itself where neither side is. */
export function beside({ point, along }: RoadPlace, metres: number, ring: Path, random: Random): Point {
  const side = random.chance(0.5) ? 1 : -1;
  const choices = [side, -side].map(
    (sign): Point => [point[0] - along[1] * metres * sign, point[1] + along[0] * metres * sign],
  );
  return choices.find((choice) => contains(ring, choice)) ?? point;
}
