import { expect, test } from 'vitest';
import { filterOf } from './filter.ts';

const PERSON = 'cccccccc-0000-4000-8000-000000000003';

test('a link names person, layer and days', () => {
  expect(filterOf({ person: [PERSON], layer: ['waste-points'], days: ['2026-10-01', ''] })).toEqual({
    person: PERSON,
    group: 'waste-points',
    tables: ['waste_points', 'waste_point_states'],
    from: '2026-10-01',
    to: null,
  });
});

test.each([[undefined], [{}], [{ person: ['me'], layer: ['toString'], days: ['2026-13-01', 'x'] }]])(
  'what a link cannot mean is left out',
  (chosen) => {
    expect(filterOf(chosen)).toEqual({ person: null, group: null, tables: null, from: null, to: null });
  },
);
