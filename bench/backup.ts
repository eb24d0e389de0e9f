import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { archiveTo } from '../supabase/local/archive/archive-file.ts';
import { restoreArchive } from '../supabase/local/archive/restore-archive.ts';
import { openBackend } from '../supabase/local/backend.ts';
import { pictureKeeper } from '../supabase/local/first-start.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { type Figure, milliseconds } from './measure.ts';

const PHOTOS = 500;
/** The largest that a phone sends: 300 kB, of noise, which nothing makes smaller. */
const PHOTO_BYTES = 300 * 1024;
const REACH = 60_000;

/** The sample commune with 500 photos, into an archive and from there into an empty embedded installation. */
export async function backup(): Promise<Figure[]> {
  const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-bench-'));
  const [home, elsewhere, archive] = [join(root, 'home'), join(root, 'elsewhere'), join(root, 'all.tar')];
  const source = await openBackend({ dataFolder: home });
  const target = await openBackend({ dataFolder: elsewhere });
  try {
    await seedSampleCommune(source, { lastDay: '2026-10-31', keepPicture: pictureKeeper(home) });
    const added = await source.query<{ commune: string; id: string }>(
      `insert into app.photos (id, commune_id, care_record_id, moment, width, height, taken_at, geom, bytes, stored_at, added_by, added_at)
       select gen_random_uuid(), p.commune_id, p.care_record_id, p.moment, p.width, p.height, p.taken_at, p.geom, $1, now(), p.added_by, now()
       from (select * from app.photos limit 1) p cross join generate_series(1, $2::integer)
       returning commune_id as commune, id`,
      [PHOTO_BYTES, PHOTOS],
    );
    for (const { commune, id } of added) pictureKeeper(home)(commune, id, randomBytes(PHOTO_BYTES));
    const begun = performance.now();
    await archiveTo(source, home, archive);
    const archived = performance.now();
    await restoreArchive(target, elsewhere, archive, null);
    const restored = performance.now();
    const equal = digest(home) === digest(elsewhere);
    const megabytes = `${Math.round(statSync(archive).size / 1e6)} MB`;
    const figure = (what: string, took: number): Figure => ({
      what,
      figure: milliseconds(took),
      reach: '-',
      reached: null,
    });
    return [
      figure(`backup with ${PHOTOS} photos of 300 kB (${megabytes})`, archived - begun),
      figure('restore of it, each row compared', restored - archived),
      {
        what: 'both together, hashes of pictures equal',
        figure: equal ? milliseconds(restored - begun) : 'not equal',
        reach: `≤ ${REACH / 1000} s`,
        reached: equal && restored - begun <= REACH,
      },
    ];
  } finally {
    await source.close();
    await target.close();
    rmSync(root, { recursive: true });
  }
}

function digest(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(join(folder, 'photos'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.jpg')).toSorted()) {
    hash.update(file).update(readFileSync(join(folder, 'photos', file)));
  }
  return hash.digest('hex');
}
