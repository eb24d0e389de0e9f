import { describe, expect, test } from 'vitest';
import { Fault } from '../../data/fault.ts';
import { contested, isGeometryContested, readStale, type Stale, settle } from './conflict.ts';
import type { Draft } from './draft.ts';
import { changedFields, filled } from './draft.ts';
import type { FormField } from './fields.ts';

const field = (id: string): FormField => ({ id, kind: 'text', label: () => id });
const FIELDS = ['name', 'former_commune', 'valid_from', 'neighbours'].map(field);
const here = { type: 'Point' as const, coordinates: [106.6, 20.7] };
const there = { type: 'Point' as const, coordinates: [106.61, 20.7] };
const draft: Draft = {
  id: 'a',
  base: { name: 'Thôn 3', former_commune: 'Du Lễ', valid_from: '2025-07-01', neighbours: 'keep' },
  values: { name: 'Thôn Ba', former_commune: 'Du Lễ', valid_from: '2025-08-01', neighbours: 'fit' },
  baseGeometry: here,
  version: 4,
};
const refusal = (theirs: Record<string, unknown>) =>
  new Fault('bad-input', 'Người khác vừa sửa.', 'stale', { yours: {}, theirs, version: 6 });
const staleOf = (theirs: Record<string, unknown>) => readStale(refusal(theirs), FIELDS) as Stale;
const THEIRS = { name: 'Thôn 3A', former_commune: 'Ngũ Phúc', valid_from: '2025-07-01', geometry: here };

describe('somebody else saved meanwhile', () => {
  test('a person is asked about what both changed, and about nothing else', () => {
    expect(contested(draft, staleOf(THEIRS), FIELDS).map(({ id }) => id)).toEqual(['name']);
    expect(isGeometryContested(draft, staleOf(THEIRS))).toBe(false);
    expect(isGeometryContested({ ...draft, geometry: there }, staleOf(THEIRS))).toBe(false);
    expect(isGeometryContested({ ...draft, geometry: there }, staleOf({ ...THEIRS, geometry: there }))).toBe(
      true,
    );
  });

  test('both wrote the same: nobody is asked', () => {
    expect(contested(draft, staleOf({ ...THEIRS, name: 'Thôn Ba' }), FIELDS)).toEqual([]);
  });

  test.each([
    [new Set<string>(), 'Thôn Ba', ['name', 'valid_from', 'neighbours']],
    [new Set(['name']), 'Thôn 3A', ['valid_from', 'neighbours']],
  ])('what was chosen stands, the rest of both is kept', (takesTheirs, name, changed) => {
    const settled = settle(draft, staleOf(THEIRS), FIELDS, takesTheirs);
    expect(settled.values).toEqual({
      name,
      former_commune: 'Ngũ Phúc',
      valid_from: '2025-08-01',
      neighbours: 'fit',
    });
    expect(settled.version).toBe(6);
    expect(changedFields(settled, FIELDS).map(({ id }) => id)).toEqual(changed);
  });

  test('the own geometry goes with the choice', () => {
    const drawn = { ...draft, geometry: there };
    const stale = staleOf({ ...THEIRS, geometry: { type: 'Point', coordinates: [106.62, 20.7] } });
    const sent = (takesTheirs: ReadonlySet<string>) =>
      filled(settle(drawn, stale, FIELDS, takesTheirs), FIELDS, null, 'c').geometry;
    expect(sent(new Set())).toEqual(there);
    expect(sent(new Set(['geometry']))).toBeUndefined();
  });

  test('any other error is none of this', () => {
    expect(readStale(new Fault('refused', ''), FIELDS)).toBeNull();
    expect(readStale(new Fault('bad-input', '', 'stale', { id: 'of an incident' }), FIELDS)).toBeNull();
    expect(readStale(new Error('x'), FIELDS)).toBeNull();
  });
});
