import { expect, test } from 'vitest';
import type { Indicator } from '../../data/progress.ts';
import { factsOf, inReadingOrder, madeOf, titleOf } from './evidence-words.ts';
import type { Evidence } from './server.ts';

const row = (about: Partial<Evidence>): Evidence => ({
  kind: 'report',
  layer: null,
  feature_id: null,
  source_id: null,
  title: null,
  happened_on: null,
  counted: true,
  amount: null,
  state: null,
  recorded_at: null,
  ...about,
});
const SORTING = {
  code: 'waste-sorting',
  unit: 'percent',
  period: 'month',
  numerator_name: { vi: 'Hộ phân loại rác', en: 'Households sorting' },
  denominator_name: { vi: 'Số hộ', en: 'Households' },
} as Indicator;

test('a report is called by its month or its year', () => {
  const report = row({ happened_on: '2026-10-01', amount: 1120, state: 'corrected' });
  expect(titleOf(report, SORTING)).toBe('Báo cáo tháng 10/2026');
  expect(titleOf(report, { ...SORTING, period: 'year' })).toBe('Báo cáo năm 2026');
  expect(factsOf(report, SORTING)).toEqual(['Hộ phân loại rác: 1.120', 'Bản đính chính']);
});

test('a road says since when, how long it is and its state', () => {
  const road = row({
    kind: 'feature',
    title: 'Đường trục',
    happened_on: '2026-03-02',
    amount: 640,
    state: 'recognised',
  });
  expect(titleOf(road, SORTING)).toBe('Đường trục');
  expect(factsOf(road, SORTING)).toEqual(['Từ 02/03/2026', '640\u00a0m', 'Đã công nhận']);
});

test('what a figure is made of, and nothing of a count alone', () => {
  expect(madeOf(SORTING, 120, 245)).toBe('Hộ phân loại rác: 120 · Số hộ: 245');
  expect(madeOf(SORTING, null, 245)).toBeNull();
  expect(madeOf({ ...SORTING, denominator_name: null }, 2, 1)).toBeNull();
});

test('what counts comes first, the newest of it before the older', () => {
  const rows = [
    row({ source_id: 'old', happened_on: '2026-01-01' }),
    row({ source_id: 'not counted', happened_on: '2026-05-01', counted: false }),
    row({ source_id: 'new', happened_on: '2026-04-01' }),
  ];
  expect(inReadingOrder(rows).map(({ source_id }) => source_id)).toEqual(['new', 'old', 'not counted']);
});
