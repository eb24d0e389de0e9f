import { expect, it } from 'vitest';
import { createPreamble } from './transaction-preamble.ts';

it('keeps the opening back and says it in one round, in its order', () => {
  const preamble = createPreamble();
  for (const [sql, parameters] of [
    ['begin', undefined],
    ["SELECT set_config('role', $1, true)", ['anon']],
    ["SELECT set_config('response.status', '', true)", []],
    ["SELECT set_config('request.headers', $1, true)", ['{"x": "\'); drop table a; --\\\\"}']],
  ] as const) {
    expect(preamble.takes(sql, parameters)).toBe(true);
  }
  expect(preamble.said()).toBe(
    "begin; select set_config('role', 'anon', true), set_config('response.status', '', true), " +
      `set_config('request.headers',  E'{"x": "''); drop table a; --\\\\\\\\"}', true)`,
  );
  expect(preamble.said()).toBeNull();
});

it('takes nothing else, and nothing outside an opening', () => {
  const preamble = createPreamble();
  expect(preamble.takes("select set_config('role', $1, true)", ['anon'])).toBe(false);
  preamble.takes('begin', undefined);
  for (const sql of [
    'select 1',
    'commit',
    'SET LOCAL ROLE "anon"',
    "select set_config('role', $1, false)",
    "select set_config('role', $1, true), secret()",
  ])
    expect(preamble.takes(sql, ['anon'])).toBe(false);
  expect(preamble.takes("select set_config('role', $1, true)", [null])).toBe(false);
  expect(preamble.said()).toBe('begin');
  expect(preamble.takes("select set_config('role', $1, true)", ['anon'])).toBe(false);
});
