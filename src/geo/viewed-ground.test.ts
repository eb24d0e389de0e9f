import { expect, test } from 'vitest';
import { viewedGround } from './viewed-ground.ts';

test('a screen around a place shows so many degrees', () => {
  // At zoom 1 the earth is 1.024 pixels wide: 512 of them are half of it, 256 a quarter; at 60° north half as high.
  const [west, south, east, north] = viewedGround({ longitude: 10, latitude: 60, zoom: 1 }, 512, 256);
  expect([west, east]).toEqual([-80, 100]);
  expect(south).toBeCloseTo(37.5, 9);
  expect(north).toBeCloseTo(82.5, 9);
});
