import { describe, expect, test } from 'vitest';
import { attractionOf, snap } from './snapping.ts';

/** A thousandth of a degree is ten pixels. */
const project = (longitude: number, latitude: number) => ({
  x: (longitude - 106) * 10_000,
  y: (20 - latitude) * 10_000,
});
const border = attractionOf([
  {
    type: 'LineString',
    coordinates: [
      [106, 20],
      [106.01, 20],
    ],
  },
  { type: 'Point', coordinates: [106.02, 20.01] },
]);

describe('what is drawn near', () => {
  test('a corner lands on the corner, to the last decimal', () => {
    expect(snap(border, [106.0003, 20.0004], project, 12)).toEqual([106, 20]);
    expect(snap(border, [106.0204, 20.0097], project, 12)).toEqual([106.02, 20.01]);
  });

  test('a line lands on the line, and not past its end', () => {
    expect(snap(border, [106.005, 20.0008], project, 12)).toEqual([106.005, 20]);
    expect(snap(border, [106.0105, 20.0003], project, 12)).toEqual([106.01, 20]);
  });

  test('both lands on the corner, though the line is nearer', () => {
    expect(snap(border, [106.001, 20.0001], project, 12)).toEqual([106, 20]);
  });

  test('nothing stays where it is', () => {
    expect(snap(border, [106.005, 20.002], project, 12)).toBeUndefined();
    expect(snap(attractionOf([]), [106, 20], project, 12)).toBeUndefined();
  });
});

test('every ring of every part attracts', () => {
  const square = [
    [106, 20],
    [106.01, 20],
    [106.01, 20.01],
    [106, 20],
  ];
  const { corners, segments } = attractionOf([
    { type: 'MultiPolygon', coordinates: [[square, square], [square]] },
  ]);
  expect(corners).toHaveLength(12);
  expect(segments).toHaveLength(9);
});
