import { expect, it } from 'vitest';
import type { Column, Facts } from '../layers/layer.ts';
import { exportSheet, signedSheet } from './export-sheet.ts';

const FACTS: Facts = {
  communeId: 'c',
  communeName: 'Nghi Dương',
  asOf: '2026-10-31',
  criteria: [],
  criteriaConfirmed: true,
  names: new Map(),
  role: null,
};
type Row = { name: string; people: number | null; since: string; rank: number };
const COLUMNS: Column<Row>[] = [
  { id: 'name', title: () => 'Tên', value: ({ name }) => name },
  {
    id: 'people',
    title: () => 'Dân số',
    value: ({ people }) => people,
    text: ({ people }) => `${people} người`,
    numeric: true,
  },
  { id: 'since', title: () => 'Từ ngày', value: ({ since }) => since, text: () => '31/10/2026' },
  { id: 'state', title: () => 'Trạng thái', value: ({ rank }) => rank, text: () => 'Đã công nhận' },
];

it('exports figures as numbers, days as days, and words where a number only ranks', () => {
  const sheet = exportSheet(COLUMNS, [{ name: 'Thôn 1', people: 1200, since: '2026-10-31', rank: 2 }], FACTS);
  expect(sheet).toEqual({
    titles: ['Tên', 'Dân số', 'Từ ngày', 'Trạng thái'],
    rows: [['Thôn 1', 1200, { day: '2026-10-31' }, 'Đã công nhận']],
  });
});
it('leaves empty what was not reported, so that no sum counts a word', () => {
  expect(exportSheet(COLUMNS, [{ name: '', people: null, since: '', rank: 0 }], FACTS).rows).toEqual([
    [null, null, null, 'Đã công nhận'],
  ]);
});

it('says in every row who saved it and when, where that is asked for', () => {
  const sheet = { titles: ['Tên'], rows: [['Trộm cắp'], ['Cờ bạc']] };
  expect(signedSheet(sheet, 'Công an xã (Công an)', '31/10/2026 09:00')).toEqual({
    titles: ['Tên', 'Người tải', 'Tải lúc'],
    rows: [
      ['Trộm cắp', 'Công an xã (Công an)', '31/10/2026 09:00'],
      ['Cờ bạc', 'Công an xã (Công an)', '31/10/2026 09:00'],
    ],
  });
});
