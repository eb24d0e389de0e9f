import { describe, expect, test } from 'vitest';
import type { Indicator } from '../../data/progress.ts';
import { cellOf, columnsOf, isChanged, paste, problemsOf, readCell } from './grid.ts';
import type { ReportRow } from './server.ts';

const indicator = (code: string, more: Partial<Indicator> = {}) =>
  ({ code, period: 'month', origin: 'reported', denominator_source: 'households', ...more }) as Indicator;
const sorting = indicator('waste-sorting');
const conciliation = indicator('conciliation', { denominator_source: 'entered' });
const drugFree = indicator('drug-free', { denominator_source: 'one', period: 'year' });
const columns = columnsOf([sorting, conciliation, drugFree], 'month');
const row = (more: Partial<ReportRow> = {}): ReportRow => ({
  id: null,
  hamlet_id: 'h1',
  indicator: 'waste-sorting',
  every: 'month',
  period: '2026-03-01',
  revision: null,
  numerator: null,
  denominator: null,
  version: null,
  is_locked: false,
  households: 400,
  hamlet_name: 'Thôn 1',
  former_commune: null,
  ...more,
});
const [numbers, settled, concluded] = columns;
if (!numbers || !settled || !concluded) throw new Error('three columns are expected');

test('a column a number, and two where the denominator is entered', () => {
  expect(columns.map(({ indicator: { code }, part }) => `${code} ${part}`)).toEqual([
    'waste-sorting numerator',
    'conciliation numerator',
    'conciliation denominator',
  ]);
});

test.each([
  ['', null],
  ['  ', null],
  ['0', 0],
  ['1.234', 1234],
  ['1\u00a0234', 1234],
  ['64,5', Number.NaN],
  ['-3', Number.NaN],
  ['hai', Number.NaN],
])('%j reads %s', (text, value) => {
  expect(readCell(text, numbers)).toBe(value);
});

test('yes and no are read with and without their marks, in pieces too', () => {
  const [column] = columnsOf([drugFree], 'year');
  if (!column) throw new Error('a column is expected');
  expect(['Có', 'co', 'Co\u0301', '1', 'Không', '0', '2'].map((text) => readCell(text, column))).toEqual([
    1,
    1,
    1,
    1,
    0,
    0,
    Number.NaN,
  ]);
});

describe('what cannot be is refused in its cell', () => {
  test('more than the households', () => {
    const cell = cellOf('h1', numbers);
    expect(problemsOf({ [cell]: '401' }, row(), columns).get(cell)).toEqual({ code: 'above', count: 400 });
    expect(problemsOf({ [cell]: '400' }, row(), columns).size).toBe(0);
    expect(problemsOf({ [cell]: 'x' }, row(), columns).get(cell)).toEqual({ code: 'number' });
  });
  test('a numerator without its denominator, or above it', () => {
    const of = row({ indicator: 'conciliation' });
    const [top, bottom] = [cellOf('h1', settled), cellOf('h1', concluded)];
    expect(problemsOf({ [top]: '3' }, of, columns).get(bottom)).toEqual({ code: 'denominator' });
    expect(problemsOf({ [bottom]: '3' }, of, columns).get(top)).toEqual({ code: 'numerator' });
    expect(problemsOf({ [top]: '3', [bottom]: '2' }, of, columns).get(top)).toEqual({
      code: 'above',
      count: 2,
    });
    expect(problemsOf({ [top]: '0', [bottom]: '0' }, of, columns).size).toBe(0);
  });
});

test('what was typed over with the same is no change, an emptied cell is one', () => {
  const stored = row({ numerator: 300 });
  const cell = cellOf('h1', numbers);
  expect(isChanged({ [cell]: '300' }, stored, columns)).toBe(false);
  expect(isChanged({ [cell]: '' }, stored, columns)).toBe(true);
  expect(isChanged({}, stored, columns)).toBe(false);
});

describe('a pasted block', () => {
  const hamlets = ['h1', 'h2', 'h3'];
  test('lies from its first cell on, whatever ends its lines', () => {
    expect(paste('1.200\t3\r\n\t4\r\n', { row: 1, column: 0 }, hamlets, columns)).toEqual({
      drafts: {
        'h2/waste-sorting/numerator': '1200',
        'h2/conciliation/numerator': '3',
        'h3/waste-sorting/numerator': '',
        'h3/conciliation/numerator': '4',
      },
    });
  });
  test('that does not fit, or is no number, leaves everything as it was', () => {
    expect(paste('1\n2\n3', { row: 1, column: 0 }, hamlets, columns)).toEqual({
      tooBig: { rows: 3, columns: 1 },
    });
    expect(paste('1\t2\t3', { row: 0, column: 1 }, hamlets, columns)).toEqual({
      tooBig: { rows: 1, columns: 3 },
    });
    expect(paste('1\tThôn 2', { row: 0, column: 0 }, hamlets, columns)).toEqual({ notANumber: 'Thôn 2' });
  });
});
