import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { createTarPacker } from 'modern-tar';
import type { OwnerSession, OwnerStatements } from '../owner-session.ts';
import {
  ACCOUNTS,
  FORMAT,
  identityFile,
  MANIFEST,
  MANIFEST_DIGEST,
  type Manifest,
  photoFile,
} from './manifest.ts';
import { digestOf, readLines } from './rows.ts';
import { seal } from './seal.ts';
import { type ArchivedTable, archivedTables, belongsTo, quoted, SEALED } from './tables.ts';

const compress = promisify(gzip);

type Content = { name: string; bytes: Uint8Array };
type Gathered = { manifest: Manifest; contents: Content[]; photos: { commune: string; id: string }[] };

/**
 * Everything of communes as one tar archive, which any program opens: rows of every table, accounts without
 * passwords, pictures, a manifest with the SHA-256 of each file. The rows are those of one moment. What only police
 * read is sealed where police have set a seal, and else left out. The stream fails when reading does.
 */
export async function writeArchive(
  database: OwnerSession,
  dataFolder: string | null,
  communes: readonly string[],
): Promise<{ stream: ReadableStream<Uint8Array<ArrayBuffer>>; manifest: Manifest }> {
  const { manifest, contents, photos } = await database.transaction(async (transaction) => {
    await transaction.query('set transaction isolation level repeatable read, read only');
    return gather(transaction, communes);
  });
  const { readable, controller } = createTarPacker();
  const madeAt = new Date(manifest.madeAt);
  const add = async (name: string, bytes: Uint8Array) => {
    const entry = controller.add({ name, size: bytes.byteLength, mode: 0o600, mtime: madeAt, type: 'file' });
    const writer = entry.getWriter();
    await writer.write(bytes);
    await writer.close();
  };
  const addListed = async (name: string, bytes: Uint8Array) => {
    manifest.files[name] = { bytes: bytes.byteLength, sha256: digestOf(bytes) };
    await add(name, bytes);
  };
  const write = async () => {
    for (const { name, bytes } of contents) await addListed(name, bytes);
    for (const { commune, id } of photos) {
      const name = photoFile(commune, id);
      const picture = dataFolder && (await readFile(join(dataFolder, name)).catch(() => null));
      if (picture) await addListed(name, new Uint8Array(picture));
      else manifest.missingPhotos.push(name);
    }
    // Last, because only now every file's digest is known.
    const text = `${JSON.stringify(manifest, null, 1)}\n`;
    await add(MANIFEST, new TextEncoder().encode(text));
    await add(MANIFEST_DIGEST, new TextEncoder().encode(`${digestOf(text)}  ${MANIFEST}\n`));
    controller.finalize();
  };
  void write().catch((error: unknown) => controller.error(error));
  return { stream: readable, manifest };
}

async function gather(transaction: OwnerStatements, communes: readonly string[]): Promise<Gathered> {
  const tables = await archivedTables(transaction);
  const manifest: Manifest = {
    format: FORMAT,
    version: 1,
    madeAt: new Date().toISOString(),
    migrations: await migrationsOf(transaction),
    firstAdministrator: null,
    communes: [],
    rows: [],
    sealed: [],
    missingPhotos: [],
    files: {},
  };
  const contents: Content[] = [];
  const keep = async (name: string, text: string, recipient?: string) => {
    const bytes = new Uint8Array(await compress(text));
    contents.push({ name, bytes: recipient ? await seal(bytes, recipient) : bytes });
  };
  for (const table of tables) {
    const condition = openCondition(table, communes);
    if (condition === null) continue;
    const file = `rows/${table.name}.jsonl.gz`;
    await keep(file, (await readLines(transaction, table, condition)).text);
    manifest.rows.push({ table: table.name, file, columns: table.columns });
  }
  for (const commune of await communeRows(transaction, communes)) {
    const { recipient, sealedIdentity, ...about } = commune;
    manifest.communes.push({ ...about, isSealed: recipient !== null });
    if (!recipient || !sealedIdentity) continue;
    contents.push({ name: identityFile(commune.id), bytes: new TextEncoder().encode(sealedIdentity) });
    for (const table of tables.filter(({ name }) => name in SEALED)) {
      const file = `sealed/${commune.id}/${table.name}.jsonl.gz.age`;
      const condition = `${belongsTo(table, [commune.id])} and ${SEALED[table.name]}`;
      await keep(file, (await readLines(transaction, table, condition)).text, recipient);
      manifest.sealed.push({ table: table.name, file, columns: table.columns, commune: commune.id });
    }
  }
  const accounts = await accountsOf(transaction, tables, communes);
  await keep(ACCOUNTS, accounts.map((account) => `${JSON.stringify(account)}\n`).join(''));
  manifest.firstAdministrator = await firstAdministrator(transaction, accounts);
  return { manifest, contents, photos: await photosOf(transaction, communes) };
}

// Null where every row of the table is sealed.
function openCondition(table: ArchivedTable, communes: readonly string[]): string | null {
  const sealed = SEALED[table.name];
  if (sealed === 'true') return null;
  return sealed ? `${belongsTo(table, communes)} and not (${sealed})` : belongsTo(table, communes);
}

type CommuneRow = {
  id: string;
  code: string;
  name: string;
  recipient: string | null;
  sealedIdentity: string | null;
};

function communeRows(transaction: OwnerStatements, communes: readonly string[]): Promise<CommuneRow[]> {
  return transaction.query(
    `select c.id, c.code, c.name, s.recipient, s.sealed_identity as "sealedIdentity"
     from app.communes c left join app.incident_seals s on s.commune_id = c.id
     where c.id = any ($1::uuid[]) order by c.code`,
    [communes],
  );
}

/** How somebody signs in, without a password; without an address where he is no member of these communes. */
export type Account = [id: string, address: string | null];

async function accountsOf(
  transaction: OwnerStatements,
  tables: readonly ArchivedTable[],
  communes: readonly string[],
): Promise<Account[]> {
  const named = tables.flatMap((table) =>
    table.accounts.map(
      (column) =>
        `select ${quoted(column)} from app.${quoted(table.name)} where ${belongsTo(table, communes)}`,
    ),
  );
  const rows = await transaction.query<{ id: string; address: string | null }>(
    `select u.id, case when exists (select from app.members m where m.user_id = u.id and m.commune_id = any ($1::uuid[]))
       then u.email end as address
     from auth.users u where u.id in (${named.join(' union ')}) order by u.id`,
    [communes],
  );
  return rows.map(({ id, address }) => [id, address]);
}

async function firstAdministrator(
  transaction: OwnerStatements,
  accounts: readonly Account[],
): Promise<string | null> {
  const [row] = await transaction.query<{ id: string | null }>(
    'select first_administrator as id from app.installation',
  );
  return accounts.some(([id]) => id === row?.id) ? (row?.id ?? null) : null;
}

async function migrationsOf(transaction: OwnerStatements): Promise<string[]> {
  const rows = await transaction.query<{ version: string }>(
    'select version from supabase_migrations.schema_migrations order by version',
  );
  return rows.map(({ version }) => version);
}

async function photosOf(transaction: OwnerStatements, communes: readonly string[]) {
  return transaction.query<{ commune: string; id: string }>(
    `select commune_id as commune, id from app.photos
     where commune_id = any ($1::uuid[]) and stored_at is not null order by id`,
    [communes],
  );
}
