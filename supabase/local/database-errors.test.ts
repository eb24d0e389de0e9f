import { expect, it } from 'vitest';
import { statusOfSqlState, withPostgrestShape } from './database-errors.ts';

it.each([
  ['23505', 409],
  ['23503', 409],
  ['23514', 400],
  ['23P01', 400],
  ['P0001', 400],
  ['P0002', 500],
  ['40P01', 500],
  ['53300', 503],
  ['54000', 400],
  ['54001', 500],
  ['57014', 500],
  ['XX000', 500],
])('%s is answered with %i', (code, status) => {
  expect(statusOfSqlState(code)).toBe(status);
});

it('carries code, message, details and hint', () => {
  const error = Object.assign(new Error('Không được'), { code: 'P0001', detail: 'Chi tiết', hint: 'Gợi ý' });
  const shaped = withPostgrestShape(error) as Error & { code: string; detail: string };
  expect(shaped.code).toBe('PGRST');
  expect(JSON.parse(shaped.message)).toEqual({
    code: 'P0001',
    message: 'Không được',
    details: 'Chi tiết',
    hint: 'Gợi ý',
  });
  expect(JSON.parse(shaped.detail)).toEqual({ status: 400, headers: {} });
});

it.each(['PT409', '42501', '22P02', '23502'])('leaves %s to the library, which knows it', (code) => {
  const error = Object.assign(new Error('x'), { code });
  expect(withPostgrestShape(error)).toBe(error);
});

it.each([
  ['without a code', new TypeError('x')],
  ['with a code of the operating system', Object.assign(new Error('x'), { code: 'ECONNRESET' })],
  ['with a number', Object.assign(new Error('x'), { code: 23505 })],
  ['that is none', 'P0001'],
  ['that is nothing', null],
])('leaves an error %s alone', (_which, error) => {
  expect(withPostgrestShape(error)).toBe(error);
});

it.each([
  ['57014', 'canceling statement due to statement timeout', 'chạy quá lâu'],
  ['53100', 'could not extend file: No space left on device', 'Ổ đĩa của máy chủ cơ sở dữ liệu đã đầy'],
])('says %s in plain words', (code, english, words) => {
  const shaped = withPostgrestShape(Object.assign(new Error(english), { code })) as Error;
  expect(JSON.parse(shaped.message).message).toContain(words);
});
