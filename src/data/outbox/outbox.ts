import { call } from '../call.ts';
import { askAsPerson } from '../client.ts';
import { Fault, faultOf } from '../fault.ts';
import { newId } from '../new-id.ts';
import type { OutboxAct, OutboxItem, OutboxPhoto, OutboxStore } from './item.ts';
import { type Carrier, type RoundEnd, sendRound, waitAfter } from './send.ts';

/** What a screen shows of the outbox of whoever is signed in. */
export type OutboxSnapshot = {
  /** Whether this device keeps anything at all; told before somebody begins, not after. */
  availability: 'opening' | 'ready' | 'unavailable';
  items: readonly OutboxItem[];
  isSending: boolean;
  /** How the last round ended; null before the first. */
  lastEnd: RoundEnd | null;
  /** Whether the browser promised not to clear it away by itself; null while nobody knows. */
  isPersistent: boolean | null;
  /** Milliseconds by which the phone's clock is ahead of the server's; null while nobody knows. */
  clockAhead: number | null;
};

const NOTHING: OutboxSnapshot = {
  availability: 'opening',
  items: [],
  isSending: false,
  lastEnd: null,
  isPersistent: null,
  clockAhead: null,
};
const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;

let snapshot: OutboxSnapshot = NOTHING;
let person: string | null = null;
let store: OutboxStore | null = null;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();
const otherTabs = globalThis.BroadcastChannel ? new BroadcastChannel('xa-hanh-phuc-outbox') : null;
if (otherTabs) otherTabs.onmessage = () => void look();

function show(partial: Partial<OutboxSnapshot>): void {
  snapshot = { ...snapshot, ...partial };
  for (const listener of listeners) listener();
}

async function look(): Promise<void> {
  if (store && person) show({ items: await store.itemsOf(person) });
}

async function changed(): Promise<void> {
  await look();
  otherTabs?.postMessage('changed');
}

/** For `useSyncExternalStore`. */
export const outboxStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  snapshot: () => snapshot,
};

/** Opens the outbox of a person (null: nobody is signed in) and begins to send. Called again for the same person it does nothing. */
export async function openOutbox(of: string | null): Promise<void> {
  if (of === person) return;
  person = of;
  show({ ...NOTHING, availability: store ? 'ready' : 'opening' });
  if (of === null) return;
  try {
    if (!store) {
      const { openIndexedStore } = await import('./indexed-store.ts');
      store = await openIndexedStore();
    }
    const isPersistent = await navigator.storage?.persisted?.().catch(() => null);
    show({ availability: 'ready', isPersistent: isPersistent ?? null });
    await forgetSent();
    await look();
  } catch {
    show({ availability: 'unavailable' });
    return;
  }
  void sendNow();
}

// What has arrived is read from the server; a day later nobody looks for it here.
async function forgetSent(): Promise<void> {
  if (!store || !person) return;
  for (const item of await store.itemsOf(person))
    if (item.state === 'sent' && Date.parse(item.notedAt) < Date.now() - DAY) await store.remove(item.id);
}

/** What somebody does: which function, with what, about what. */
export type Doing = {
  id?: string;
  communeId: string;
  act: OutboxAct;
  parameters: Record<string, unknown>;
  subject: string;
  title: string;
  photos?: readonly { id: string; bytes: ArrayBuffer }[];
};

/**
 * Keeps an act on this device and sends it as soon as it can. Done when it is kept.
 * @throws Fault `bad-input`, hint `device_full` or `device_keeps_nothing`: then nothing of it was kept, and what
 * stood in the form still does.
 */
