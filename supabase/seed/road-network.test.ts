import { describe, expect, test } from 'vitest';
import { findCrossingPaths } from './crossings.ts';
import { axes, sites } from './plan.ts';
import type { Point } from './planar.ts';
import { at, contains, pathLength } from './planar.ts';
import { drawRoads, neighbouringPairs } from './road-network.ts';
import { drawTerritory } from './territory.ts';

describe.each([11713, 5, 9])('the roads of seed %i', (seed) => {
  const territory = drawTerritory(seed, sites);
  const shares = sites.map(() => 0.28);
  const { roads, villages } = drawRoads(territory, territory.villageMiddles, shares, axes, seed);

  test('stay inside the commune', () => {
    const border = [...territory.ring, at(territory.ring, 0)];
    for (const { path } of roads)
      for (const point of path) expect(contains(territory.ring, point)).toBe(true);
    expect(findCrossingPaths([border, ...roads.map(({ path }) => path)]).has(0)).toBe(false);
  });

  test('cross only at junctions that both have as a vertex', () => {
    expect(findCrossingPaths(roads.map(({ path }) => path)).size).toBe(0);
  });

  test('hang together as one network', () => {
    const roadsAt = new Map<string, number[]>();
    roads.forEach(({ path }, index) => {
      for (const point of path) roadsAt.set(point.join(), [...(roadsAt.get(point.join()) ?? []), index]);
    });
    const reached = new Set([0]);
    for (const index of reached) {
      for (const point of at(roads, index).path) {
        for (const other of roadsAt.get(point.join()) ?? []) reached.add(other);
      }
    }
    expect(reached.size).toBe(roads.length);
  });

  test('lead to every village', () => {
    const served = new Set(
      roads.flatMap(({ path }) => path.map((point) => at(villages, territory.lattice.nearestCell(point)))),
    );
    for (let village = 1; village <= sites.length; village++) expect(served).toContain(village);
  });

  test('are as long as a delta commune has them, in every class', () => {
    const kilometres = (roadClass: string) =>
      roads.reduce((sum, road) => sum + (road.roadClass === roadClass ? pathLength(road.path) / 1000 : 0), 0);
    expect(kilometres('district')).toBeGreaterThan(4);
    expect(kilometres('commune')).toBeGreaterThan(7);
    expect(kilometres('hamlet')).toBeGreaterThan(6);
    expect(kilometres('alley')).toBeGreaterThan(20);
    expect(kilometres('field')).toBeGreaterThan(25);
  });
});

test('neighbouring pairs skip the place between, and keep all sides of a triangle', () => {
  const inRow: Point[] = [
    [0, 0],
    [5, 1],
    [10, 0],
  ];
  const triangle: Point[] = [
    [0, 0],
    [10, 0],
    [5, 8],
  ];
  expect(neighbouringPairs(inRow)).toEqual([
    [0, 1],
    [1, 2],
  ]);
  expect(neighbouringPairs(triangle)).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});
