import { expect, test, vi } from 'vitest';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../../data/client.ts', () => ({ client: {} }));
const { layers } = await import('../../layers/registry.ts');
const { queriesOfDay } = await import('./day-ahead.ts');

const SCOPE = { person: 'p', communeId: 'c', asOf: '2026-06-30' };
const keys = (role: 'police' | null) => queriesOfDay(SCOPE, role).map(({ queryKey }) => queryKey);

test('a day ahead is asked for under the very keys that the page will ask with', () => {
  const open = layers.filter(({ restriction }) => !restriction);
  for (const layer of open) expect(keys(null)).toContainEqual(layer.query(SCOPE).queryKey);
});

test('the hamlets of three months before come too, for the change that the answer tells', () => {
  expect(keys(null)).toContainEqual(['p', 'hamlets', 'c', '2026-03-31']);
});

test('what is logged when it is read is never fetched ahead, for police neither', () => {
  expect(keys('police').map(([, layer]) => layer)).not.toContain('incidents');
});
