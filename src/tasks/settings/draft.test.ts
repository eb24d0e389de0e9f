import { expect, test } from 'vitest';
import { draftFrom, newCriterion, versionOf } from './draft.ts';
import type { Definition } from './server.ts';

const definition = (kind: Definition['kind']): Definition => ({
  key: 'a',
  kind,
  default_value: null,
  minimum: 1,
  maximum: 20,
  position: 1,
  choices: kind === 'choice' ? ['month', 'year'] : null,
  from_new_year: kind === 'choice',
});
const written = (kind: Definition['kind'], value: unknown, more: object) =>
  versionOf(definition(kind), { ...draftFrom(definition(kind), value, '2026-10-31'), ...more }).value;

test('a number is sent as a number, anything else as it was typed', () => {
  expect(written('count', 1, { count: ' 2 ' })).toBe(2);
  expect(written('count', 1, { count: '2,5' })).toBe('2,5');
  expect(written('due_days', { due: 30, overdue: 45 }, { due: '' })).toEqual({ due: '', overdue: 45 });
});

test('a renamed criterion keeps its code, and one without an English name takes the Vietnamese', () => {
  const before = [{ code: 'green', name: { vi: 'Xanh', en: 'Green' } }];
  const criteria = [{ code: 'green', name: { vi: 'Nhiều cây ', en: '' } }];
  expect(written('criteria', before, { criteria })).toEqual([
    { code: 'green', name: { vi: 'Nhiều cây', en: 'Nhiều cây' } },
  ]);
});

test('what changes with a year begins with the next one', () => {
  const draft = draftFrom(definition('choice'), 'year', '2026-10-31');
  expect(versionOf(definition('choice'), draft)).toMatchObject({ value: 'year', valid_from: '2027-01-01' });
});

test('a new criterion has a code that the server takes', () => {
  expect(newCriterion().code).toMatch(/^[a-z][a-z0-9_]{0,39}$/);
});
