import { client } from './client.ts';
import type { Database } from './database.types.ts';
import { Fault, faultOf } from './fault.ts';

type Functions = Database['public']['Functions'];
type Views = Database['public']['Views'];

/** Rows that one answer holds at most; the server's own limit is the same. */
const PAGE = 1000;

type Page = {
  data: unknown;
  error: { message: string; code?: string; hint?: string | null } | null;
  count: number | null;
  status: number;
};

/**
 * Reads a list whole: page after page, until as many rows are here as the server counted.
 * @throws Fault of kind `shortfall` when a page comes back empty too early: a list is never shorter in silence.
 */
export async function readPages<Row>(page: (from: number, to: number) => PromiseLike<Page>): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { data, error, count, status } = await page(rows.length, rows.length + PAGE - 1);
    if (error) throw faultOf(error, status);
    if (count === null || Number.isNaN(count) || !Array.isArray(data))
      throw new Fault('shortfall', 'no count');
    rows.push(...(data as Row[]));
    if (rows.length >= count) return rows;
    if (data.length === 0) throw new Fault('shortfall', `${rows.length}/${count}`);
  }
}

/**
 * Reads a list whole from a function that the server does not count because it writes too (a log of who
 * read): page after page until one comes back empty, so that no limit of the server cuts it off unseen.
 */
export async function readUntilEmpty<Row>(
  page: (from: number, to: number) => PromiseLike<Page>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { data, error, status } = await page(rows.length, rows.length + PAGE - 1);
    if (error) throw faultOf(error, status);
    if (!Array.isArray(data)) throw new Fault('shortfall', 'no list');
    if (data.length === 0) return rows;
    rows.push(...(data as Row[]));
  }
}

/** All rows of a function that logs who reads, ordered by `key`. */
export function callAllLogged<Row>(
  name: keyof Functions & string,
  parameters: Record<string, unknown>,
  key: string,
): Promise<Row[]> {
  return readUntilEmpty<Row>((from, to) =>
    client
      .rpc(name as never, parameters as never)
      .order(key)
      .range(from, to),
  );
}

/** All rows of a function that returns a set, ordered by `id` (or `key`). */
export function callAll<Row>(
  name: keyof Functions & string,
  parameters: Record<string, unknown>,
  key = 'id',
): Promise<Row[]> {
  return readPages<Row>((from, to) =>
    client
      .rpc(name as never, parameters as never, { count: 'exact' })
      .order(key)
      .range(from, to),
  );
}

/** All rows of a view, ordered by `id` (or `key`), of one commune when `communeId` is given. */
export function readAll<Row>(name: keyof Views & string, communeId?: string, key = 'id'): Promise<Row[]> {
  return readPages<Row>((from, to) => {
    const rows = client.from(name as never).select('*', { count: 'exact' });
    return (communeId ? rows.eq('commune_id', communeId) : rows).order(key).range(from, to);
  });
}
