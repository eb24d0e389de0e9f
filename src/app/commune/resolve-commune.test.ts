import { describe, expect, test } from 'vitest';
import type { Membership } from '../../data/session.ts';
import type { Commune } from './communes.ts';
import { resolveCommune } from './resolve-commune.ts';

const commune = (id: string, is_public: boolean): Commune => ({
  id,
  code: id.padStart(5, '0'),
  name: id,
  province: '',
  coordinate_system: 'EPSG:9210',
  boundary_source: null,
  is_public,
  is_sample: false,
});
const sample = commune('1', true);
const own = commune('2', false);
const member = { commune_id: '2', role: 'leader' } as Membership;
const visitor = {
  code: null,
  communes: [sample],
  memberships: [],
  isSignedIn: false,
  installation: 'ready',
} as const;

describe('the commune meant', () => {
  test('a visitor sees the one public commune', () => {
    expect(resolveCommune(visitor)).toEqual({ kind: 'commune', commune: sample, membership: null });
  });
  test('a member sees their own, although another is public', () => {
    const known = { ...visitor, communes: [sample, own], memberships: [member], isSignedIn: true };
    expect(resolveCommune(known)).toEqual({ kind: 'commune', commune: own, membership: member });
  });
  test('a link names another commune; there one is no member', () => {
    const known = { ...visitor, code: '00001', communes: [sample, own], memberships: [member] };
    expect(resolveCommune(known)).toEqual({ kind: 'commune', commune: sample, membership: null });
  });
  test('a link to a commune that one may not see falls back', () => {
    expect(resolveCommune({ ...visitor, code: '00002' })).toMatchObject({ commune: sample });
  });
  test('several public communes are chosen from', () => {
    const other = commune('3', true);
    expect(resolveCommune({ ...visitor, communes: [sample, other] })).toEqual({
      kind: 'choose',
      communes: [sample, other],
    });
  });
});

describe('nothing to see', () => {
  const nothing = { ...visitor, communes: [] };
  test.each([
    ['an empty installation is set up', { installation: 'empty' }, 'set-up'],
    ['whoever began to set up signs in', { installation: 'awaiting_commune' }, 'sign-in'],
    ['and goes on', { installation: 'awaiting_commune', isSignedIn: true }, 'set-up'],
    ['a commune that is not public asks for a sign-in', {}, 'sign-in'],
    ['an account of no commune is told so', { isSignedIn: true }, 'no-membership'],
  ] as const)('%s', (_what, known, kind) => {
    expect(resolveCommune({ ...nothing, ...known })).toEqual({ kind });
  });
});
