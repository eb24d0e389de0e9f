import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { snapshotStore } from './snapshot.ts';

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'snapshot-'));
  folder = join(root, 'cache');
});
afterEach(() => rmSync(root, { recursive: true }));

const cluster = (text: string) => new Blob([text]);

it('gives back what was kept for the same ingredients, and nothing for others', async () => {
  await snapshotStore(folder, ['a', 'bc']).write(cluster('one'));
  expect(await snapshotStore(folder, ['a', 'bc']).read()?.text()).toBe('one');
  expect(snapshotStore(folder, ['ab', 'c']).read()).toBeNull();
});

it('keeps the newest three', async () => {
  for (const name of ['a', 'b', 'c']) await snapshotStore(folder, [name]).write(cluster(name));
  for (const file of readdirSync(folder)) utimesSync(join(folder, file), 1, 1);
  await snapshotStore(folder, ['d']).write(cluster('d'));
  expect(readdirSync(folder)).toHaveLength(3);
  expect(await snapshotStore(folder, ['d']).read()?.text()).toBe('d');
});

it('lets the start go on where its folder cannot be written, and leaves no draft', async () => {
  writeFileSync(folder, 'a file, not a folder');
  await snapshotStore(folder, ['a']).write(cluster('one'));
  expect(snapshotStore(folder, ['a']).read()).toBeNull();

  const other = join(root, 'other');
  mkdirSync(other);
  const first = snapshotStore(other, ['a']);
  await first.write(cluster('one'));
  const [kept] = readdirSync(other);
  if (!kept) throw new Error('expected a snapshot');
  rmSync(join(other, kept));
  mkdirSync(join(other, kept, 'in-the-way'), { recursive: true });
  await first.write(cluster('two'));
  expect(readdirSync(other)).toEqual([kept]);
  expect(existsSync(join(other, kept, 'in-the-way'))).toBe(true);
});
