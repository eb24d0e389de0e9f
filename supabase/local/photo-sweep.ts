import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backend } from './backend.ts';

/** How long a picture stays after its record was taken back, so that taking back can be undone with its pictures. */
export const KEPT_DAYS = 30;

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const ONE_PICTURE = /^([0-9a-f-]{36})\.jpg$/;

/**
 * Removes from the data folder the pictures of records that were taken back at least `KEPT_DAYS` ago, and says how
 * many. Only what the change log says was taken back goes: a picture of which this database knows nothing, of
 * another database's folder perhaps, is left alone.
 */
export async function sweepPhotos(backend: Pick<Backend, 'query'>, dataFolder: string): Promise<number> {
  const folder = join(dataFolder, 'photos');
  let removed = 0;
  for (const commune of await readdir(folder).catch(() => [])) {
    const files = await readdir(join(folder, commune)).catch(() => []);
    const ids = files.flatMap((file) => ONE_PICTURE.exec(file)?.[1] ?? []);
    for (const id of await takenBack(backend, ids)) {
      await rm(join(folder, commune, `${id}.jpg`), { force: true });
      removed += 1;
    }
  }
  return removed;
}

/** Sweeps now and once a day, until the process ends; a sweep that fails is told and tried again the next day. */
export function sweepPhotosDaily(backend: Pick<Backend, 'query'>, dataFolder: string): void {
  const sweep = () => {
    sweepPhotos(backend, dataFolder).catch((error: unknown) => {
      console.error('Chưa dọn được ảnh của những lần chăm sóc đã rút lại:', error);
    });
  };
  sweep();
  setInterval(sweep, DAY_MILLISECONDS).unref();
}

async function takenBack(backend: Pick<Backend, 'query'>, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await backend.query<{ id: string }>(
    `select c.row_id as id from app.changes c
     where c.table_name = 'photos' and c.row_id = any ($1::uuid[])
       and not exists (select from app.photos p where p.id = c.row_id)
     group by c.row_id
     having (array_agg(c.action order by c.id desc))[1] = 'delete' and max(c.at) <= now() - make_interval(days => $2)`,
    [`{${ids.join(',')}}`, KEPT_DAYS],
  );
  return rows.map(({ id }) => id);
}
