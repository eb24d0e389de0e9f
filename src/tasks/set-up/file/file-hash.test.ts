import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashOfFiles } from './file-hash.ts';

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31) % 251);
const hashed = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it.each([0, 1, 64, 100_003])('hashes %i bytes as Node does', async (length) => {
  const bytes = bytesOf(length);
  expect(await hashOfFiles([{ name: 'duong.geojson', bytes }])).toBe(hashed(bytes));
});

it('hashes a view into other bytes by itself', async () => {
  const part = bytesOf(500).subarray(100, 300);
  expect(await hashOfFiles([{ name: 'duong.csv', bytes: part }])).toBe(hashed(part));
});

it('files that belong together have one hash, in whichever order they are chosen', async () => {
  const [shp, dbf] = [
    { name: 'duong.shp', bytes: bytesOf(10) },
    { name: 'duong.dbf', bytes: bytesOf(20) },
  ];
  expect(await hashOfFiles([shp, dbf])).toBe(await hashOfFiles([dbf, shp]));
  expect(await hashOfFiles([shp, dbf])).not.toBe(await hashOfFiles([shp]));
  expect(await hashOfFiles([shp])).toBe(hashed(shp.bytes));
});
