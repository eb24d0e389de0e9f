import { describe, expect, it } from 'vitest';
import type { Column, Facts } from '../layers/layer.ts';
import { columnsAtFirst, columnWidth, compareValues, shownText } from './columns.ts';

const FACTS: Facts = {
  communeId: 'c',
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map(),
  role: null,
};
type Row = { name: string | null };
const NAME: Column<Row> = { id: 'name', title: () => 'Tên', value: (row) => row.name };

describe('order of values', () => {
  it('sorts words as Vietnamese does, letters with a hook or bar after the plain ones', () => {
    expect(['Đông', 'Ép', 'Dương', 'Ân', 'Anh', 'Ăn'].sort(compareValues)).toEqual([
      'Anh',
      'Ăn',
      'Ân',
      'Dương',
      'Đông',
      'Ép',
    ]);
  });
  it('counts numbers inside names', () => {
    expect(['Thôn 10', 'Thôn 2', 'Thôn 1'].sort(compareValues)).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 10']);
  });
  it('sorts numbers by size, and before words', () => {
    expect([10, 'chữ', 9, -1].sort(compareValues)).toEqual([-1, 9, 10, 'chữ']);
  });
});

describe('what a cell shows', () => {
  it('prefers the words of the column', () => {
    expect(shownText({ ...NAME, text: () => 'lời' }, { name: 'giá trị' }, FACTS)).toBe('lời');
  });
  it('writes figures and days as Vietnamese people do', () => {
    expect(shownText({ ...NAME, value: () => 25660.5 }, { name: '' }, FACTS)).toBe('25.660,5');
    expect(shownText(NAME, { name: '2026-10-31' }, FACTS)).toBe('31/10/2026');
  });
  it('says that nothing was reported, for null and for an empty value', () => {
    expect(shownText(NAME, { name: null }, FACTS)).toBe('chưa có số liệu');
    expect(shownText(NAME, { name: '' }, FACTS)).toBe('chưa có số liệu');
  });
  it('stays empty where the column says so: an unrecognised road has no day of recognition', () => {
    expect(shownText({ ...NAME, text: () => '' }, { name: null }, FACTS)).toBe('');
  });
});

describe('columns', () => {
  it('hides the optional ones at first and no other', () => {
    expect(columnsAtFirst([NAME, { ...NAME, id: 'graves', optional: true }])).toEqual({ graves: false });
  });
  it('are as wide as the longest text, between 7 and 34 characters', () => {
    expect(columnWidth('Tên', [])).toBe(7);
    expect(columnWidth('Tên', ['Thôn Xuân Chiếng'])).toBe(16);
    expect(columnWidth('Tên', ['dài '.repeat(20)])).toBe(34);
  });
});
