import { expect, test, vi } from 'vitest';
import type { Facts } from '../layers/layer.ts';

// The client asks the page where the server is; here is no page, and nothing is asked of it.
vi.mock('../data/client.ts', () => ({ client: {} }));
const { layers } = await import('../layers/registry.ts');
const { valueLabel } = await import('../panel/filter-values.ts');

test('ids are names that a link can carry, and each is there once', () => {
  const ids = layers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const names = layers.flatMap(({ id, filters }) => [id, ...filters.map((filter) => filter.id)]);
  expect(names.filter((name) => !/^[a-z][a-z0-9-]*$/.test(name))).toEqual([]);
});

test('filters and columns of a layer are told apart by their ids', () => {
  for (const { filters, columns } of layers) {
    expect(new Set(filters.map(({ id }) => id)).size).toBe(filters.length);
    expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length);
  }
});

test('incidents are for police alone, self-managed areas for members, everything else for everyone', () => {
  const roles = [
    null,
    'leader',
    'front_officer',
    'association',
    'hamlet_committee',
    'administrator',
    'police',
  ] as const;
  for (const { id, visibleTo } of layers) {
    const allowed = roles.filter((role) => visibleTo(role));
    const members = roles.filter((role) => role !== null);
    const expected = { incidents: ['police'], 'security-areas': members }[id] ?? [...roles];
    expect(allowed).toEqual(expected);
  }
});

test('each is titled, drawn and described', () => {
  for (const layer of layers) {
    expect(layer.title()).not.toBe('');
    expect(layer.style ?? layer.overlay).toBeDefined();
    expect(layer.columns.length).toBeGreaterThan(0);
    expect(layer.visibleTo(null) || layer.restriction?.()).toBeTruthy();
  }
});

test.each(['nonsense', 'constructor', '__proto__', ''])('a link may choose “%s” in any filter', (value) => {
  const facts = { names: new Map<string, string>(), criteria: [] } as unknown as Facts;
  for (const { filters } of layers) {
    for (const filter of filters) {
      if (filter.kind === 'choice') expect(typeof valueLabel(filter, value, facts)).toBe('string');
    }
  }
});
