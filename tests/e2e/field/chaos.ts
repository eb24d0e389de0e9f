import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BrowserContext, expect } from '@playwright/test';
import { withDatabase } from '../../support/sample-folder.ts';
import { startServer } from '../../support/server.ts';
import { FieldPage } from '../driver/field-page.ts';
import { copySample } from '../fixtures.ts';

const PICTURE = resolve(import.meta.dirname, '../../../supabase/seed/photos/after.jpg');

/** How much is made without a network, and how often server and page are taken away while it is sent. */
export type Chaos = { records: number; photos: number; kills: number; reloads: number };

type Stored = { id: string; subject: string; noted_at: string; recorded_at: string };

/**
 * Makes records and photos without a network, then sends them while the server is killed (SIGKILL) and started
 * again and the page is reloaded, and compares what the phone held with what the server has: each exactly once, in
 * the order in which they were made for each subject.
 */
export async function sendThroughChaos(context: BrowserContext, chaos: Chaos): Promise<void> {
  const dataFolder = copySample();
  let server = await startServer({ dataFolder });
  const { port } = server;
  const field = new FieldPage(await context.newPage(), server.address);
  try {
    await field.enterAs('Hội Cựu chiến binh');
    await field.readyOffline();
    await server.stop('SIGKILL');
    await context.setOffline(true);
    await field.page.goto(`${server.address}/viec-cua-toi`);
    await field.cards.first().waitFor();
    const cards = await field.cards.count();
    for (let made = 0; made < chaos.records; made += 1) {
      await field.begin(made % cards);
      if (made < chaos.photos) await field.addPhotos('Sau khi làm', [PICTURE]);
      await field.write();
      await field.backToList();
    }
    await expect(field.status).toContainText(`${chaos.records} mục trên máy`);
    const held = await heldByPhone(field);
    expect(held.items).toHaveLength(chaos.records);
    expect(held.photos).toHaveLength(chaos.photos);

    await context.setOffline(false);
    const waiting = async () =>
      Number(/(\d+) mục trên máy/.exec((await field.status.textContent()) ?? '')?.[1] ?? 0);
    let reloads = 0;
    for (let kill = 0; kill < chaos.kills; kill += 1) {
      const before = await waiting();
      server = await startServer({ dataFolder, port });
      await pressSend(field);
      // In the middle of sending: something has gone, and not all.
      await expect.poll(waiting, { timeout: 60_000, intervals: [20] }).toBeLessThan(Math.max(1, before));
      if (reloads < chaos.reloads && kill % Math.ceil(chaos.kills / chaos.reloads) === 0) {
        reloads += 1;
        await field.page.reload();
        await expect(field.status).toBeVisible();
      }
      await server.stop('SIGKILL');
    }
    server = await startServer({ dataFolder, port });
    for (; reloads < chaos.reloads; reloads += 1) {
      await field.page.reload();
      await expect(field.status).toBeVisible();
    }
    await expect
      .poll(
        async () => {
          await pressSend(field);
          return waiting();
        },
        { timeout: 120_000 },
      )
      .toBe(0);
    await expect(field.status).not.toContainText('cần xem lại');
    await field.page.close();
    await server.stop();
    await compare(dataFolder, held);
  } finally {
    await server.stop('SIGKILL');
  }
}

async function pressSend(field: FieldPage): Promise<void> {
  const button = field.page.getByRole('button', { name: 'Gửi ngay' });
  // Gone or closed when it sends already.
  await button.tap({ timeout: 2000 }).catch(() => undefined);
}

type Held = { items: { id: string; subject: string }[]; photos: { id: string; size: number }[] };

function heldByPhone(field: FieldPage): Promise<Held> {
  return field.page.evaluate(async () => {
    const open = indexedDB.open('xa-hanh-phuc-outbox');
    const database = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    const all = <Row>(store: string) =>
      new Promise<Row[]>((done) => {
        const asked = database.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => done(asked.result);
      });
    const items = await all<{ id: string; subject: string }>('items');
    const photos = await all<{ id: string; bytes: ArrayBuffer }>('photos');
    database.close();
    return {
      items: items.map(({ id, subject }) => ({ id, subject })),
      photos: photos.map(({ id, bytes }) => ({ id, size: bytes.byteLength })),
    };
  });
}

async function compare(dataFolder: string, held: Held): Promise<void> {
  await withDatabase(dataFolder, async (database) => {
    const stored = await database.query<Stored>(
      `select id, coalesce(model_road_id, cemetery_id, waste_point_id)::text as subject, noted_at::text, recorded_at::text
       from app.care_records where noted_at is not null order by recorded_at, noted_at`,
    );
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).sort();
    expect(ids(stored)).toEqual(ids(held.items));
    for (const subject of new Set(held.items.map((item) => item.subject))) {
      const made = held.items.filter((item) => item.subject === subject).map(({ id }) => id);
      expect(stored.filter((row) => row.subject === subject).map(({ id }) => id)).toEqual(made);
    }
    const logged = await database.query<{ row_id: string }>(
      `select row_id from app.changes where table_name = 'care_records' and action = 'insert'
         and row_id in (select id from app.care_records where noted_at is not null)`,
    );
    expect(logged).toHaveLength(held.items.length);
    const photos = await database.query<{ id: string; commune_id: string; bytes: number }>(
      `select p.id, p.commune_id, p.bytes from app.photos p join app.care_records c on c.id = p.care_record_id
       where c.noted_at is not null and p.stored_at is not null`,
    );
    expect(ids(photos)).toEqual(ids(held.photos));
    for (const { id, commune_id, bytes } of photos) {
      const { size } = statSync(join(dataFolder, 'photos', commune_id, `${id}.jpg`));
      expect(size).toBe(bytes);
      expect(size).toBe(held.photos.find((photo) => photo.id === id)?.size);
    }
    // No draft of a picture that was cut off is left under a picture's name.
    const [commune] = photos;
    if (commune)
      expect(
        readdirSync(join(dataFolder, 'photos', commune.commune_id)).filter((name) => name.endsWith('.jpg'))
          .length,
      ).toBeGreaterThanOrEqual(photos.length);
  });
}
