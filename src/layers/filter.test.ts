import { describe, expect, test } from 'vitest';
import {
  type Filter,
  filterRows,
  hamletFilter,
  NOT_REPORTED,
  organizationFilter,
  searchable,
} from './filter.ts';
import type { Facts } from './layer.ts';

type Row = { id: string; name: string; kind: string[]; day: string | null; length: number | null };
const rows: Row[] = [
  { id: '1', name: 'Đường trục Thuỵ Khuê', kind: ['a'], day: '2026-01-01', length: 120 },
  { id: '2', name: 'Đường ven kênh', kind: ['a', 'b'], day: '2026-06-30', length: 80 },
  { id: '3', name: 'Ngõ 5', kind: [], day: null, length: null },
];
const filters: Filter<Row>[] = [
  { id: 'kind', title: () => '', kind: 'choice', valuesOf: (row) => row.kind, labelOf: (value) => value },
  { id: 'text', title: () => '', kind: 'text', textOf: (row) => row.name },
  { id: 'day', title: () => '', kind: 'days', dayOf: (row) => row.day },
  { id: 'length', title: () => '', kind: 'numbers', numberOf: (row) => row.length, unit: () => 'm' },
];
const facts = {} as Facts;
const ids = (chosen: Record<string, string[]>) =>
  filterRows(rows, filters, chosen, facts).map((row) => row.id);

describe('filterRows', () => {
  test('nothing chosen passes the very same array on', () => {
    expect(filterRows(rows, filters, { day: ['', ''], unknown: ['x'] }, facts)).toBe(rows);
  });
  test('a choice passes rows that have any chosen value; rows without one pass as not reported', () => {
    expect(ids({ kind: ['b'] })).toEqual(['2']);
    expect(ids({ kind: ['b', NOT_REPORTED] })).toEqual(['2', '3']);
  });
  test('text ignores diacritics, case and the place of the tone mark', () => {
    expect(ids({ text: ['thụy KHUE'] })).toEqual(['1']);
    expect(ids({ text: ['duong kenh'] })).toEqual(['2']);
  });
  test('ranges include both ends and leave out rows that have nothing', () => {
    expect(ids({ day: ['2026-01-01', '2026-06-30'] })).toEqual(['1', '2']);
    expect(ids({ day: ['', '2026-06-29'] })).toEqual(['1']);
    expect(ids({ length: ['80', '119'] })).toEqual(['2']);
  });
  test('filters combine', () => {
    expect(ids({ kind: ['a'], length: ['100', ''] })).toEqual(['1']);
  });
});

test('by hamlet and by organization: names come from the facts, and who has none is listed as not reported', () => {
  const places = [
    { id: 'one', hamlet_id: 'h', organization_id: 'o' },
    { id: 'two', hamlet_id: null, organization_id: null },
  ];
  const passing = (chosen: Record<string, string[]>) =>
    filterRows(places, [hamletFilter, organizationFilter], chosen, facts).map(({ id }) => id);
  expect(passing({ hamlet: ['h'] })).toEqual(['one']);
  expect(passing({ organization: ['h'] })).toEqual([]);
  expect(passing({ organization: ['o'] })).toEqual(['one']);
  expect(passing({ hamlet: [NOT_REPORTED] })).toEqual(['two']);
  const known = { names: new Map([['h', 'Thôn 3 (Du Lễ)']]) } as unknown as Facts;
  expect(hamletFilter.kind === 'choice' && hamletFilter.labelOf('h', known)).toBe('Thôn 3 (Du Lễ)');
});

test('searchable text of NFD and NFC is the same', () => {
  expect(searchable('Thôn Đoài'.normalize('NFD'))).toBe(searchable('Thôn  Đoài'));
});
