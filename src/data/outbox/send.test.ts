import { expect, test } from 'vitest';
import { Fault } from '../fault.ts';
import type { OutboxItem, OutboxStore } from './item.ts';
import { createMemoryStore } from './memory-store.ts';
import { type Carrier, sendRound, waitAfter } from './send.ts';

const PERSON = 'me';

async function add(store: OutboxStore, id: string, more: Partial<OutboxItem> = {}): Promise<void> {
  const item = {
    id,
    person: PERSON,
    communeId: 'commune',
    act: 'record_care' as const,
    parameters: {},
    subject: 'road 1',
    title: 'Đường 1',
    notedAt: '2026-11-27T08:00:00+07:00',
    state: 'waiting' as const,
    isRecorded: false,
    photos: [],
    failures: 0,
    retryAt: 0,
    reason: null,
    problem: null,
    ...more,
  };
  const pictures = item.photos.map((photo) => ({ id: photo, item: id, bytes: new ArrayBuffer(1) }));
  await store.add(item, pictures);
}

/** A server that answers each sending with what `fails` says, and writes down what arrived. */
function server(fails: (what: string) => Error | null = () => null): Carrier & { arrived: string[] } {
  const arrived: string[] = [];
  const take = async (what: string) => {
    const error = fails(what);
    if (error) throw error;
    arrived.push(what);
  };
  return { arrived, act: ({ id }) => take(id), photo: (_item, { id }) => take(id) };
}

let clock = 0;
const round = (store: OutboxStore, carrier: Carrier) =>
  sendRound(store, carrier, { person: PERSON, now: () => clock, onChange: () => undefined });
const states = async (store: OutboxStore) =>
  (await store.itemsOf(PERSON)).map(({ id, state }) => `${id} ${state}`);

test('acts go in their order, each before its pictures, and other people’s stay', async () => {
  const store = createMemoryStore();
  await add(store, 'first', { photos: ['before', 'after'] });
  await add(store, 'second');
  await add(store, 'hers', { person: 'she' });
  const carrier = server();
  expect(await round(store, carrier)).toBe('tried');
  expect(carrier.arrived).toEqual(['first', 'before', 'after', 'second']);
  expect(await states(store)).toEqual(['first sent', 'second sent']);
  expect(await store.photosOf('first')).toEqual([]);
});

test('without an answer nothing more is tried, and nothing is lost', async () => {
  const store = createMemoryStore();
  await add(store, 'first', { photos: ['picture', 'another'] });
  await add(store, 'second', { subject: 'road 2' });
  const cut = server((what) => (what === 'another' ? new Fault('unreachable', '') : null));
  expect(await round(store, cut)).toBe('unreachable');
  expect(await states(store)).toEqual(['first waiting', 'second waiting']);
  // The act and the first picture had arrived: only what is left goes.
  const carrier = server();
  await round(store, carrier);
  expect(carrier.arrived).toEqual(['another', 'second']);
});

test('a session that ran out stops the round, and the person’s acts stay', async () => {
  const store = createMemoryStore();
  await add(store, 'first');
  expect(
    await round(
      store,
      server(() => new Fault('signed-out', '')),
    ),
  ).toBe('signed-out');
  expect(await states(store)).toEqual(['first waiting']);
});

test('what is refused waits for a person’s eye and holds up nobody', async () => {
  const store = createMemoryStore();
  await add(store, 'first');
  await add(store, 'second');
  const carrier = server((what) => (what === 'first' ? new Fault('refused', 'Của tổ chức khác') : null));
  await round(store, carrier);
  expect(carrier.arrived).toEqual(['second']);
  expect(await store.itemsOf(PERSON)).toMatchObject([
    { state: 'needs_review', reason: 'Của tổ chức khác' },
    { state: 'sent' },
  ]);
});

test('what may go through later holds back what came after it on the same subject alone', async () => {
  clock = 1000;
  const store = createMemoryStore();
  await add(store, 'first');
  await add(store, 'second');
  await add(store, 'elsewhere', { subject: 'road 2' });
  const carrier = server((what) => (what === 'first' ? new Fault('unexpected', '500') : null));
  await round(store, carrier);
  expect(carrier.arrived).toEqual(['elsewhere']);
  // Its wait is not over: nobody asks.
  const asked = server();
  await round(store, asked);
  expect(asked.arrived).toEqual([]);
  clock += waitAfter(1);
  await round(store, asked);
  expect(asked.arrived).toEqual(['first', 'second']);
});

test('a full disk at the server is no reason to give up, a record that is gone is', async () => {
  const store = createMemoryStore();
  await add(store, 'full');
  await add(store, 'gone', { subject: 'road 2' });
  await round(
    store,
    server((what) =>
      what === 'full'
        ? new Fault('bad-input', '', 'disk_full')
        : new Fault('unexpected', 'Không còn', 'not_found'),
    ),
  );
  expect(await states(store)).toEqual(['full waiting', 'gone needs_review']);
});

test('waits double and end at five minutes', () => {
  expect([1, 2, 3, 8, 9, 50].map(waitAfter)).toEqual([2000, 4000, 8000, 256_000, 300_000, 300_000]);
});
