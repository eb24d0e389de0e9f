import { expect, test } from 'vitest';
import { byName, day, hectares, instant, length, number, percent, phone } from './format.ts';

test('figures in Vietnamese form', () => {
  expect(number(25660)).toBe('25.660');
  expect(number(12.345, 1)).toBe('12,3');
  expect(percent(9, 14)).toBe('64,3\u00a0%');
  expect(percent(14, 14)).toBe('100\u00a0%');
});

test('what is not known stays null', () => {
  expect([number(null), day(null), length(null), hectares(null), percent(0, 0)]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

test('lengths change to kilometres without an odd "1.000 m"', () => {
  expect(length(640.4)).toBe('640\u00a0m');
  expect(length(999.6)).toBe('1\u00a0km');
  expect(length(1254)).toBe('1,25\u00a0km');
});

test('days and instants', () => {
  expect(day('2026-10-31')).toBe('31/10/2026');
  expect(instant('2026-10-31T17:05:00Z')).toBe('01/11/2026 00:05');
  expect(hectares(1_204_300)).toBe('120,4\u00a0ha');
});

test('names in Vietnamese order, numbers by value', () => {
  expect(['Thôn 10', 'Thôn 2', 'Đoài', 'Đông', 'Dương'].sort(byName)).toEqual([
    'Dương',
    'Đoài',
    'Đông',
    'Thôn 2',
    'Thôn 10',
  ]);
});

test('phone numbers are written as they are read aloud; addresses stay', () => {
  expect(phone('0912345678')).toBe('0912 345 678');
  expect(phone('02253123456')).toBe('02253123456');
  expect(phone('hoa@xa.vn')).toBe('hoa@xa.vn');
});
