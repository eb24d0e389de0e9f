import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fix } from './fix.ts';
import { compareWalk, lengthOf, madeUpWalk, ROUGH, SHAPES } from './made-up-walk.ts';
import { planeAround } from './plane-around.ts';
import { siftFixes } from './sift-fixes.ts';
import { traceWalk } from './trace-walk.ts';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const plane = planeAround(106.63, 20.73);

/** A fix so many metres east and north, at a second of the clock. */
function at(x: number, y: number, second: number, accuracy = 5): Fix {
  const [longitude, latitude] = plane.inverse([x, y]);
  return { longitude, latitude, accuracy, timestamp: 1_790_000_000_000 + second * 1000 };
}

/** 200 m east at walking speed. */
const eastward = Array.from({ length: 155 }, (_, second) => at(second * 1.3, 0, second));

describe.each(Object.entries(SHAPES))('a rough recording of 2 km (%s)', (_name, truth) => {
  test.each(SEEDS)('seed %i lies on average within 5 m of the truth', (seed) => {
    expect(compareWalk(traceWalk(madeUpWalk(truth, seed)).line, truth).distance).toBeLessThan(5);
  });

  test('is as long as the truth within 3 %', () => {
    const errors = SEEDS.map((seed) => compareWalk(traceWalk(madeUpWalk(truth, seed)).line, truth).length);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.03);
  });
});

test('without smoothing what is left is a zigzag, far longer than the walk', () => {
  const truth = SHAPES.bends ?? [];
  const { steps } = siftFixes(madeUpWalk(truth, 1));
  const spaced: typeof steps = [];
  for (const step of steps) {
    const last = spaced.at(-1);
    if (!last || Math.hypot(step.x - last.x, step.y - last.y) >= 5) spaced.push(step);
  }
  expect(lengthOf(spaced) / lengthOf(truth)).toBeGreaterThan(1.5);
});

test('fixes worse than 20 m are left out and counted; 20 m itself is not', () => {
  const walk = traceWalk([...eastward, at(0, 300, 156, 20.1), at(205, 0, 157, 20)]);
  expect(walk.leftOut).toEqual({ unreadable: 0, inaccurate: 1, outlier: 0 });
  expect(walk.used).toBe(eastward.length + 1);
});

test('a single outlier is left out at the beginning, in the middle and at the end', () => {
  for (const index of [0, 70, eastward.length - 1]) {
    const spiked = eastward.with(index, at(index * 1.3, 40, index));
    expect(traceWalk(spiked).leftOut.outlier, `at ${index}`).toBe(1);
    expect(traceWalk(spiked).length).toBeLessThan(205);
  }
});

test('a run of wrong places that nobody could reach is left out whole', () => {
  const wrong = eastward.map((fix, index) => (index >= 60 && index < 80 ? at(index * 1.3, 600, index) : fix));
  const walk = traceWalk(wrong);
  expect(walk.leftOut.outlier).toBe(20);
  expect(walk.length).toBeLessThan(205);
});

test('standing makes no line, however long', () => {
  const standing = madeUpWalk(
    [
      { x: 0, y: 0 },
      { x: 0.1, y: 0 },
    ],
    3,
    { ...ROUGH, drifting: 1 },
  );
  expect(standing.length).toBeGreaterThan(20);
  const still = Array.from({ length: 600 }, (_, second) =>
    at(Math.sin(second), Math.cos(second * 1.7), second),
  );
  expect(traceWalk(still)).toMatchObject({ line: [], length: 0 });
});

test('standing for ten minutes in the middle adds nothing', () => {
  const stopped = [
    ...eastward.slice(0, 80),
    ...Array.from({ length: 600 }, (_, second) =>
      at(79 * 1.3 + 2 * Math.sin(second), 2 * Math.cos(second * 1.7), 80 + second),
    ),
    ...eastward.slice(80).map((fix) => ({ ...fix, timestamp: fix.timestamp + 600_000 })),
  ];
  expect(Math.abs(traceWalk(stopped).length - traceWalk(eastward).length)).toBeLessThan(5);
});

test('a straight walk has few places, and no two nearer than 5 m', () => {
  expect(traceWalk(eastward).line).toHaveLength(2);
  for (const [name, truth] of Object.entries(SHAPES)) {
    const { line } = traceWalk(madeUpWalk(truth, 5));
    expect(line.length, name).toBeLessThan(60);
    const places = line.map((position) => plane.forward(position));
    const gaps = places.slice(1).map(([x, y], index) => {
      const [fromX = 0, fromY = 0] = places[index] ?? [];
      return Math.hypot(x - fromX, y - fromY);
    });
    expect(Math.min(...gaps), name).toBeGreaterThan(4.99);
  }
});

test.each<[string, (second: number) => number]>([
  ['back by an hour', (second) => (second < 80 ? second : second - 3600)],
  ['ahead by a day', (second) => (second < 80 ? second : second + 86_400)],
  ['and stands still', () => 0],
  ['to and fro', (second) => (second % 2 === 0 ? second : second - 30)],
])('a clock that jumps %s breaks nothing', (_name, clock) => {
  const jumped = eastward.map((fix, second) => ({
    ...fix,
    timestamp: 1_790_000_000_000 + clock(second) * 1000,
  }));
  const walk = traceWalk(jumped);
  expect(walk.leftOut.outlier).toBe(0);
  expect(Math.abs(walk.length - 200)).toBeLessThan(4);
});

test('whatever a phone says, nothing throws, every fix is accounted for, and what comes out is a line', () => {
  const near = fc.record({
    longitude: fc.double({ min: 106.6, max: 106.66, noNaN: true }),
    latitude: fc.double({ min: 20.7, max: 20.75, noNaN: true }),
    accuracy: fc.double({ min: 0, max: 60, noNaN: true }),
    timestamp: fc.integer({ min: 0, max: 4_000_000 }),
  });
  const any = fc.record({
    longitude: fc.double(),
    latitude: fc.double(),
    accuracy: fc.double(),
    timestamp: fc.double(),
  });
  fc.assert(
    fc.property(fc.array(fc.oneof(near, any), { maxLength: 80 }), (fixes) => {
      const { line, length, used, leftOut } = traceWalk(fixes);
      expect(used + leftOut.unreadable + leftOut.inaccurate + leftOut.outlier).toBe(fixes.length);
      expect(line.length).not.toBe(1);
      expect(line.flat().every(Number.isFinite)).toBe(true);
      expect(length).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 300 },
  );
});

test('more poor fixes change nothing, wherever they come', () => {
  fc.assert(
    fc.property(fc.nat({ max: 154 }), fc.double({ min: 20.01, max: 500, noNaN: true }), (index, accuracy) => {
      const poor = { ...at(0, 900, index), accuracy };
      expect(traceWalk(eastward.toSpliced(index, 0, poor)).line).toEqual(traceWalk(eastward).line);
    }),
    { numRuns: 50 },
  );
});
