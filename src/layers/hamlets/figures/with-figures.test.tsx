import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Indicator, ProgressRow } from '../../../data/progress.ts';
import type { Facts } from '../../layer.ts';
import type { HamletRow } from '../row.ts';
import type { Figures } from './figures.ts';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../../../data/client.ts', () => ({ client: {} }));
const { hamletsWith } = await import('./with-figures.tsx');
const { toPush } = await import('./indicator-push.tsx');

const facts = { names: new Map(), asOf: '2026-10-31' } as unknown as Facts;
const hamlet = (id: string, name = id): HamletRow =>
  ({
    id,
    name,
    former_commune: null,
    progress: 'behind',
    area_m2: 1,
    label_point: { type: 'Point', coordinates: [106.6, 20.7] },
    residential_geometry: null,
    geometry: { type: 'MultiPolygon', coordinates: [] },
  }) as unknown as HamletRow;
const hamlets = ['a', 'b', 'c', 'd'].map((id) => hamlet(id));

const indicator = (code: string, unit: string, name: string): Indicator =>
  ({
    code,
    unit,
    name: { vi: name, en: name },
    direction: 'higher_is_better',
    period: 'month',
    sort_order: 1,
  }) as unknown as Indicator;
const row = (
  hamlet_id: string,
  value: number | null,
  state: ProgressRow['state'],
  target: number | null = 60,
) => ({
  hamlet_id,
  indicator: 'waste-sorting',
  value,
  numerator: value,
  denominator: state === 'not_reported' && target === 0 ? 0 : 100,
  target: target === 0 ? null : target,
  state,
  change: value === null ? null : 5,
});

/** a met its 60; b is at 45, which is on the way; c is silent; d has nothing to measure. */
const figures: Figures = {
  asOf: '2026-10-31',
  before: '2026-07-31',
  indicators: [
    indicator('model-roads', 'roads', 'Tuyến kiểu mẫu'),
    indicator('waste-sorting', 'percent', 'Phân loại rác'),
  ],
  rows: [
    row('a', 66, 'met'),
    row('b', 45, 'on_the_way'),
    row('c', null, 'not_reported'),
    row('d', null, 'not_reported', 0),
  ],
  totals: [],
  targets: [
    {
      id: 't',
      indicator: 'waste-sorting',
      scope: 'hamlets',
      hamlet_id: null,
      value: 60,
      valid_from: '2026-01-01',
      valid_to: null,
      legal_basis: null,
      confirmed: false,
      version: 1,
    },
  ],
};

function drawn(code: string | null, rings: readonly string[] = []) {
  const layer = hamletsWith(figures, code, rings);
  const style = layer.style?.(hamlets, facts, code);
  if (!style) throw new Error('expected a style');
  return style;
}
const labels = (code: string | null, property: string, rings?: readonly string[]) =>
  drawn(code, rings).sources['hamlets:labels']?.features.map(({ properties }) => properties?.[property]);

test('hamlets are coloured by the chosen indicator, with their figure; silence is neither empty nor nought', () => {
  expect(labels('waste-sorting', 'state')).toEqual(['met', 'on_the_way', 'not_reported', 'empty']);
  expect(labels('waste-sorting', 'value')).toEqual(['66\u00a0%', '45\u00a0%', '', '']);
  expect(labels('model-roads', 'state')).toEqual(['behind', 'behind', 'behind', 'behind']);
  expect(labels(null, 'state')).toEqual(['plain', 'plain', 'plain', 'plain']);
});

test('an indicator that nobody knows colours nothing', () => {
  expect(labels('gone-away', 'state')).toEqual(['plain', 'plain', 'plain', 'plain']);
});

test('every hamlet has its rings, whose images are all there, and MapLibre accepts the style', () => {
  const style = drawn('waste-sorting', ['waste-sorting', 'model-roads', 'gone-away']);
  const named = style.sources['hamlets:labels']?.features.map(({ properties }) => properties?.rings);
  // 45 of 60 is three quarters: 15 of 20 steps. Of model roads nothing is known here.
  expect(named).toEqual(['m20-n', 'w15-n', 'n-n', 'e-n'].map((each) => `hamlets:rings:${each}`));
  expect(Object.keys(style.images ?? {})).toEqual(expect.arrayContaining(named ?? []));
  const errors = validateStyleMin({
    version: 8,
    sources: Object.fromEntries(
      Object.entries(style.sources).map(([name, data]) => [name, { type: 'geojson', data }]),
    ),
    layers: style.layers.map(({ layer }) => layer),
  });
  expect(errors).toEqual([]);
});

test('the legend says what, in which unit, against which target, from how many, and how many stand how', () => {
  const { Legend } = hamletsWith(figures, 'waste-sorting', []);
  const text = renderToStaticMarkup(<Legend rows={hamlets} facts={facts} indicator="waste-sorting" />)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(text).toContain('Phân loại rác (%)');
  expect(text).toContain('Mục tiêu mỗi thôn: 60 % (chưa xác nhận)');
  expect(text).toContain('trên 2/4 thôn có số liệu');
  expect(text).toContain('Đạt 1 Đang thực hiện 1 Chậm 0 Chưa có số liệu 1 Không có gì để tính 1');
});

test('the table has figure, target and change of the chosen indicator, and none of the plan number itself', () => {
  const { columns } = hamletsWith(figures, 'waste-sorting', []);
  const own = columns.filter(({ id }) => id.startsWith('indicator'));
  expect(own.map(({ title }) => title())).toEqual([
    'Phân loại rác (%)',
    'Mục tiêu',
    'Thay đổi từ 31/07/2026',
  ]);
  const texts = (id: string) => own.map((column) => column.text?.(hamlet(id), facts) ?? '');
  expect(texts('b')).toEqual(['45\u00a0%', '60\u00a0%', '+5 điểm %']);
  expect(texts('c')).toEqual(['chưa có số liệu', '60\u00a0%', 'chưa có số liệu']);
  expect(texts('d')[0]).toBe('Không có gì để tính');
  expect(hamletsWith(figures, 'model-roads', []).columns.some(({ id }) => id.startsWith('indicator'))).toBe(
    false,
  );
});

test('who needs a push: behind first, furthest from the target first, then the silent; not who has nothing to measure', () => {
  const rows = [
    row('a', 30, 'behind'),
    row('b', 20, 'behind'),
    row('c', null, 'not_reported'),
    row('d', 50, 'on_the_way'),
  ];
  const waste = figures.indicators[1] as Indicator;
  expect(toPush(hamlets, { ...figures, rows }, waste).map(({ row: { id } }) => id)).toEqual([
    'b',
    'a',
    'd',
    'c',
  ]);
  expect(toPush(hamlets, figures, waste).map(({ row: { id } }) => id)).toEqual(['b', 'c']);
});
