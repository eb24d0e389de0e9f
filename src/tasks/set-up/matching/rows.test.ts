import { expect, test } from 'vitest';
import { LAYER_FIELDS, LOADABLE } from './layer-fields.ts';
import { NO_SOURCE } from './matching.ts';
import { rowsToSend, textsOf } from './rows.ts';

const FIRST_ID = '01a2b3c4-d5e6-7000-8000-000000000001';
const point = { type: 'Point', coordinates: [106.63, 20.73] };
const features = [
  { properties: { ten: 'Nhà văn hóa', loai: 'Ngôi nhà xanh', ngay: '1/7/2025' }, geometry: point },
  { properties: { ten: 'Chợ Du Lễ', loai: 'lò đốt' }, geometry: null },
];
const meanings = {
  kind: [
    { value: 'green_house', names: ['Ngôi nhà xanh'] },
    { value: 'collection', names: ['Thu gom'] },
  ],
};
const matching = {
  name: { ...NO_SOURCE, column: 'ten' },
  kind: { ...NO_SOURCE, column: 'loai' },
  state: { ...NO_SOURCE, common: 'active' },
  valid_from: { ...NO_SOURCE, column: 'ngay', common: '2026-01-01' },
};

test('a row takes the cell, the meaning of its text, or what was given for all', () => {
  const rows = rowsToSend('waste_points', features, matching, meanings, FIRST_ID);
  expect(rows).toEqual([
    {
      id: FIRST_ID,
      geometry: point,
      name: 'Nhà văn hóa',
      kind: 'green_house',
      state: 'active',
      organization_id: null,
      valid_from: '2025-07-01',
    },
    {
      id: '01a2b3c4-d5e6-7000-8000-000000000002',
      geometry: null,
      name: 'Chợ Du Lễ',
      // Unknown to the guess: the server names it.
      kind: 'lò đốt',
      state: 'active',
      organization_id: null,
      valid_from: '2026-01-01',
    },
  ]);
});

test('what a person said that a text means goes before the guess', () => {
  const said = { ...matching, kind: { ...matching.kind, meanings: { 'lò đốt': 'collection' } } };
  expect(rowsToSend('waste_points', features, said, meanings, FIRST_ID)[1]?.kind).toBe('collection');
});

test('a text of the file that is called like a part of every object means nothing by itself', () => {
  const odd = [{ properties: { ten: 'A', loai: 'constructor' }, geometry: point }];
  expect(rowsToSend('waste_points', odd, matching, meanings, FIRST_ID)[0]?.kind).toBe('constructor');
});

test('a column cannot stand in for the id or the geometry', () => {
  const hostile = [{ properties: { id: 'x', geometry: 'y', ten: 'A' }, geometry: point }];
  expect(rowsToSend('waste_points', hostile, matching, meanings, FIRST_ID)[0]).toMatchObject({
    id: FIRST_ID,
    geometry: point,
  });
});

test('the texts of a column are listed with their rows, the most frequent first', () => {
  const many = ['a', 'b', 'b', '', null].map((loai) => ({ properties: { loai }, geometry: null }));
  expect(textsOf(many, 'loai')).toEqual([
    { text: 'b', rows: 2 },
    { text: 'a', rows: 1 },
  ]);
});

test('no guess is written in a way in which no column can be called', () => {
  const guesses = LOADABLE.flatMap((layer) => LAYER_FIELDS[layer].flatMap((field) => field.guesses));
  expect(guesses.filter((guess) => !/^[a-z0-9]+$/.test(guess))).toEqual([]);
});
