import { beforeEach, expect, test, vi } from 'vitest';
import { guessMatching, type Matching } from './matching.ts';
import { rememberedMatching, rememberMatching } from './remembered.ts';

const COLUMNS = ['a', 'b', 'ngay'];

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  });
  return () => vi.unstubAllGlobals();
});

const matched: Matching = {
  name: { column: 'a', common: null, meanings: {} },
  class: { column: 'b', common: 'hamlet', meanings: { XX: 'alley' } },
  valid_from: { column: null, common: '2020-01-01', meanings: {} },
};
const today = guessMatching('roads', COLUMNS, '2026-11-27');
const again = (person: string, layer: 'roads' | 'hamlets' = 'roads', columns = COLUMNS) =>
  rememberedMatching(person, layer, columns, today);

test('a layout is matched as its person matched it last, whatever the order of its columns; days are of the file', () => {
  rememberMatching('an', 'roads', COLUMNS, matched);
  expect(again('an', 'roads', COLUMNS.toReversed())).toEqual({
    ...matched,
    valid_from: { column: null, common: '2026-11-27', meanings: {} },
  });
});

test.each([
  ['another person', () => again('binh')],
  ['another layer', () => again('an', 'hamlets')],
  ['another layout', () => again('an', 'roads', [...COLUMNS, 'c'])],
])('%s is not matched by it', (_who, ask) => {
  rememberMatching('an', 'roads', COLUMNS, matched);
  expect(ask()).toBeNull();
});

test('what was kept and is broken is no hindrance', () => {
  rememberMatching('an', 'roads', COLUMNS, matched);
  vi.stubGlobal('localStorage', { getItem: () => '{' });
  expect(again('an')).toBeNull();
});
