import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoPassword, makeDemoAccounts } from './accounts.ts';
import type { Day } from './days.ts';
import { dayOf, lastDayOfPreviousMonth } from './days.ts';
import { generateSampleCommune } from './generate.ts';
import { createIdentifierMaker, createRandom } from './random.ts';

/** What the loader needs of a database: one statement, run as its owner. */
export interface SeedDatabase {
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface SeedOptions {
  /** The same number and last day give the same commune. Default: 11713. */
  readonly seed?: number;
  /** Last day of the history. Default: the last day of the month before `now` in Asia/Ho_Chi_Minh. */
  readonly lastDay?: Day;
  /** Default: the clock. */
  readonly now?: Date;
  /** Lays a picture where the storage service keeps it. Without it the photos are still on somebody's phone. */
  readonly keepPicture?: (communeId: string, photoId: string, jpeg: Uint8Array) => void;
}

/**
 * Stores the sample commune and the demo accounts in a migrated database: the commune all or nothing, then its
 * meetings with the figures of what is stored by then, then what was corrected later, then the quarters that police published.
 * Throws when `lastDay` is no day, and the database's error when the commune or an account is already there.
 */
export async function seedSampleCommune(database: SeedDatabase, options: SeedOptions = {}): Promise<void> {
  const { seed = 11713, now = new Date(), lastDay = lastDayOfPreviousMonth(now) } = options;
  const careUntil = options.lastDay ?? dayOf(now);
  const sample = generateSampleCommune({ seed, lastDay, careUntil });
  const accounts = makeDemoAccounts(sample, createIdentifierMaker(createRandom(seed, 'accounts'), lastDay));
  // As text, because one of the drivers would encode a jsonb argument twice.
  const data = JSON.stringify({ ...sample, accounts });
  await database.query(statement('insert-sample.sql'), [data, demoPassword]);
  const { keepPicture } = options;
  await database.query(statement('insert-sample-care.sql'), [data, keepPicture !== undefined]);
  for (const { id, moment } of sample.photos)
    keepPicture?.(sample.commune.id, id, readFileSync(join(import.meta.dirname, 'photos', `${moment}.jpg`)));
  await database.query(statement('insert-sample-security-areas.sql'), [data]);
  await database.query(statement('insert-sample-meetings.sql'), [data]);
  await database.query(statement('insert-sample-corrections.sql'), [data]);
  await database.query(statement('insert-sample-published.sql'), [data, lastDay]);
  await database.query(statement('release-sample-published.sql'), [data]);
}

function statement(file: string): string {
  return readFileSync(join(import.meta.dirname, file), 'utf8');
}
