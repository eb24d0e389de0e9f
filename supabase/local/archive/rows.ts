import { createHash } from 'node:crypto';
import type { OwnerStatements } from '../owner-session.ts';
import { type ArchivedTable, quoted } from './tables.ts';

/** Rows that one question to the database reads or writes. */
const BATCH = 2000;

/** Rows of one table in an archive: a line each, a JSON list of the columns' texts. */
export type Lines = { text: string; count: number };

type Columns = Pick<ArchivedTable, 'name' | 'columns' | 'key'>;

/**
 * The rows of a table that fulfil a condition, by its primary key. Every value as the text that PostgreSQL itself
 * reads back as the very same value: geometry in full, fractions to the last digit, instants in UTC.
 */
export async function readLines(
  transaction: OwnerStatements,
  table: Columns,
  condition: string,
): Promise<Lines> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const key = table.key.map(quoted).join(', ');
  await transaction.query(
    `declare archived_rows no scroll cursor for
     select json_build_array(${values})::text as line from app.${quoted(table.name)} where ${condition} order by ${key}`,
  );
  let text = '';
  let count = 0;
  for (;;) {
    const rows = await transaction.query<{ line: string }>(`fetch ${BATCH} from archived_rows`);
    for (const { line } of rows) text += `${line}\n`;
    count += rows.length;
    if (rows.length < BATCH) break;
  }
  await transaction.query('close archived_rows');
  return { text, count };
}

/** Writes rows into a table as they were read; nothing of the database's own triggers must run meanwhile. */
export async function writeLines(
  transaction: OwnerStatements,
  table: Columns,
  types: ReadonlyMap<string, string>,
  text: string,
): Promise<void> {
  const names = table.columns.map(({ name }) => quoted(name)).join(', ');
  const values = table.columns
    .map(({ name }, index) => `(r.cells ->> ${index})::${types.get(name)}`)
    .join(', ');
  const sql = `insert into app.${quoted(table.name)} (${names}) overriding system value
    select ${values} from json_array_elements($1::json) as r (cells)`;
  const lines = text.split('\n').slice(0, -1);
  for (let from = 0; from < lines.length; from += BATCH) {
    await transaction.query(sql, [`[${lines.slice(from, from + BATCH).join(',')}]`]);
  }
}

/** SHA-256 of bytes or text, as hexadecimal digits. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
