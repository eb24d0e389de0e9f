import type { OwnerStatements } from '../owner-session.ts';

/** A table of `app` as an archive holds it: every column as text, rows in the order of the primary key. */
export type ArchivedTable = {
  name: string;
  columns: { name: string; type: string }[];
  key: string[];
  /** Columns that name somebody's account. */
  accounts: string[];
  /** Whether the database itself counts up its id. */
  isNumbered: boolean;
};

/** Codes and how far the first start came: secrets of one installation, good nowhere else. Files on their way in are no data yet. */
const LEFT_OUT = ['one_time_codes', 'installation', 'staged_features'];

/**
 * What only police read, and who looked at it: sealed. `app.changes` holds both, so its rows part by this
 * condition. Everything else an administrator may read himself (`tests/db/archive.test.ts`).
 */
export const SEALED: Readonly<Record<string, string>> = {
  incidents: 'true',
  incident_reads: 'true',
  incident_periods: 'true',
  incident_period_parts: 'true',
  counted_incidents: 'true',
  changes: "table_name in ('incidents', 'incident_periods', 'published_periods')",
};

type Found = ArchivedTable & { parents: string[] | null; accounts: string[] | null };

/**
 * The tables that hold a commune's rows, from the catalogue, so that a new one is in the next archive by itself;
 * a table stands after those that it refers to. Lists that migrations fill have no commune and are left out.
 */
export async function archivedTables(database: OwnerStatements): Promise<ArchivedTable[]> {
  const found = await database.query<Found>(
    `
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      (select jsonb_agg(a.attname order by a.attnum) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
      (select jsonb_agg(distinct a.attname) from pg_constraint f join pg_attribute a on a.attrelid = c.oid and a.attnum = f.conkey[1]
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid = 'auth.users'::regclass) as accounts,
      (select jsonb_agg(distinct f.confrelid::regclass::text) from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as parents,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.attidentity <> '') as "isNumbered"
    from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all ($1::text[])
      and (c.relname = 'communes' or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commune_id'))
    order by c.relname`,
    [LEFT_OUT],
  );
  return inOrder(found).map(({ parents: _, accounts, ...table }) => ({ ...table, accounts: accounts ?? [] }));
}

function inOrder(tables: readonly Found[]): Found[] {
  const ordered: Found[] = [];
  const waiting = new Map(tables.map((table) => [table.name, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ parents }) =>
      (parents ?? []).every((parent) => !waiting.has(parent.replace(/^app\./, ''))),
    );
    if (ready.length === 0) throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()]}`);
    for (const table of ready) waiting.delete(table.name);
    ordered.push(...ready);
  }
  return ordered;
}

/** Which rows of a table belong to communes; `communes` are ids. */
export function belongsTo(table: Pick<ArchivedTable, 'name'>, communes: readonly string[]): string {
  for (const id of communes)
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error(`expected an id, found "${id}"`);
  const list = communes.map((id) => `'${id}'`).join(', ');
  return `${table.name === 'communes' ? 'id' : 'commune_id'} in (${list})`;
}

/** A name of the catalogue as SQL may hold it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
