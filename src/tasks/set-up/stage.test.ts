import { expect, test } from 'vitest';
import { stageOf } from './stage.ts';

const administrator = [{ role: 'administrator' as const, commune_id: 'c' }];

test('an empty installation asks for the first account, whoever comes', () => {
  expect(stageOf('empty', null, [])).toEqual({ kind: 'account' });
  // A session that outlived its wiped database.
  expect(stageOf('empty', 'u', [])).toEqual({ kind: 'account' });
});

test('an account without a commune goes on after signing in', () => {
  expect(stageOf('awaiting_commune', null, [])).toEqual({ kind: 'sign-in' });
  expect(stageOf('awaiting_commune', 'u', [])).toEqual({ kind: 'commune', userId: 'u' });
});

test('in a commune that is set up, administrators and front officers load data, others do not', () => {
  expect(stageOf('ready', 'u', administrator)).toEqual({ kind: 'layers', userId: 'u', communeId: 'c' });
  expect(stageOf('ready', 'u', [{ role: 'front_officer', commune_id: 'c' }]).kind).toBe('layers');
  expect(stageOf('ready', 'u', [{ role: 'police', commune_id: 'c' }])).toEqual({ kind: 'not-yours' });
  expect(stageOf('ready', null, [])).toEqual({ kind: 'sign-in' });
});
