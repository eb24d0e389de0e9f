import { expect, test } from 'vitest';
import { dayMonthsAgo, stretchesInside } from './model-roads.ts';
import type { Path } from './planar.ts';

const square: Path = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

test('a line that leaves an area and comes back gives two stretches', () => {
  const line: Path = [
    [1, 5],
    [4, 5],
    [5, 15],
    [6, 5],
    [9, 5],
  ];
  expect(stretchesInside(line, square)).toEqual([
    [
      [1, 5],
      [4, 5],
    ],
    [
      [6, 5],
      [9, 5],
    ],
  ]);
});

test('a segment whose ends are inside but whose middle is not parts the line', () => {
  const dented: Path = [
    [0, 0],
    [10, 0],
    [10, 10],
    [5, 2],
    [0, 10],
  ];
  expect(
    stretchesInside(
      [
        [1, 5],
        [2, 5],
        [8, 5],
        [9, 5],
      ],
      dented,
    ),
  ).toEqual([
    [
      [1, 5],
      [2, 5],
    ],
    [
      [8, 5],
      [9, 5],
    ],
  ]);
});

test('months are counted back from the last day, which no result passes', () => {
  expect(dayMonthsAgo('2026-10-31', 2, 18)).toBe('2026-08-18');
  expect(dayMonthsAgo('2026-10-05', 0, 18)).toBe('2026-10-05');
});
