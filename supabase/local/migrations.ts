import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseRefused } from './database-refused.ts';
import type { OwnerSession } from './owner-session.ts';

/** One file of `supabase/migrations`: `20261101000000_extensions.sql`. */
export type Migration = { version: string; name: string; sql: string };

/** The migrations of a folder, in order. Throws on a file name without a version, or a version used twice. */
export function readMigrations(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => {
    const [, version, name] = /^(\d{14})_([a-z0-9_]+)\.sql$/.exec(file) ?? [];
    if (!version || !name) throw new Error(`${file}: expected a name like 20261101000000_extensions.sql`);
    // Line endings differ by machine; the text that is compared and hashed must not.
    return { version, name, sql: readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n') };
  });
  for (const [index, migration] of migrations.entries()) {
    if (migrations[index + 1]?.version === migration.version)
      throw new Error(`two migrations ${migration.version}`);
  }
  return migrations;
}

// The table of hosted projects, so that the same history can be read there.
const HISTORY_SQL = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
  version text not null primary key, statements text[], name text
);`;

/**
 * Applies what the database does not have yet, each file in a transaction of its own together with its line in
 * the history; answers with the names applied.
 * Throws when the database has a migration that the folder lacks (an older program on newer data), or has one
 * with other text (a landed migration was edited), or when a migration fails (that one leaves no trace).
 */
export async function applyMigrations(
  session: OwnerSession,
  migrations: readonly Migration[],
): Promise<string[]> {
  await session.execute(HISTORY_SQL);
  const rows = await session.query<{ version: string; statements: string[] | null }>(
    'select version, statements from supabase_migrations.schema_migrations order by version',
  );
  for (const { version, statements } of rows) {
    const known = migrations.find((migration) => migration.version === version);
    if (!known) {
      throw new DatabaseRefused(
        `Dữ liệu được tạo bởi một phiên bản chương trình mới hơn (thiếu bước ${version}).`,
        'Hãy cập nhật chương trình rồi khởi động lại.',
      );
    }
    if (statements && statements.join('') !== known.sql) {
      throw new DatabaseRefused(
        `Bước ${version}_${known.name} đã áp dụng vào dữ liệu nhưng nội dung tệp nay khác đi.`,
        'Không sửa bước đã áp dụng; hãy thêm bước mới (khi đang phát triển: xóa thư mục dữ liệu để làm lại).',
      );
    }
  }
  const applied = new Set(rows.map((row) => row.version));
  const pending = migrations.filter((migration) => !applied.has(migration.version));
  for (const migration of pending) await applyOne(session, migration);
  return pending.map((migration) => `${migration.version}_${migration.name}`);
}

async function applyOne(session: OwnerSession, migration: Migration): Promise<void> {
  try {
    await session.transaction(async (transaction) => {
      await transaction.execute(migration.sql);
      await transaction.query(
        'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, array[$3])',
        [migration.version, migration.name, migration.sql],
      );
    });
  } catch (cause) {
    // Without `cause`: the driver's error carries the whole text of the migration.
    throw new Error(`migration ${migration.version}_${migration.name} failed: ${reasonOf(cause)}`);
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const more = ['code', 'detail', 'hint', 'where'].flatMap((key) => {
    const value = (error as Error & Record<string, unknown>)[key];
    return typeof value === 'string' && value !== '' ? [`${key}: ${value}`] : [];
  });
  return [error.message, ...more].join('\n  ');
}
