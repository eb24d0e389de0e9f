import { expect, test } from 'vitest';
import { readNumber, readWholeNumber } from './figure.ts';

test.each([
  ['25660', '25660'],
  ['25.660', '25660'],
  ['25,660', '25660'],
  ['1 025 660', '1025660'],
  ['25660.0', '25660'],
  ['25.66', null],
  ['1.025,660', null],
  ['-4', null],
  ['mười', null],
])('%s as a whole number', (text, read) => {
  expect(readWholeNumber(text)).toBe(read);
});

test.each([
  ['12,5', '12.5'],
  ['12.5', '12.5'],
  ['1.234,5', '1234.5'],
  ['1,234.5', '1234.5'],
  ['7', '7'],
  ['7,', null],
  ['-4,5', null],
  ['12,5 ha', null],
])('%s as a number', (text, read) => {
  expect(readNumber(text)).toBe(read);
});
