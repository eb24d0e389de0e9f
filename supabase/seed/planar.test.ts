import { describe, expect, test } from 'vitest';
import { findCrossingPaths, isSimpleRing } from './crossings.ts';
import type { Path } from './planar.ts';
import {
  contains,
  curveThrough,
  cutCorners,
  distanceToPath,
  pathLength,
  section,
  segmentsMeet,
  signedArea,
  simplify,
} from './planar.ts';

const square: Path = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test('area is positive counterclockwise and negative clockwise', () => {
  expect(signedArea(square)).toBe(100);
  expect(signedArea([...square].reverse())).toBe(-100);
});

test('a ring holds what is inside it, its dents left out', () => {
  const dented: Path = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ];
  expect(contains(dented, [5, 1])).toBe(true);
  expect(contains(dented, [5, 5])).toBe(false);
  expect(contains(dented, [11, 1])).toBe(false);
});

test('segments meet when they cross, touch or overlap', () => {
  expect(segmentsMeet([0, 0], [10, 10], [0, 10], [10, 0])).toBe(true);
  expect(segmentsMeet([0, 0], [10, 0], [5, 0], [5, 5])).toBe(true);
  expect(segmentsMeet([0, 0], [10, 0], [5, 0], [15, 0])).toBe(true);
  expect(segmentsMeet([0, 0], [10, 0], [0, 1], [10, 1])).toBe(false);
  expect(segmentsMeet([0, 0], [10, 0], [11, 0], [15, 0])).toBe(false);
});

test('simplifying keeps the ends and every bend beyond the tolerance', () => {
  expect(
    simplify(
      [
        [0, 0],
        [5, 0.5],
        [10, 0],
      ],
      1,
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
  ]);
  expect(
    simplify(
      [
        [0, 0],
        [5, 2],
        [10, 0],
      ],
      1,
    ),
  ).toEqual([
    [0, 0],
    [5, 2],
    [10, 0],
  ]);
});

test('cutting corners keeps the ends and takes the corner away', () => {
  const cut = cutCorners(
    [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    1,
  );
  expect(cut).toEqual([
    [0, 0],
    [7.5, 0],
    [10, 2.5],
    [10, 10],
  ]);
});

test('a curve runs through every given point', () => {
  const points: Path = [
    [0, 0],
    [10, 5],
    [20, 0],
    [30, 20],
  ];
  const curve = curveThrough(points, 4);
  expect(curve).toHaveLength(13);
  expect(curve.filter((_, index) => index % 4 === 0)).toEqual(points);
});

test('a section runs from one distance to the other, with the bends between', () => {
  const bent: Path = [
    [0, 0],
    [10, 0],
    [10, 10],
  ];
  expect(section(bent, 5, 15)).toEqual([
    [5, 0],
    [10, 0],
    [10, 5],
  ]);
  expect(pathLength(section(bent, 2, 9))).toBeCloseTo(7);
  expect(section(bent, 0, 20)).toEqual(bent);
});

test('distance to a line is taken to its nearest segment', () => {
  expect(
    distanceToPath(
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
      [12, 5],
    ),
  ).toBe(2);
});

describe('crossings', () => {
  test('two lines that cross are both found', () => {
    const found = findCrossingPaths([
      [
        [0, 0],
        [10, 10],
      ],
      [
        [0, 10],
        [10, 0],
      ],
      [
        [500, 0],
        [510, 0],
      ],
    ]);
    expect([...found].sort()).toEqual([0, 1]);
  });

  test('lines may meet in a common vertex', () => {
    expect(
      findCrossingPaths([
        [
          [0, 0],
          [5, 5],
        ],
        [
          [5, 5],
          [10, 0],
        ],
        [
          [5, 5],
          [5, 10],
        ],
      ]).size,
    ).toBe(0);
  });

  test('lines that run back over each other from a common vertex are found', () => {
    expect(
      findCrossingPaths([
        [
          [0, 0],
          [10, 0],
        ],
        [
          [0, 0],
          [5, 0],
        ],
      ]).size,
    ).toBe(2);
  });

  test('an end that touches the middle of another line is found', () => {
    expect(
      findCrossingPaths([
        [
          [0, 0],
          [10, 0],
        ],
        [
          [5, 0],
          [5, 10],
        ],
      ]).size,
    ).toBe(2);
  });

  test('a ring is simple unless it crosses itself', () => {
    expect(isSimpleRing(square)).toBe(true);
    expect(
      isSimpleRing([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
    ).toBe(false);
  });
});
