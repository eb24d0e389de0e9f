import { randomBytes } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { OwnerSession, OwnerStatements } from '../owner-session.ts';
import { ArchiveRefused } from './archive-refused.ts';
import { checkArchive, eachFile } from './check-archive.ts';
import { ACCOUNTS, identityFile, type Manifest, type RowsFile } from './manifest.ts';
import { readLines, writeLines } from './rows.ts';
import { openIdentity, unseal } from './seal.ts';
import { type ArchivedTable, archivedTables, belongsTo, quoted } from './tables.ts';
import type { Account } from './write-archive.ts';

const decompress = promisify(gunzip);

/** Where the log's numbers for what is sensitive begin: a line of its own, so that no gap in the other tells of it. */
const FIRST_SENSITIVE = 1_000_000_000_000;

/** Somebody's way in after a restore: passwords are in no archive. */
export type NewCode = { name: string; role: string; code: string };
export type Restored = {
  communes: Manifest['communes'];
  /** Whether the security tables came along. */
  hasIncidents: boolean;
  photos: number;
  missingPhotos: number;
  codes: NewCode[];
};

/**
 * Puts an archive into an installation that holds nothing yet: all of it or nothing. Every row is read back and
 * compared before it counts. `passphrase`: null leaves the sealed tables out.
 * @throws ArchiveRefused when the archive is damaged, the installation is not empty or of another version, or the
 * passphrase is wrong.
 */
export async function restoreArchive(
  database: OwnerSession,
  dataFolder: string,
  path: string,
  passphrase: string | null,
): Promise<Restored> {
  const manifest = await checkArchive(path);
  await refuseUnfit(database, manifest);
  const { texts, photos } = await unpack(path, manifest, passphrase, dataFolder);
  try {
    const codes = await database.transaction((transaction) => fill(transaction, manifest, texts));
    return {
      communes: manifest.communes,
      hasIncidents: manifest.sealed.some(({ file }) => texts.has(file)),
      photos: photos.length,
      missingPhotos: manifest.missingPhotos.length,
      codes,
    };
  } catch (error) {
    await removeAll(photos);
    throw error;
  }
}

async function refuseUnfit(database: OwnerSession, manifest: Manifest): Promise<void> {
  const [state] = await database.query<{ taken: boolean }>(
    'select exists (select from app.communes) or exists (select from auth.users) as taken',
  );
  if (state?.taken) {
    throw new ArchiveRefused(
      'Nơi khôi phục đã có dữ liệu nên chưa làm gì cả. Hãy đặt DATA_DIR là một thư mục mới (hoặc DATABASE_URL là một cơ sở dữ liệu trống).',
    );
  }
  const rows = await database.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations order by version',
  );
  const here = rows.map(({ version }) => version);
  if (here.join() !== manifest.migrations.join()) {
    throw new ArchiveRefused(
      here.length > manifest.migrations.length
        ? 'Bản sao lưu có từ phiên bản chương trình cũ hơn. Hãy khôi phục vào một thư mục dữ liệu mới khi máy chủ không chạy: chương trình tự đưa dữ liệu lên phiên bản này.'
        : 'Bản sao lưu có từ phiên bản chương trình mới hơn. Hãy cập nhật chương trình rồi khôi phục lại.',
    );
  }
}

type Unpacked = { texts: Map<string, string>; photos: string[] };

// Pictures go straight to their place: nothing knows of them until the rows are there.
async function unpack(
  path: string,
  manifest: Manifest,
  passphrase: string | null,
  dataFolder: string,
): Promise<Unpacked> {
  const texts = new Map<string, string>();
  const identities = new Map<string, string>();
  const photos: string[] = [];
  try {
    await eachFile(path, async (name, bytes) => {
      const sealed = manifest.sealed.find(({ file }) => file === name);
      const commune = manifest.communes.find(({ id }) => identityFile(id) === name);
      if (commune && passphrase !== null) {
        identities.set(commune.id, await openIdentity(new TextDecoder().decode(bytes), passphrase));
      } else if (sealed && passphrase !== null) {
        texts.set(name, String(await decompress(await unseal(bytes, identities.get(sealed.commune) ?? ''))));
      } else if (name === ACCOUNTS || manifest.rows.some(({ file }) => file === name)) {
        texts.set(name, String(await decompress(bytes)));
      } else if (/^photos\/[0-9a-f-]{36}\/[0-9a-f-]{36}\.jpg$/.test(name)) {
        const place = join(dataFolder, name);
        await mkdir(dirname(place), { recursive: true, mode: 0o700 });
        photos.push(place);
        await writeFile(place, bytes, { mode: 0o600, flush: true });
      }
    });
  } catch (error) {
    await removeAll(photos);
    throw error;
  }
  return { texts, photos };
}

