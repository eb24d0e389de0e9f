import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Backend, openBackend } from '../../supabase/local/backend.ts';
import { pictureKeeper } from '../../supabase/local/first-start.ts';
import { seedSampleCommune } from '../../supabase/seed/index.ts';

/** The last day of the sample commune's history in browser tests: figures are the same whenever they run. */
export const LAST_DAY = '2026-10-31';

/** Makes a data folder with the sample commune and the demo accounts, and answers with its path. */
export async function makeSampleFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-'));
  await withDatabase(folder, (database) =>
    seedSampleCommune(database, { lastDay: LAST_DAY, keepPicture: pictureKeeper(folder) }),
  );
  return folder;
}

/** A copy of a data folder that no process has open. */
export function copyFolder(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-'));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Works on the database of a data folder that no process has open, as its owner. */
export async function withDatabase(
  folder: string,
  work: (database: Backend) => Promise<void>,
): Promise<void> {
  const backend = await openBackend({ dataFolder: folder });
  try {
    await work(backend);
  } finally {
    await backend.close();
  }
}
