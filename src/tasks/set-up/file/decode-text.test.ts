import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = '{"ten":"Thôn Xuân Đoài"}';
const utf8 = new TextEncoder().encode(text);

test('UTF-8 is read with and without a byte-order mark', () => {
  expect(decodeText(utf8)).toBe(text);
  expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8))).toBe(text);
});

test('UTF-16 is read in both byte orders', () => {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const little = Uint8Array.of(0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8]));
  const big = Uint8Array.of(0xfe, 0xff, ...units.flatMap((unit) => [unit >> 8, unit & 0xff]));
  expect(decodeText(little)).toBe(text);
  expect(decodeText(big)).toBe(text);
});

test.each([
  ['a zip', Uint8Array.of(0x50, 0x4b, 3, 4), 'archive'],
  // "Thôn" in the old one-byte encoding TCVN3.
  ['another encoding', Uint8Array.of(0x54, 0x68, 0xab, 0x6e), 'not_utf8'],
])('%s is refused by its own name', (_, bytes, problem) => {
  expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ problem }));
});
