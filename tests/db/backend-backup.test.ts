import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { listenForCommands } from '../../supabase/local/control.ts';
import { openSmallBackend } from '../support/small-backend.ts';

const PROGRAM = resolve(import.meta.dirname, '../../supabase/local/make-backup.ts');
const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-backup-'));
const dataFolder = join(root, 'data');
let backend: Backend;
let control: Server | null;

beforeAll(async () => {
  backend = await openSmallBackend({ dataFolder });
  control = await listenForCommands(backend, dataFolder);
  await write(1, 500);
  writeFileSync(join(dataFolder, 'background.pmtiles'), 'PMTiles');
});
afterAll(async () => {
  control?.close();
  await backend.close();
  rmSync(root, { recursive: true });
});

const rowsOf = (database: Backend) =>
  database.query('select id, title, amount::text, written_at from app.notes order by id');
const write = (from: number, to: number) =>
  backend.query(
    `insert into app.notes (title, amount) select 'Dòng ' || n, n from generate_series($1::integer, $2::integer) n`,
    [from, to],
  );

/** Opens a copy as a restored data folder is opened. */
async function restored(folder: string): Promise<unknown[]> {
  const copy = await openSmallBackend({ dataFolder: folder });
  try {
    return await rowsOf(copy);
  } finally {
    await copy.close();
  }
}

async function backUp(target: string): Promise<{ code: number; said: string }> {
  const environment = { ...process.env, DATA_DIR: dataFolder };
  const child = spawn(process.execPath, [PROGRAM, target], { env: environment });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  const [code] = await once(child, 'close');
  return { code, said };
}

describe('a backup of a running server', () => {
  it('holds every row and file of its moment, for its owner alone, and opens like the original', async () => {
    const before = await rowsOf(backend);
    const target = join(root, 'running');
    const { code, said } = await backUp(target);
    expect([code, said]).toEqual([0, expect.stringContaining('Đã sao lưu toàn bộ')]);
    await write(501, 600);
    expect(before).toHaveLength(500);
    expect(readdirSync(target).sort()).toEqual(['background.pmtiles', 'database', 'secrets.json']);
    expect(statSync(target).mode & 0o777).toBe(0o700);
    expect(await restored(target)).toEqual(before);
  });

  it('lets nobody write while files are copied', async () => {
    const { promise: copied, resolve: finish } = Promise.withResolvers<void>();
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
    const copying = backend.atRest(() => {
      begin();
      return copied;
    });
    await begun;
    let isWritten = false;
    const writing = write(601, 601).then(() => {
      isWritten = true;
    });
    // Many turns of the event loop; left alone, the database answers within one.
    for (let turn = 0; turn < 100; turn += 1) await setImmediate();
    expect(isWritten).toBe(false);
    finish();
    await Promise.all([copying, writing]);
    expect(isWritten).toBe(true);
  });

  it('is whole while people write', async () => {
    const target = join(root, 'busy');
    let isDone = false;
    const copied = backUp(target).finally(() => {
      isDone = true;
    });
    let acknowledged = 601;
    while (!isDone) {
      await write(acknowledged + 1, acknowledged + 1);
      acknowledged += 1;
      // The database answers without ever leaving the turn of the event loop that the copy waits for.
      await setImmediate();
    }
    expect((await copied).code).toBe(0);
    const kept = (await restored(target)).length;
    expect(kept).toBeGreaterThanOrEqual(601);
    expect(kept).toBeLessThanOrEqual(acknowledged);
  });
});

describe('is refused in plain words', () => {
  it('where there is something already', async () => {
    const target = join(root, 'taken');
    mkdirSync(target);
    writeFileSync(join(target, 'a'), '');
    expect(await backUp(target)).toEqual({ code: 1, said: expect.stringMatching(/đã có dữ liệu/) });
    expect(readdirSync(target)).toEqual(['a']);
  });

  it('inside the data folder', async () => {
    const target = join(dataFolder, 'sao-luu');
    expect(await backUp(target)).toEqual({ code: 1, said: expect.stringMatching(/không được nằm trong/) });
    expect(existsSync(target)).toBe(false);
  });

  it('when the running program does not take such requests', async () => {
    control?.close();
    expect(await backUp(join(root, 'none'))).toEqual({
      code: 1,
      said: expect.stringMatching(/Hãy dừng máy chủ/),
    });
    expect(existsSync(join(root, 'none'))).toBe(false);
  });
});

it('a backup of a stopped server opens like the original too', async () => {
  const before = await rowsOf(backend);
  await backend.close();
  const target = join(root, 'stopped');
  expect((await backUp(target)).code).toBe(0);
  expect(await restored(target)).toEqual(before);
});
