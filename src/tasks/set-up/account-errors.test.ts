import { expect, test } from 'vitest';
import { accountErrors } from './account-errors.ts';

const right = {
  code: 'abcd efgh-JKMN-PQRS',
  email: ' quantri@xa.vn ',
  password: 'một mật khẩu dài',
  repeated: 'một mật khẩu dài',
};

test('a code in any spelling, an address, a long password said twice: nothing to mend', () => {
  expect(accountErrors(right)).toEqual({});
});

test.each([
  ['a code with a letter missing', { code: 'ABCD-EFGH-JKMN-PQR' }, ['code']],
  ['an address without a place', { email: 'quantri' }, ['email']],
  ['nine characters', { password: '123456789', repeated: '123456789' }, ['password']],
  ['more bytes than can be kept', { password: 'ế'.repeat(30), repeated: 'ế'.repeat(30) }, ['password']],
  ['two different passwords', { repeated: 'khác' }, ['repeated']],
])('%s is named', (_, change, fields) => {
  expect(Object.keys(accountErrors({ ...right, ...change }))).toEqual(fields);
});
