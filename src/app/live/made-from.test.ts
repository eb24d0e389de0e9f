import { expect, test, vi } from 'vitest';
import { isLoggedRead, isMadeFrom } from './made-from.ts';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../../data/client.ts', () => ({ client: {} }));
const { layers } = await import('../../layers/registry.ts');

const scope = { person: 'visitor', communeId: 'a', asOf: '2026-10-31' };

/** Layers that show what other tables say of their rows. */
const WRITTEN: Readonly<Record<string, string>> = {
  'care-stretches': 'care_records',
  'published-incidents': 'published_periods',
};

test.each(layers)('$id is asked again when its own table was written', (layer) => {
  const { queryKey } = layer.query(scope);
  expect(isMadeFrom(queryKey, new Set([WRITTEN[layer.id] ?? layer.id.replaceAll('-', '_')]))).toBe(true);
  expect(isMadeFrom(queryKey, new Set(['neighbours']))).toBe(false);
});

test('layers whose reads are logged are not asked by the clock', () => {
  for (const layer of layers)
    expect(isLoggedRead(layer.query(scope).queryKey)).toBe(!layer.visibleTo('leader'));
});

test('a query that nobody listed is asked again whatever was written', () => {
  expect(isMadeFrom(['visitor', 'something-new'], new Set(['roads']))).toBe(true);
});