export async function putIntoOutbox(doing: Doing): Promise<void> {
  if (!store || !person) throw new Fault('bad-input', '', 'device_keeps_nothing');
  const { id = newId(), photos = [], ...rest } = doing;
  try {
    await store.add(
      {
        ...rest,
        id,
        person,
        notedAt: new Date().toISOString(),
        state: 'waiting',
        isRecorded: false,
        photos: photos.map((photo) => photo.id),
        failures: 0,
        retryAt: 0,
        reason: null,
        problem: null,
      },
      photos.map((photo) => ({ ...photo, item: id })),
    );
  } catch (error) {
    // An impatient finger: it is kept already.
    if (error instanceof DOMException && error.name === 'ConstraintError') return;
    throw new Fault('bad-input', String(error), isFull(error) ? 'device_full' : 'device_keeps_nothing');
  }
  await changed();
  if (snapshot.isPersistent === null || snapshot.isPersistent === false) void askToPersist();
  void sendNow();
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

async function askToPersist(): Promise<void> {
  const isPersistent = await navigator.storage?.persist?.().catch(() => false);
  show({ isPersistent: isPersistent ?? false });
}

/** Tries everything that waits, whatever its own wait is; does nothing while another tab sends. */
export async function sendNow(): Promise<void> {
  clearTimeout(timer);
  const whose = person;
  if (!store || whose === null) return;
  const sending = store;
  const items = await sending.itemsOf(whose);
  if (!items.some(({ state }) => state === 'waiting')) return;
  const end = await withLock(async () => {
    show({ isSending: true });
    const change = () => void changed();
    return sendRound(sending, carrier, { person: whose, now: Date.now, onChange: change });
  });
  if (end === null || person !== whose) return;
  failures = end === 'tried' ? 0 : failures + 1;
  show({ isSending: false, lastEnd: end });
  await changed();
  planNext();
}

function planNext(): void {
  const waiting = snapshot.items.filter(({ state }) => state === 'waiting');
  if (waiting.length === 0) return;
  const soonest = Math.min(...waiting.map(({ retryAt }) => retryAt)) - Date.now();
  // Nobody tells the page that a server is back: while it is open it asks once a minute at least.
  timer = setTimeout(() => void sendNow(), Math.max(soonest, Math.min(MINUTE, waitAfter(failures))));
}

let busy = false;
async function withLock(work: () => Promise<RoundEnd>): Promise<RoundEnd | null> {
  if (busy) return null;
  busy = true;
  try {
    // Browsers without locks have one tab, as phones do.
    if (!navigator.locks) return await work();
    return await navigator.locks.request('xa-hanh-phuc-outbox', { ifAvailable: true }, (lock) =>
      lock ? work() : null,
    );
  } finally {
    busy = false;
  }
}

if (globalThis.window) {
  window.addEventListener('online', () => void sendNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sendNow();
  });
}

const carrier: Carrier = {
  async act({ act, parameters }) {
    const answer = await call<{ now?: string } | null>(act, parameters);
    if (answer?.now) show({ clockAhead: Date.now() - Date.parse(answer.now) });
  },
  async photo({ communeId }, { id, bytes }) {
    const path = `/storage/v1/object/photos/${communeId}/${id}.jpg`;
    let answer: Response;
    try {
      answer = await askAsPerson(path, {
        method: 'POST',
        body: bytes,
        headers: { 'content-type': 'image/jpeg' },
      });
    } catch {
      throw new Fault('unreachable', '');
    }
    if (!answer.ok) {
      const said = await answer.json().catch(() => ({ message: answer.statusText }));
      // A Supabase project says so where the picture had arrived and its answer had not.
      if (said.error !== 'Duplicate') throw faultOf(said, answer.status);
    }
    // On a server of ours this says again what it has said itself; a Supabase project hears it only here.
    await call('keep_photo', { id, bytes: bytes.byteLength });
  },
};

/** Tries an act again that waits for a person's eye; with other parameters where the person has chosen. */
export async function tryAgain(id: string, parameters?: Record<string, unknown>): Promise<void> {
  const item = snapshot.items.find((one) => one.id === id);
  if (!store || !item) return;
  await store.update({
    ...item,
    parameters: parameters ?? item.parameters,
    state: 'waiting',
    reason: null,
    problem: null,
    newer: null,
    failures: 0,
    retryAt: 0,
  });
  await changed();
  await sendNow();
}

/** Takes an act out of the outbox: of somebody who has seen why it cannot be sent, or who takes it back unsent. */
export async function dropFromOutbox(id: string): Promise<void> {
  await store?.remove(id);
  await changed();
}

/** Everything of the person that has not arrived, with its pictures. */
export async function unsentOf(): Promise<{ item: OutboxItem; photos: OutboxPhoto[] }[]> {
  if (!store || !person) return [];
  const unsent = (await store.itemsOf(person)).filter(({ state }) => state !== 'sent');
  const kept = store;
  return Promise.all(unsent.map(async (item) => ({ item, photos: await kept.photosOf(item.id) })));
}
