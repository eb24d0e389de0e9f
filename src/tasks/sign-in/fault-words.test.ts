import { expect, test } from 'vitest';
import { minutesIn } from './fault-words.ts';

test('the wait is read from the sentence of the server', () => {
  expect(minutesIn('Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 15 phút.')).toBe('15');
  expect(minutesIn('Request rate limit reached')).toBeNull();
});
