import { afterEach, expect, test, vi } from 'vitest';
import { addressOfRoom, currentFragment, isOnlyForThisMachine } from './own-address.ts';

afterEach(() => vi.unstubAllGlobals());

const at = (address: string) => vi.stubGlobal('window', { location: new URL(address) });

test('a room is under the very address that this page was opened with', () => {
  at('https://ban-do.xa.lan:8443/thanh-vien?commune=11713');
  expect(addressOfRoom('/ma', 'ABCD-EFGH')).toBe('https://ban-do.xa.lan:8443/ma#ABCD-EFGH');
});

test.each([
  ['http://127.0.0.1:5173/', true],
  ['http://localhost:5173/', true],
  ['http://[::1]:5173/', true],
  ['https://192.168.1.10:5173/', false],
  ['https://127.xa.lan/', false],
])('%s is only for this machine: %s', (address, only) => {
  at(address);
  expect(isOnlyForThisMachine()).toBe(only);
});

test('a fragment that cannot be decoded is taken as it stands', () => {
  at('http://127.0.0.1/ma#ABCD%20EFGH');
  expect(currentFragment()).toBe('ABCD EFGH');
  at('http://127.0.0.1/ma#%E0%A4%A');
  expect(currentFragment()).toBe('%E0%A4%A');
  at('http://127.0.0.1/ma');
  expect(currentFragment()).toBe('');
});
