import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOfFiles, sha256 } from './sha256.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31) % 251);

// Around the ends of blocks, and across several.
it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 100_003])(
  'hashes %i bytes as Node does',
  (length) => {
    const bytes = bytesOf(length);
    expect(sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
  },
);

it('hashes a view into other bytes by itself', () => {
  const part = bytesOf(500).subarray(100, 300);
  expect(sha256(part)).toBe(createHash('sha256').update(part).digest('hex'));
});

it('files that belong together have one hash, in whichever order they are chosen', () => {
  const [shp, dbf] = [
    { name: 'duong.shp', bytes: bytesOf(10) },
    { name: 'duong.dbf', bytes: bytesOf(20) },
  ];
  expect(hashOfFiles([shp, dbf])).toBe(hashOfFiles([dbf, shp]));
  expect(hashOfFiles([shp, dbf])).not.toBe(hashOfFiles([shp]));
  expect(hashOfFiles([shp])).toBe(sha256(shp.bytes));
});