async function removeAll(paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(path, { force: true });
}

async function fill(
  transaction: OwnerStatements,
  manifest: Manifest,
  texts: ReadonlyMap<string, string>,
): Promise<NewCode[]> {
  const tables = await archivedTables(transaction);
  const switchTriggers = (how: 'disable' | 'enable') =>
    transaction.execute(
      tables.map(({ name }) => `alter table app.${quoted(name)} ${how} trigger user;`).join('\n'),
    );
  await openAccounts(transaction, linesIn<Account>(texts.get(ACCOUNTS) ?? ''));
  // The rows are what triggers once made of them; run again they would snap, count and log anew.
  await switchTriggers('disable');
  for (const table of tables) {
    const files = [...manifest.rows, ...manifest.sealed].filter((each) => each.table === table.name);
    for (const { file, columns } of files) {
      const text = texts.get(file);
      if (text !== undefined) await writeLines(transaction, { ...table, columns }, typesOf(table), text);
    }
    await refuseUnequal(transaction, table, files, manifest, texts);
    if (table.isNumbered) {
      await transaction.query(
        `select setval(pg_get_serial_sequence('app.${table.name}', 'id'), greatest(max(id), 1), max(id) is not null) from app.${quoted(table.name)}
         where id < ${FIRST_SENSITIVE}`,
      );
    }
  }
  await transaction.query(
    `select setval('app.sensitive_changes_id', max(id)) from app.changes where id >= ${FIRST_SENSITIVE}`,
  );
  await switchTriggers('enable');
  await transaction.query('delete from app.installation');
  await transaction.query('insert into app.installation (first_administrator) values ($1)', [
    manifest.firstAdministrator,
  ]);
  return newCodes(transaction);
}

// Cells as the archive's own column names say; types as this database has them.
const typesOf = (table: ArchivedTable) => new Map(table.columns.map(({ name, type }) => [name, type]));

async function refuseUnequal(
  transaction: OwnerStatements,
  table: ArchivedTable,
  files: readonly RowsFile[],
  manifest: Manifest,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  const condition = belongsTo(
    table,
    manifest.communes.map(({ id }) => id),
  );
  const columns = files[0]?.columns ?? table.columns;
  const { text } = await readLines(transaction, { ...table, columns }, condition);
  const wanted = files.flatMap(({ file }) => (texts.get(file) ?? '').split('\n').slice(0, -1));
  if (text.split('\n').slice(0, -1).toSorted().join('\n') !== wanted.toSorted().join('\n')) {
    throw new ArchiveRefused(
      `Bảng ${table.name} không giống bản sao lưu sau khi ghi nên chưa khôi phục gì cả.`,
    );
  }
}

async function openAccounts(transaction: OwnerStatements, accounts: readonly Account[]): Promise<void> {
  for (const [id, address] of accounts) {
    // A password that nobody knows, until a code sets one; an address that can never exist (RFC 2606).
    await transaction.query('select app.create_account($1, $2, $3)', [
      id,
      address ?? `${id}@account.invalid`,
      randomBytes(32).toString('hex'),
    ]);
  }
}

// Of each person who may sign in, once, whatever communes he belongs to.
function newCodes(transaction: OwnerStatements): Promise<NewCode[]> {
  return transaction.query<NewCode>(`
    with person as (
      select distinct on (m.user_id) m.id, m.commune_id, m.display_name, m.role, app.make_code() as code
      from app.members m where m.active order by m.user_id, m.role
    ), kept as (
      insert into app.one_time_codes (commune_id, member_id, purpose, code_hash)
      select p.commune_id, p.id, 'set_password', app.hash_of_code(p.code) from person p
    )
    select p.display_name as name, p.role, p.code from person p order by p.role, p.display_name`);
}

function linesIn<Line>(text: string): Line[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}
