import { expect, test } from 'vitest';
import { firstQueries } from './first-queries.ts';
import { layers } from './registry.ts';

test('what is asked for early is what the layers for everyone ask for, in the order of their list', () => {
  expect(firstQueries).toEqual(layers.filter((layer) => layer.visibleTo(null)).map(({ query }) => query));
});
