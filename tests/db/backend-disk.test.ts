import type { SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { freeBytesOf, spaceAtStart, watchForPanic } from '../../supabase/local/disk-space.ts';
import { createUser, signedIn, visitor } from '../support/database.ts';
import { openSmallBackend } from '../support/small-backend.ts';

const MEGABYTE = 1024 * 1024;
let free = 1000 * MEGABYTE;
let backend: Backend;
let officer: SupabaseClient;
let owner: string;

beforeAll(async () => {
  backend = await openSmallBackend({ freeBytes: () => free });
  owner = await createUser(backend, { email: 'can-bo@xa.vn' });
  officer = await signedIn(backend, 'can-bo@xa.vn');
});
beforeEach(() => {
  free = 1000 * MEGABYTE;
});
afterAll(() => backend.close());

const titles = async () => (await officer.from('notes').select('title').order('title')).data;

describe('a disk that is nearly full', () => {
  it('takes no change, says so, and goes on showing what is there', async () => {
    expect((await officer.from('notes').insert({ owner, title: 'trước' })).error).toBeNull();
    free = 200 * MEGABYTE;
    const refused = await officer.from('notes').insert({ owner, title: 'không lưu' });
    expect(refused.status).toBe(507);
    expect(refused.error).toMatchObject({ code: 'PT507', hint: 'disk_full' });
    expect(refused.error?.message).toMatch(/chưa được lưu.*vẫn còn/);
    expect(await titles()).toEqual([{ title: 'trước' }]);
  });

  it('takes changes again as soon as there is room', async () => {
    free = 200 * MEGABYTE;
    await officer.from('notes').insert({ owner, title: 'không lưu' });
    free = 1000 * MEGABYTE;
    expect((await officer.from('notes').insert({ owner, title: 'sau' })).error).toBeNull();
    expect(await titles()).toContainEqual({ title: 'sau' });
  });

  it('lets people sign in for longer, and says why it cannot at the very end', async () => {
    free = 200 * MEGABYTE;
    await signedIn(backend, 'can-bo@xa.vn');
    free = 10 * MEGABYTE;
    const attempt = visitor(backend).auth.signInWithPassword({
      email: 'can-bo@xa.vn',
      password: 'mat-khau-thu-nghiem',
    });
    expect((await attempt).error?.status).toBe(507);
    expect((await titles())?.length).toBeGreaterThan(0);
  });

  it('leaves other refusals as they are', async () => {
    free = 200 * MEGABYTE;
    expect((await officer.from('khong-co').select()).error?.code).not.toBe('PT507');
  });
});

it('ends at once when the database says that it cannot go on, and not before', async () => {
  const told: string[] = [];
  const answers = [
    () => Promise.resolve('ok'),
    ...['ERROR', 'PANIC'].map((severity) => () => failWith(severity)),
  ];
  const driver = { execProtocolStream: (_message: Uint8Array) => answers.shift()?.() };
  watchForPanic(driver, () => told.push('broken'));
  const run = () => driver.execProtocolStream(new Uint8Array());
  expect(await run()).toBe('ok');
  await expect(run()).rejects.toThrow('ERROR');
  expect(told).toEqual([]);
  await expect(run()).rejects.toThrow('PANIC');
  expect(told).toEqual(['broken']);
});

const failWith = (severity: string) => Promise.reject(Object.assign(new Error(severity), { severity }));

describe('a start on a full disk', () => {
  const MB = MEGABYTE;
  it.each([
    [300 * MB, null],
    [200 * MB, /chỉ xem được/],
    [10 * MB, /không mở cơ sở dữ liệu; dữ liệu đã lưu vẫn nguyên/],
  ])('with %d bytes', (bytes, words) => {
    const space = spaceAtStart('/du-lieu', bytes);
    if (words === null) expect(space).toBeNull();
    else expect(space?.words).toMatch(words);
    expect(space?.refused ?? false).toBe(bytes < 64 * MB);
  });

  it('looks at the disk of a folder that is still to be made', () => {
    expect(freeBytesOf('/khong/co/thu-muc-nay')).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(freeBytesOf('/')).toBeGreaterThan(0);
  });
});
