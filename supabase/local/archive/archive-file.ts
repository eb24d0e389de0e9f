import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { Writable } from 'node:stream';
import type { OwnerSession } from '../owner-session.ts';
import { ArchiveRefused } from './archive-refused.ts';
import type { Manifest } from './manifest.ts';
import { writeArchive } from './write-archive.ts';

/**
 * Writes an archive of every commune of the installation to `target`, which must not exist. It appears under that
 * name when it is whole, readable for this account alone; the log of backups has a line for each commune.
 * @throws ArchiveRefused when the target is taken or lies in the data folder, or when there is nothing to keep.
 */
export async function archiveTo(
  database: OwnerSession,
  dataFolder: string,
  target: string,
): Promise<Pick<Manifest, 'communes' | 'missingPhotos'> & { photos: number }> {
  const path = resolve(target);
  const inside = relative(dataFolder, path);
  if (!inside.startsWith(`..${sep}`) && resolve(inside) !== inside) {
    throw new ArchiveRefused(
      `Bản sao lưu không được nằm trong thư mục dữ liệu ${dataFolder}. Hãy chọn ổ đĩa hay thư mục khác.`,
    );
  }
  if (existsSync(path)) throw new ArchiveRefused(`Tệp ${path} đã có. Hãy chọn tên khác; chưa sao lưu gì cả.`);
  const logged = await database.query<{ id: string }>(
    `insert into app.backups (commune_id, holds_incidents)
     select c.id, exists (select from app.incident_seals s where s.commune_id = c.id) from app.communes c
     returning commune_id as id`,
  );
  if (logged.length === 0) throw new ArchiveRefused('Chưa có xã nào nên không có gì để sao lưu.');
  const draft = `${path}.chua-xong`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const { stream, manifest } = await writeArchive(
      database,
      dataFolder,
      logged.map(({ id }) => id),
    );
    const file = await open(draft, 'w', 0o600);
    try {
      await stream.pipeTo(
        Writable.toWeb(file.createWriteStream({ flush: true })) as WritableStream<Uint8Array>,
      );
    } finally {
      await file.close().catch(() => undefined);
    }
    await rename(draft, path);
    const photos = Object.keys(manifest.files).filter((name) => name.startsWith('photos/')).length;
    return { communes: manifest.communes, missingPhotos: manifest.missingPhotos, photos };
  } catch (error) {
    rmSync(draft, { force: true });
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    throw new ArchiveRefused(`Nơi chứa bản sao (${path}) không đủ chỗ trống; chưa sao lưu được gì.`);
  }
}
