import { expect, test } from 'vitest';
import { differing, emptyDraft, type MemberDraft, merged } from './member.ts';

const theirs: MemberDraft = {
  ...emptyDraft('1', false),
  display_name: 'Hoa',
  sign_in: '0912345678',
  role: 'leader',
  version: 3,
};
const mine: MemberDraft = { ...theirs, display_name: 'Nguyễn Hoa', role: 'front_officer', version: 2 };

test('only fields that differ are asked about', () => {
  expect(differing(mine, theirs)).toEqual(['display_name', 'role']);
  expect(differing(mine, mine)).toEqual([]);
});

test('what nobody chose stays as the other one wrote it, on the version of the other one', () => {
  expect(merged(mine, theirs, new Set(['role']))).toEqual({ ...theirs, role: 'front_officer' });
});

test('police begin with the one role that they may give', () => {
  expect([emptyDraft('1', true).role, emptyDraft('1', false).role]).toEqual(['police', '']);
});
