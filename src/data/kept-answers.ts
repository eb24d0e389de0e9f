import { hashKey, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

type KeptAnswer = {
  id: string;
  person: string;
  key: QueryKey;
  /** Place of the day in the key, where the answer was that of the day on which it came; else -1. */
  dayAt: number;
  data: unknown;
  /** Milliseconds since 1970 at which the server said it. */
  at: number;
};

interface Schema extends DBSchema {
  answers: { key: string; value: KeptAnswer; indexes: { person: string } };
}

const NAME = 'xa-hanh-phuc-answers';
const MOST_DAYS = 30;
const DAY = 24 * 60 * 60 * 1000;

let opened: Promise<IDBPDatabase<Schema> | null> | undefined;

// Where the browser keeps nothing, everything is as it would be without: asked for at each visit.
function database(): Promise<IDBPDatabase<Schema> | null> {
  opened ??= open().catch(() => null);
  return opened;
}

// Even to ask may throw, where the browser's owner forbade it.
async function open(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('answers', { keyPath: 'id' }).createIndex('person', 'person');
    },
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
}

/**
 * What the server last said to a person, put into the store of queries where nothing newer is: the lists and the
 * map of the last visit, for a page that opens without a network. Answers of "today" stand for today again.
 */
export async function restoreAnswers(queries: QueryClient, person: string, today: string): Promise<void> {
  const kept = await database();
  if (!kept) return;
  for (const { key, dayAt, data, at } of await kept.getAllFromIndex('answers', 'person', person)) {
    if (at < Date.now() - MOST_DAYS * DAY) continue;
    const now = key.map((part, index) => (index === dayAt ? today : part));
    if (queries.getQueryData(now) === undefined) queries.setQueryData(now, data, { updatedAt: at });
  }
}

/**
 * From now on keeps, for each person, the latest answer of every query that `isKept` names, of today alone where it
 * is of a day. Answers how to stop.
 */
export function keepAnswers(
  queries: QueryClient,
  isKept: (key: QueryKey) => boolean,
  todayOf: () => string,
): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual) return;
    if (isKept(event.query.queryKey)) void keep(event.query, todayOf());
  });
}

async function keep({ queryKey: key, state }: Query, today: string): Promise<void> {
  const dayAt = key.findIndex((part) => typeof part === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(part));
  // Another day than today is looked at once; the next visit begins with today's.
  if (dayAt >= 0 && key[dayAt] !== today) return;
  const kept = await database();
  const id = hashKey(key.map((part, index) => (index === dayAt ? 'today' : part)));
  const answer = { id, person: String(key[0]), key, dayAt, data: state.data, at: state.dataUpdatedAt };
  // A full device goes without: what waits to be sent needs the room more.
  await kept?.put('answers', answer).catch(() => undefined);
}

/** Forgets what was kept for a person, who leaves this device. */
export async function forgetAnswers(person: string): Promise<void> {
  const kept = await database();
  if (!kept) return;
  const work = kept.transaction('answers', 'readwrite');
  for (const id of await work.store.index('person').getAllKeys(person)) await work.store.delete(id);
  await work.done;
}
