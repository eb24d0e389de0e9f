import { expect, it } from 'vitest';
import { moveRow } from './move-row.ts';

it('moves by one, by a page, to both ends, and never leaves the list', () => {
  const to = (key: string, from: number) => moveRow(key, from, 100, 11);
  expect([to('ArrowDown', 4), to('ArrowUp', 4), to('PageDown', 4), to('PageUp', 14)]).toEqual([5, 3, 14, 4]);
  expect([to('Home', 50), to('End', 50)]).toEqual([0, 99]);
  expect([to('ArrowUp', 0), to('ArrowDown', 99), to('PageUp', 3), to('PageDown', 95)]).toEqual([
    0, 99, 0, 99,
  ]);
});
it('moves on even where less than one row is seen', () => {
  expect(moveRow('PageDown', 4, 100, 0)).toBe(5);
});
it('leaves other keys alone, and all of them without rows', () => {
  expect(moveRow('a', 4, 100, 11)).toBeNull();
  expect(moveRow('Home', 0, 0, 11)).toBeNull();
});
