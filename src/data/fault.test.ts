import { expect, test } from 'vitest';
import { faultOf, newerVersion } from './fault.ts';

test.each([
  [0, {}, 'unreachable'],
  [401, {}, 'signed-out'],
  [403, {}, 'refused'],
  [403, { hint: 'member_inactive' }, 'inactive'],
  [409, { hint: 'stale' }, 'bad-input'],
  [422, {}, 'bad-input'],
  [503, {}, 'unreachable'],
  [507, { hint: 'disk_full' }, 'bad-input'],
  [500, {}, 'unexpected'],
])('an answer %i %o is of one kind', (status, more, kind) => {
  const fault = faultOf({ message: 'Chưa lưu được.', ...more }, status);
  expect([fault.kind, fault.message]).toEqual([kind, 'Chưa lưu được.']);
});

test('what the server says beside its sentence is read as data, and a sentence stays one', () => {
  expect(faultOf({ message: '', details: '{"version": 6}' }, 409).details).toEqual({ version: 6 });
  expect(faultOf({ message: '', details: 'Key (id) already exists.' }, 409).details).toBe(
    'Key (id) already exists.',
  );
  expect(faultOf({ message: '' }, 409).details).toBeNull();
});

test('the newer version is that of a stale edit alone', () => {
  const details = '{"yours": {"name": "A"}, "theirs": {"name": "B"}}';
  expect(newerVersion(faultOf({ message: '', hint: 'stale', details }, 409))).toEqual({ name: 'B' });
  expect(newerVersion(faultOf({ message: '', hint: 'name_taken', details }, 409))).toBeNull();
  expect(newerVersion(new Error('x'))).toBeNull();
});
