import { expect, test, vi } from 'vitest';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../data/client.ts', () => ({ client: {} }));
const { firstQueries } = await import('./first-queries.ts');
const { layers } = await import('../layers/registry.ts');

test('what is asked for early is what the layers for everyone ask for, in the order of their list', () => {
  expect(firstQueries).toEqual(layers.filter((layer) => layer.visibleTo(null)).map(({ query }) => query));
});
