import { expect, test } from 'vitest';
import { columnKey, guessColumn, guessMatching, unanswered } from './matching.ts';

test.each([
  ['TEN_XA', 'tenxa'],
  ['Tên thôn', 'tenthon'],
  ['Số hộ (2025)', 'soho2025'],
  ['Dân số'.normalize('NFD'), 'danso'],
  ['Đơn vị', 'donvi'],
])('the column "%s" is compared as "%s"', (name, key) => {
  expect(columnKey(name)).toBe(key);
});

test('an exact name wins over one that only begins alike, whatever their order in the file', () => {
  expect(guessColumn(['Tên thôn mới', 'ten_thon'], ['tenthon'])).toBe('ten_thon');
  expect(guessColumn(['Tên thôn mới'], ['tenthon'])).toBe('Tên thôn mới');
});

test('figures are taken with a year or a unit behind their name, and not from a column of other figures', () => {
  const matching = guessMatching('hamlets', ['Dân số 2025', 'Đất canh tác (ha)'], '2026-10-31');
  expect(matching.population?.column).toBe('Dân số 2025');
  expect(matching.cultivated_area_ha?.column).toBe('Đất canh tác (ha)');
  const raw = guessMatching('hamlets', ['population_published_RAW'], '2026-10-31');
  expect(raw.population?.column).toBeNull();
});

test('a short guess never takes a longer name', () => {
  expect(guessColumn(['Hoạt động'], ['ho'])).toBeNull();
});

test('the columns of the real units of Hải Phòng are matched to a hamlet', () => {
  const columns = [
    'code',
    'name',
    'nameEn',
    'fullName',
    'fullNameEn',
    'areaKm2',
    'merged_from',
    'hq',
    'population_published_RAW',
  ];
  const matching = guessMatching('hamlets', columns, '2026-10-31');
  expect(matching.name?.column).toBe('fullName');
  expect(matching.former_commune?.column).toBeNull();
  expect(matching.population?.column).toBeNull();
  expect(matching.valid_from).toEqual({ column: null, common: '2026-10-31', meanings: {} });
  expect(unanswered('hamlets', matching)).toEqual([]);
});

test('one column is not proposed for two fields', () => {
  const matching = guessMatching('model_roads', ['ten', 'ngay', 'don_vi'], '2026-10-31');
  expect(matching.registered_on?.column).toBe('ngay');
  expect(matching.recognised_on?.column).toBeNull();
  expect(matching.organization_id?.column).toBe('don_vi');
});

test('what is required and has no source is asked for', () => {
  const matching = guessMatching('waste_points', ['x'], '2026-10-31');
  expect(unanswered('waste_points', matching).map(({ id }) => id)).toEqual(['name', 'kind']);
});
