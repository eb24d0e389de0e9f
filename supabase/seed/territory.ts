import type { BorderLines } from './borders.ts';
import { drawBorders } from './borders.ts';
import type { Lattice } from './lattice.ts';
import { createLattice } from './lattice.ts';
import type { SharedBorder } from './outline.ts';
import { drawOutline, ringOf } from './outline.ts';
import type { Labels, Site } from './partition.ts';
import { divide, markInside } from './partition.ts';
import type { Path, Point } from './planar.ts';
import { at, contains, curveThrough } from './planar.ts';
import { createRandom } from './random.ts';
import type { Face } from './topology.ts';
import { assembleFaces } from './topology.ts';

/** The commune's land: its outline, its division into parts, and the net both were drawn on. */
export interface Territory {
  readonly lattice: Lattice;
  readonly labels: Labels;
  readonly canals: readonly Path[];
  readonly outline: readonly SharedBorder[];
  /** The outline as one ring, counterclockwise, first point not repeated. */
  readonly ring: Path;
  /** Where each site's village stands, by site. */
  readonly villageMiddles: readonly Point[];
  /** The ring around one part or several parts together, by site number from 1. Throws if they do not adjoin. */
  ringAround(siteNumbers: readonly number[]): Path;
}

// Canals that water the fields: hamlet borders like to follow them, field roads run beside them.
const canalPlans: readonly Path[] = [
  [
    [-900, 3000],
    [-620, 1500],
    [-900, 300],
    [-620, -700],
    [-1050, -1500],
    [-1000, -2600],
  ],
  [
    [-2900, -150],
    [-1500, 180],
    [-300, -150],
    [900, 280],
    [1900, 480],
    [3000, 520],
  ],
  [
    [900, 3100],
    [600, 1900],
    [420, 900],
    [640, -100],
    [250, -1100],
    [120, -2000],
    [300, -3200],
  ],
  [
    [200, -1150],
    [1200, -1080],
    [2000, -1500],
    [2700, -1700],
  ],
];

/**
 * Draws the commune for a seed and divides it among the sites.
 * Every area is made of shared lines, so that parts neither overlap nor leave gaps.
 */
export function drawTerritory(seed: number, sites: readonly Site[]): Territory {
  const random = createRandom(seed, 'territory');
  const shift = (point: Point): Point => [
    point[0] + random.between(-60, 60),
    point[1] + random.between(-60, 60),
  ];
  const canals = canalPlans.map((plan) => curveThrough(plan.map(shift), 8));
  const moved = sites.map(({ place, reach }) => ({ place: shift(place), reach }));
  const lattice = createLattice(seed);
  const border = drawOutline(seed);
  const labels = divide(lattice, markInside(lattice, ringOf(border)), moved, canals, seed);
  const lines = drawBorders(lattice, labels, border, canals);
  const places = moved.map(({ place }) => lattice.centre(lattice.nearestCell(place)));
  const { arcs, faceOfSite } = nameFaces(lines, places);
  return {
    lattice,
    labels,
    canals,
    outline: lines.outline,
    ring: ringOf(lines.outline),
    villageMiddles: places,
    ringAround: (siteNumbers) => {
      const uses = new Map<number, number>();
      for (const siteNumber of siteNumbers) {
        for (const arc of at(faceOfSite, siteNumber - 1).arcs) uses.set(arc, (uses.get(arc) ?? 0) + 1);
      }
      const around = arcs.filter((_, index) => uses.get(index) === 1);
      const faces = assembleFaces(around);
      if (faces.length !== 1) throw new Error(`ringAround: parts ${siteNumbers.join(', ')} do not adjoin`);
      return at(faces, 0).ring;
    },
  };
}

function nameFaces(
  { outline, inner }: BorderLines,
  places: readonly Point[],
): { arcs: Path[]; faceOfSite: Face[] } {
  const junctions = new Set(inner.flatMap((arc) => [at(arc, 0).join(), at(arc, -1).join()]));
  const arcs: Path[] = [...inner, ...cutAtJunctions(ringOf(outline), junctions)];
  const faces = assembleFaces(arcs);
  if (faces.length !== places.length) {
    throw new Error(`nameFaces: expected ${places.length} parts, the borders enclose ${faces.length}`);
  }
  const faceOfSite = places.map((place) => {
    const face = faces.find(({ ring }) => contains(ring, place));
    if (!face) throw new Error('nameFaces: a village lies in no part');
    return face;
  });
  return { arcs, faceOfSite };
}

function cutAtJunctions(ring: Path, junctions: ReadonlySet<string>): Point[][] {
  const start = ring.findIndex((point) => junctions.has(point.join()));
  if (start < 0) throw new Error('cutAtJunctions: no border between parts meets the outline');
  const arcs: Point[][] = [[at(ring, start)]];
  for (let step = 1; step <= ring.length; step++) {
    const point = at(ring, (start + step) % ring.length);
    at(arcs, -1).push(point);
    if (step < ring.length && junctions.has(point.join())) arcs.push([point]);
  }
  return arcs;
}
