import type { Geometry } from 'geojson';
import { Fault } from '../fault.ts';
import type { NewerVersion, OutboxItem, OutboxPhoto, OutboxStore } from './item.ts';

/** How acts and pictures reach the server. Both may be sent again at any time: the server stores each once. */
export type Carrier = {
  /** @throws Fault */
  act(item: OutboxItem): Promise<void>;
  /** @throws Fault */
  photo(item: OutboxItem, photo: OutboxPhoto): Promise<void>;
};

/** How a round of sending ended: everything was tried, or nothing more can go before something changes. */
export type RoundEnd = 'tried' | 'unreachable' | 'signed-out';

const SECOND = 1000;
const LONGEST_WAIT = 300 * SECOND;

/** Milliseconds to wait after so many failures in a row: 2, 4, 8 … 300 s. */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(failures, 10));
}

/**
 * Sends what a person's outbox holds: in order for each subject, each act before its pictures, one by one. What the
 * server refuses for a reason that sending again does not mend waits for a person's eye and holds up nobody; what
 * may go through later is tried later, and until then holds back what came after it on the same subject.
 */
export async function sendRound(
  store: OutboxStore,
  carrier: Carrier,
  { person, now, onChange }: { person: string; now: () => number; onChange: () => void },
): Promise<RoundEnd> {
  const held = new Set<string>();
  for (const item of await store.itemsOf(person)) {
    if (item.state !== 'waiting') continue;
    if (held.has(item.subject) || item.retryAt > now()) {
      held.add(item.subject);
      continue;
    }
    const failure = await sendItem(store, carrier, item, onChange);
    if (failure === null) continue;
    const { latest, error } = failure;
    if (error instanceof Fault && (error.kind === 'unreachable' || error.kind === 'signed-out'))
      return error.kind;
    const isFinal = isRefusal(error);
    const failures = latest.failures + 1;
    await store.update({
      ...latest,
      failures,
      ...(isFinal
        ? {
            state: 'needs_review' as const,
            reason: error.message,
            problem: problemOf(error),
            newer: newerOf(error),
          }
        : { retryAt: now() + waitAfter(failures) }),
    });
    if (!isFinal) held.add(item.subject);
    onChange();
  }
  return 'tried';
}

// The first of the fields that the server found wrong.
function problemOf({ details, hint }: Fault): string | null {
  const fields = (details as { fields?: { code?: string }[] } | null)?.fields;
  return fields?.[0]?.code ?? hint;
}

function newerOf({ hint, details }: Fault): NewerVersion | null {
  if (hint !== 'stale' || details === null) return null;
  const { version, theirs } = details as { version: number; theirs: { geometry?: Geometry } | null };
  return { version, geometry: theirs?.geometry ?? null };
}

const REFUSALS: ReadonlySet<string> = new Set(['refused', 'bad-input', 'inactive']);

/** Whether the same would be refused the same again: not so while only the server's disk is full. */
function isRefusal(error: unknown): error is Fault {
  if (!(error instanceof Fault) || error.hint === 'disk_full') return false;
  return REFUSALS.has(error.kind) || error.hint === 'not_found';
}

async function sendItem(
  store: OutboxStore,
  carrier: Carrier,
  item: OutboxItem,
  onChange: () => void,
): Promise<{ latest: OutboxItem; error: unknown } | null> {
  let latest = item;
  try {
    if (!latest.isRecorded) {
      await carrier.act(latest);
      latest = { ...latest, isRecorded: true };
      await store.update(latest);
    }
    const pictures = new Map((await store.photosOf(item.id)).map((photo) => [photo.id, photo]));
    for (const id of item.photos) {
      const picture = pictures.get(id);
      if (picture) await carrier.photo(latest, picture);
      latest = await store.photoSent(latest, id);
    }
    await store.update({ ...latest, state: 'sent', reason: null });
    onChange();
    return null;
  } catch (error) {
    return { latest, error };
  }
}
