import { expect, it } from 'vitest';
import { readFiles } from '../../src/tasks/set-up/file/read-files.ts';
import { readSpoiled } from './read-spoiled.ts';
import { wholeFiles } from './whole-files.ts';

it('every file that is to be spoiled is read while it is whole', async () => {
  for (const [name, bytes] of await wholeFiles()) {
    const { features } = await readFiles([{ name, bytes }], 'place');
    expect([name, features.length > 0]).toEqual([name, true]);
  }
});

// The other 4,700 are for `npm run test:fuzz`.
it('three hundred spoiled files are read or refused, and break nothing', async () => {
  const { read, refused, wrong } = await readSpoiled(Array.from({ length: 300 }, (_, index) => index));
  expect(wrong).toEqual([]);
  expect(read + refused).toBe(300);
  // Both ways are tried.
  expect(Math.min(read, refused)).toBeGreaterThan(15);
}, 60_000);
