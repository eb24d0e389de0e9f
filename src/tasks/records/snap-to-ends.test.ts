import { expect, test } from 'vitest';
import { snapToEnds } from './snap-to-ends.ts';

const road = {
  type: 'LineString' as const,
  coordinates: [
    [106.62, 20.72],
    [106.625, 20.72],
    [106.63, 20.72],
  ],
};

test('a point near the end of a road means that end, and a corner in its middle means nothing', () => {
  // 0.0001 degrees east are 10.4 m here, 0.0002 are 20.8 m.
  expect(snapToEnds([106.6301, 20.72], [road])).toEqual([106.63, 20.72]);
  expect(snapToEnds([106.6302, 20.72], [road])).toEqual([106.6302, 20.72]);
  expect(snapToEnds([106.6251, 20.72], [road])).toEqual([106.6251, 20.72]);
});

test('areas have no ends', () => {
  const area = { type: 'Polygon' as const, coordinates: [[...road.coordinates, [106.62, 20.72]]] };
  expect(snapToEnds([106.6201, 20.72], [area])).toEqual([106.6201, 20.72]);
});
