import { expect, test } from 'vitest';
import { cellText, cellValue } from './cell.ts';
import type { FieldKind } from './layer-fields.ts';

const cases: [FieldKind, unknown, string | null][] = [
  ['text', ' Thôn 3 ', ' Thôn 3 '],
  ['text', 3, '3'],
  ['text', '   ', null],
  ['text', null, null],
  ['date', '2025-07-01', '2025-07-01'],
  ['date', '2025-07-01T00:00:00Z', '2025-07-01'],
  ['date', '2025/07/01', '2025-07-01'],
  ['date', '1/7/2025', '2025-07-01'],
  ['date', '31/02/2025', '31/02/2025'],
  ['date', 'tháng 7', 'tháng 7'],
  ['integer', 120, '120'],
  ['integer', '25.660', '25660'],
  ['integer', '25,660', '25660'],
  ['integer', '25 660', '25660'],
  ['integer', '1.234.567', '1234567'],
  ['integer', '120.0', '120'],
  ['integer', 12.5, '12.5'],
  ['integer', '-4', '-4'],
  ['integer', 'khoảng 100', 'khoảng 100'],
  ['number', 12.5, '12.5'],
  ['number', '12,5', '12.5'],
  ['number', '1.234,5', '1234.5'],
  ['number', '1,234.5', '1234.5'],
  ['number', 'n/a', 'n/a'],
];

test.each(cases)('a cell of kind %s that reads %j is sent as %j', (kind, cell, value) => {
  expect(cellValue(cell, kind)).toBe(value);
});

test('a name in decomposed letters is passed on as it is: the server mends it and says so', () => {
  const name = 'Thôn Xuân Đoài'.normalize('NFD');
  expect(cellValue(name, 'text')).toBe(name);
});

test('lists and objects in a cell are shown as they stand in the file', () => {
  expect(cellText(['a', 1])).toBe('["a",1]');
});
