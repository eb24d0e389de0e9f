import { expect, test } from 'vitest';
import { CHOICE_NAMES, ORGANIZATION_NAMES } from './known-names.ts';
import { LAYER_FIELDS } from './layer-fields.ts';
import { meaningOf } from './meaning.ts';

const meaningsOf = (field: string) => {
  const choices = Object.values(LAYER_FIELDS)
    .flat()
    .find(({ id }) => id === field)?.choices;
  return (choices ?? []).map((value) => ({ value, names: [value, ...(CHOICE_NAMES[value] ?? [])] }));
};
const organizations = Object.entries(ORGANIZATION_NAMES).map(([value, names]) => ({ value, names }));

test.each([
  ['class', 'Quốc lộ 10', 'national'],
  ['class', 'ĐƯỜNG TRỤC XÃ', 'commune'],
  ['class', 'duong thon', 'hamlet'],
  ['class', 'Ngõ xóm', 'alley'],
  ['class', 'track', 'field'],
  ['class', 'living_street', 'alley'],
  ['kind', 'Ngôi nhà xanh', 'green_house'],
  ['kind', 'Đổi pin nhận quà', 'battery_exchange'],
  ['kind', 'Bể chứa vỏ thuốc BVTV', 'pesticide_tank'],
  ['kind', 'Điểm tập kết rác', 'collection'],
  ['kind', 'Điểm đen rác thải', 'black_spot'],
  ['state', 'Đang hoạt động', 'active'],
  ['state', 'Không hoạt động', 'closed'],
  ['state', 'active', 'active'],
])('in %s, "%s" means %s', (field, text, value) => {
  expect(meaningOf(text, meaningsOf(field))).toBe(value);
});

test.each([
  ['Hội CCB', 'veterans'],
  ['Hội Cựu chiến binh xã Nghi Dương', 'veterans'],
  ['Hội LHPN', 'women'],
  ['Đoàn TN', 'youth'],
  ['ĐTN', 'youth'],
  ['TN', 'youth'],
  ['PN', 'women'],
  ['Hội PN thôn 3', 'women'],
  ['ND', 'farmers'],
  ['CCB', 'veterans'],
  ['UBMTTQ', 'front'],
  ['HTX', null],
  ['UBND xã', 'people_committee'],
  ['MTTQ', 'front'],
])('the organization "%s" is %s', (text, value) => {
  expect(meaningOf(text, organizations)).toBe(value);
});

test('of several names that stand in a text, the longest says most', () => {
  const meanings = [
    { value: 'battery', names: ['pin'] },
    { value: 'house', names: ['ngôi nhà xanh'] },
  ];
  expect(meaningOf('Ngôi nhà xanh có thùng pin', meanings)).toBe('house');
});

test('nothing is guessed of an empty or an unknown text, nor where two fit alike', () => {
  expect(meaningOf('', organizations)).toBeNull();
  expect(meaningOf('Ban quản lý chợ', organizations)).toBeNull();
  expect(meaningOf('hội', organizations)).toBeNull();
});
