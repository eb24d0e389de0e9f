import { expect, test } from 'vitest';
import { withFilter, withoutFilters } from './filters.ts';

const filters = { roads: { class: ['alley'], text: ['x'] }, hamlets: { text: ['y'] } };

test('one filter is chosen anew, the others keep their identity', () => {
  const changed = withFilter(filters, 'roads', 'class', ['field']);
  expect(changed).toEqual({ roads: { class: ['field'], text: ['x'] }, hamlets: { text: ['y'] } });
  expect(changed.hamlets).toBe(filters.hamlets);
});

test('emptied filters and layers are gone', () => {
  expect(withFilter(filters, 'hamlets', 'text', [''])).toEqual({ roads: filters.roads });
  expect(withFilter(filters, 'roads', 'text', ['', ''])).toEqual({
    roads: { class: ['alley'] },
    hamlets: filters.hamlets,
  });
  expect(withoutFilters(filters, 'roads')).toEqual({ hamlets: filters.hamlets });
});
