import { expect, test } from 'vitest';
import { areasAround, areasOf } from './boundary-choice.ts';

const square = (west: number, south: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + 0.1, south],
      [west + 0.1, south + 0.1],
      [west, south + 0.1],
      [west, south],
    ],
  ],
});
const content = {
  system: { kind: 'none' as const },
  notes: [],
  columns: ['code', 'name', 'fullName', 'tinh'],
  features: [
    {
      properties: { code: '11713', name: 'Nghi Dương', fullName: 'Xã Nghi Dương', tinh: 'Hải Phòng' },
      geometry: square(106.6, 20.7),
    },
    { properties: { code: 'HP-2', fullName: '  ' }, geometry: square(106.74, 20.7) },
    { properties: { fullName: 'Xã Xa'.normalize('NFD') }, geometry: square(107.5, 20.7) },
    { properties: { fullName: 'Xã Hỏng' }, geometry: { type: 'Polygon', coordinates: 'x' } },
  ],
};
const areas = areasOf(content, (position) => `Vùng ${position}`);

test('an area takes the full name, a code of five digits, and the province', () => {
  expect(areas[0]).toMatchObject({ index: 0, name: 'Xã Nghi Dương', code: '11713', province: 'Hải Phòng' });
});

test('an area without a name is numbered, and a code that is none is left out', () => {
  expect(areas[1]).toMatchObject({ name: 'Vùng 2', code: '', province: '' });
  expect(areas[2]?.name).toBe('Xã Xa'.normalize('NFC'));
});

test('areas around one are near it, can be drawn, and are not itself', () => {
  const [first] = areas;
  expect(first && areasAround(first, areas).map(({ name }) => name)).toEqual(['Vùng 2']);
  expect(areas[3] && areasAround(areas[3], areas)).toEqual([]);
});
