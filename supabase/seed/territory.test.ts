import { describe, expect, test } from 'vitest';
import { findCrossingPaths, isSimpleRing } from './crossings.ts';
import { drawNeighbours } from './neighbours.ts';
import { ringOf } from './outline.ts';
import { sites } from './plan.ts';
import { at, distance, signedArea } from './planar.ts';
import { drawTerritory } from './territory.ts';

const everySite = sites.map((_, index) => index + 1);

describe.each([11713, 1, 2, 3, 20260])('the land of seed %i', (seed) => {
  const territory = drawTerritory(seed, sites);
  const rings = everySite.map((site) => territory.ringAround([site]));

  test('covers twenty square kilometres with a border that does not cross itself', () => {
    expect(signedArea(territory.ring)).toBeCloseTo(20_000_000, 0);
    expect(isSimpleRing(territory.ring)).toBe(true);
  });

  test('is divided without gap or overlap', () => {
    const sum = rings.reduce((total, ring) => total + signedArea(ring), 0);
    expect(Math.abs(sum / signedArea(territory.ring) - 1)).toBeLessThan(1e-9);
    for (const ring of rings) expect(isSimpleRing(ring)).toBe(true);
  });

  test('has parts that meet only in common vertices', () => {
    const edges = new Map<string, number>();
    const points = new Map<string, [number, number]>();
    for (const ring of [...rings, territory.ring]) {
      ring.forEach((from, index) => {
        const to = at(ring, (index + 1) % ring.length);
        const key = [from.join(), to.join()].sort().join(' ');
        edges.set(key, (edges.get(key) ?? 0) + 1);
        points.set(from.join(), [...from]);
      });
    }
    // Every edge has two sides: two hamlets, or a hamlet and the outline.
    expect(new Set(edges.values())).toEqual(new Set([2]));
    const lines = [...edges.keys()].map((key) =>
      key.split(' ').map((name) => at([points.get(name) ?? [0, 0]], 0)),
    );
    expect(findCrossingPaths(lines as [number, number][][]).size).toBe(0);
  });

  test('has no part that is tiny or takes over', () => {
    for (const ring of rings) {
      expect(signedArea(ring)).toBeGreaterThan(600_000);
      expect(signedArea(ring)).toBeLessThan(2_200_000);
    }
  });

  test('has hamlet borders that bend, unlike the cells of a Voronoi diagram', () => {
    const bends = rings.reduce((total, ring) => total + ring.length, 0) / rings.length;
    expect(bends).toBeGreaterThan(25);
  });

  test('lies among neighbours who share its border point for point', () => {
    const neighbours = drawNeighbours(seed, territory.outline);
    const ours = new Set(territory.ring.map((point) => point.join()));
    const theirs = new Set(neighbours.flatMap(({ ring }) => ring.map((point) => point.join())));
    expect([...ours].filter((point) => !theirs.has(point))).toEqual([]);
    for (const { ring } of neighbours) {
      expect(isSimpleRing(ring)).toBe(true);
      for (const point of ring) expect(distance(point, [0, 0])).toBeLessThan(6500);
    }
    const whole = neighbours.reduce((total, { ring }) => total + Math.abs(signedArea(ring)), 0);
    expect(whole).toBeGreaterThan(3 * signedArea(territory.ring));
  });
});

test('parts that adjoin make one area together, and others are refused', () => {
  const territory = drawTerritory(11713, sites);
  const together = signedArea(territory.ringAround([15, 16]));
  const apart = signedArea(territory.ringAround([15])) + signedArea(territory.ringAround([16]));
  expect(together).toBeCloseTo(apart, 3);
  expect(() => territory.ringAround([1, 6])).toThrow('do not adjoin');
});

test('all parts together are the outline', () => {
  const territory = drawTerritory(11713, sites);
  const points = (ring: readonly (readonly [number, number])[]) => ring.map((point) => point.join()).sort();
  expect(points(territory.ringAround(everySite))).toEqual(points(ringOf(territory.outline)));
});
