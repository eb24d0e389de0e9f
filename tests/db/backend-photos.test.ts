import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { createPhotoStore } from '../../supabase/local/photo-store.ts';
import { KEPT_DAYS, sweepPhotos } from '../../supabase/local/photo-sweep.ts';
import { COMMUNES, signedInPerson, twoEmptyCommunes } from './people.ts';

let backend: Backend;
let store: ReturnType<typeof createPhotoStore>;
const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-photos-'));
const picture = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9]);
const photo = randomUUID();
type Signed = Awaited<ReturnType<typeof signedInPerson>>;
let officer: Signed;
let veteran: Signed;
let stranger: Signed;

beforeAll(async () => {
  backend = await twoEmptyCommunes();
  store = createPhotoStore(backend.fetch, folder, ['127.0.0.1']);
  officer = await signedInPerson(backend, 'front_officer');
  veteran = await signedInPerson(backend, 'association');
  stranger = await signedInPerson(backend, 'front_officer', { commune: 'B' });
  const [place] = await backend.query<{ id: string }>(
    `with veterans as (select id from app.organizations where commune_id = $1 and code = 'veterans'),
       joined as (update app.members set organization_id = (select id from veterans) where id = $2)
     insert into app.cemeteries (id, commune_id, organization_id, name, valid_from, geom)
     select gen_random_uuid(), $1, id, 'Nghĩa trang', '2025-01-01', extensions.ST_SetSRID(extensions.ST_MakePoint(106.624, 20.724), 4326) from veterans
     returning id`,
    [COMMUNES.A, veteran.id],
  );
  const photos = [{ id: photo, width: 800, height: 600 }];
  const record = { id: randomUUID(), cemetery_id: place?.id, done_on: '2026-03-01', photos };
  const { error } = await veteran.client.rpc('record_care', { record });
  if (error) throw new Error(error.message);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(person: Signed | null, init: RequestInit = {}, id = photo): Promise<Response> {
  const session = person ? (await person.client.auth.getSession()).data.session : null;
  const headers = new Headers({ apikey: backend.keys.publishable, host: '127.0.0.1' });
  if (session) headers.set('authorization', `Bearer ${session.access_token}`);
  return store(
    new Request(`http://127.0.0.1/storage/v1/object/photos/${COMMUNES.A}/${id}.jpg`, { ...init, headers }),
  );
}
const send = (person: Signed | null, body: Uint8Array<ArrayBuffer> = picture, id = photo) =>
  ask(person, { method: 'POST', body }, id);
const files = () =>
  existsSync(join(folder, 'photos', COMMUNES.A)) ? readdirSync(join(folder, 'photos', COMMUNES.A)) : [];

test('nobody but who recorded it, or an officer, adds a picture, and what is refused leaves no file', async () => {
  expect((await send(null)).status).toBe(401);
  expect((await send(stranger)).status).toBe(404);
  expect((await send(veteran, picture, randomUUID())).status).toBe(404);
  expect(files()).toEqual([]);
});

test.each([
  ['what is no picture', Uint8Array.from([1, 2, 3]), 422],
  [
    'a picture with its camera’s data',
    Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 2, 0xff, 0xda, 0, 2, 0xff, 0xd9]),
    422,
  ],
  ['one over 300 kB', new Uint8Array(301 * 1024), 413],
])('%s is refused', async (_what, body, status) => {
  expect((await send(veteran, body)).status).toBe(status);
  expect(files()).toEqual([]);
});

test('a picture is stored once however often it is sent, and shown to members of its commune alone', async () => {
  expect((await ask(veteran)).status).toBe(404);
  for (let time = 0; time < 2; time += 1) expect((await send(veteran)).status).toBe(200);
  // Whatever else is sent under its name, the first stays.
  const other = Uint8Array.from([0xff, 0xd8, 0xff, 0xda, 0, 2, 8, 8, 0xff, 0xd9]);
  expect((await send(veteran, other)).status).toBe(200);
  expect(files()).toEqual([`${photo}.jpg`]);
  const shown = await ask(officer);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(picture);
  expect((await ask(stranger)).status).toBe(404);
  expect((await ask(null)).status).toBe(401);
});

test('no address leads out of the folder', async () => {
  for (const path of ['../secrets.json', '..%2Fsecrets.json', `${COMMUNES.A}/../../secrets.json`, 'x/y.jpg'])
    expect((await store(new Request(`http://127.0.0.1/storage/v1/object/photos/${path}`))).status).toBe(404);
  const foreign = new Request(`http://evil.example/storage/v1/object/photos/${COMMUNES.A}/${photo}.jpg`);
  expect((await store(foreign)).status).toBeGreaterThanOrEqual(400);
});

test('a picture goes a month after its record was taken back, and no other', async () => {
  const unknown = randomUUID();
  writeFileSync(join(folder, 'photos', COMMUNES.A, `${unknown}.jpg`), picture);
  const [row] = await backend.query<{ record: string }>(
    `select care_record_id as record from app.photos where id = $1`,
    [photo],
  );
  await sweepPhotos(backend, folder);
  expect(files().sort()).toEqual([`${photo}.jpg`, `${unknown}.jpg`].sort());

  const { error } = await veteran.client.rpc('take_back_care', { id: row?.record });
  expect(error).toBeNull();
  const passed = (days: number) =>
    backend.query(`update app.changes set at = now() - make_interval(days => $2) where row_id = $1`, [
      photo,
      days,
    ]);
  await passed(KEPT_DAYS - 1);
  expect(await sweepPhotos(backend, folder)).toBe(0);
  await passed(KEPT_DAYS);
  expect(await sweepPhotos(backend, folder)).toBe(1);
  expect(files()).toEqual([`${unknown}.jpg`]);
});
