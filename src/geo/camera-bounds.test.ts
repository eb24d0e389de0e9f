import { expect, test } from 'vitest';
import { boundsOfCamera } from './camera-bounds.ts';

const rounded = (bounds: readonly number[]) => bounds.map((edge) => Number(edge.toFixed(4)));

test('a map of the whole world is as wide as the world and as high as its square', () => {
  // At zoom 0 the world is 512 pixels wide; the square of the projection ends at 85.0511 degrees.
  expect(
    rounded(boundsOfCamera({ longitude: 0, latitude: 0, zoom: 0 }, { width: 512, height: 512 })),
  ).toEqual([-180, -85.0511, 180, 85.0511]);
});

test('half as wide is half the degrees, wherever the middle is', () => {
  // 256 of 1,024 pixels at zoom 1: a quarter of 360 degrees.
  const [west, , east] = boundsOfCamera(
    { longitude: 106.5, latitude: 20.7, zoom: 1 },
    { width: 256, height: 10 },
  );
  expect(rounded([west, east])).toEqual([61.5, 151.5]);
});

test('the middle of the map lies between its edges, north and south alike as projected', () => {
  const [, south, , north] = boundsOfCamera(
    { longitude: 106.6, latitude: 20.72, zoom: 12 },
    { width: 800, height: 600 },
  );
  expect((south + north) / 2).toBeCloseTo(20.72, 2);
  expect(north - south).toBeGreaterThan(0);
});
