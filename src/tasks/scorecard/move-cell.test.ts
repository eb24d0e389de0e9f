import { expect, test } from 'vitest';
import { moveCell } from './move-cell.ts';

// Fifteen rows of thirteen cells.
const SIZE = { rows: 15, columns: 13 };

test.each([
  ['ArrowDown', false, { row: 4, column: 2 }],
  ['ArrowRight', false, { row: 3, column: 3 }],
  ['PageDown', false, { row: 11, column: 2 }],
  ['PageUp', false, { row: 0, column: 2 }],
  ['Home', false, { row: 3, column: 0 }],
  ['End', false, { row: 3, column: 12 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', true, { row: 14, column: 12 }],
])('%s (Ctrl: %s) from row 3, column 2', (key, withControl, place) => {
  expect(moveCell(key, withControl, { row: 3, column: 2 }, SIZE)).toEqual(place);
});

test('the grid is never left, and other keys move nothing', () => {
  expect(moveCell('ArrowUp', false, { row: 0, column: 0 }, SIZE)).toEqual({ row: 0, column: 0 });
  expect(moveCell('ArrowRight', false, { row: 0, column: 12 }, SIZE)).toEqual({ row: 0, column: 12 });
  expect(moveCell('a', false, { row: 0, column: 0 }, SIZE)).toBeNull();
});
