import { expect, test } from 'vitest';
import { officialTitle } from './commune-name.ts';

test('official papers write what a commune is, once', () => {
  expect(officialTitle('Nghi Dương')).toBe('Xã Nghi Dương');
  expect(officialTitle('phường Kiến An')).toBe('Phường Kiến An');
  expect(officialTitle('Đặc khu Cát Hải')).toBe('Đặc khu Cát Hải');
});
