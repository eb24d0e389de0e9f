import { expect, test } from 'vitest';
import { idsAfter, newId } from './new-id.ts';

const VERSION_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a new id is a UUID of version 7 that begins with its time', () => {
  const id = newId(Date.UTC(2026, 10, 1));
  expect(id).toMatch(VERSION_7);
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 10, 1));
});

test('ids differ within one millisecond, and later ones sort later', () => {
  const ids = Array.from({ length: 500 }, () => newId(1_793_000_000_000));
  expect(new Set(ids).size).toBe(500);
  expect(newId(1_793_000_000_001) > (ids.toSorted().at(-1) ?? '')).toBe(true);
});

test('the ids of a file follow from its first: the same every time, none twice, all version 7', () => {
  const first = newId();
  const ids = idsAfter(first, 2000);
  expect(ids[0]).toBe(first);
  expect(new Set(ids).size).toBe(2000);
  expect(ids.every((id) => VERSION_7.test(id))).toBe(true);
  expect(idsAfter(first, 2000)).toEqual(ids);
});

test('the count starts again at zero after the last 32 bits are used up', () => {
  expect(idsAfter('01a2b3c4-d5e6-7000-8000-0000fffffffe', 3)).toEqual([
    '01a2b3c4-d5e6-7000-8000-0000fffffffe',
    '01a2b3c4-d5e6-7000-8000-0000ffffffff',
    '01a2b3c4-d5e6-7000-8000-000000000000',
  ]);
});
