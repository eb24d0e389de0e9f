import { client } from './client.ts';
import type { Database } from './database.types.ts';
import { Fault, faultOf } from './fault.ts';
import { newId } from './new-id.ts';

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
 * Reads a list whole from a function that writes too (a log of who read), which the server counts only where
 * everything came in the first answer: page after page until the count is reached, or, without one, until a page
 * comes back empty. A page as long as was asked shows that no limit of the server is shorter; then a shorter page
 * is the last. So few rows take one request, and no limit cuts a list off unseen.
 * @throws Fault of kind `shortfall` when fewer rows came than the server counted.
 */
export async function readLogged<Row>(page: (from: number, to: number) => PromiseLike<Page>): Promise<Row[]> {
  const rows: Row[] = [];
  let fullPageSeen = false;
  for (;;) {
    const { data, error, count, status } = await page(rows.length, rows.length + PAGE - 1);
    if (error) throw faultOf(error, status);
    if (!Array.isArray(data)) throw new Fault('shortfall', 'no list');
    rows.push(...(data as Row[]));
    const counted = count !== null && !Number.isNaN(count);
    if (counted && rows.length >= count) return rows;
    if (counted && data.length === 0) throw new Fault('shortfall', `${rows.length}/${count}`);
    if (!counted && (data.length === 0 || (fullPageSeen && data.length < PAGE))) return rows;
    fullPageSeen ||= data.length === PAGE;
  }
}

/** All rows of a function that logs who reads, ordered by `key`. All pages of one look are one line of the log. */
export function callAllLogged<Row>(
  name: keyof Functions & string,
  parameters: Record<string, unknown>,
  key: string,
): Promise<Row[]> {
  const look = newId();
  return readLogged<Row>((from, to) =>
    client
      .rpc(name as never, parameters as never, { count: 'exact' })
      .setHeader('x-look', look)
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
