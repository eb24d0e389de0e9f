import { withSecurityHeaders } from '../security-headers.ts';
import { createEventStream, type EventStream } from './event-stream.ts';
import { type Change, keyOf, readChange, rememberChanges } from './recent-changes.ts';

export const LIVE_PATH = '/live';

const KEEP_ALIVE_SECONDS = 20;
/** A reader that has taken nothing for so long is gone, whatever its connection says. */
const SLOWEST_READER_SECONDS = 60;
const MOST_LISTENERS = 400;
/** One person's tabs and devices; all visitors together count as one person with many. */
const MOST_LISTENERS_OF_ONE = 12;
const MOST_VISITORS = 100;
/** Several announcements of one act go out together. */
const BEAT_MILLISECONDS = 30;

type Listener = { stream: EventStream; request: Request; person: string; audible: ReadonlySet<string> };

/** Tells every open screen which tables were written. */
export type Live = {
  /** Answers `GET /live` with server-sent events, or with the refusal that the person's rights call for. */
  answer(request: Request): Promise<Response>;
  /** An announcement of the database. */
  hear(payload: string): void;
  /** Announcements may have been missed: every screen looks at everything again. */
  missed(): void;
  /** Asks anew what each listener may hear, and ends those whose session is over. */
  lookAgain(): Promise<void>;
  close(): void;
};

/**
 * `ask` answers requests as the API does, with every guard in place: what somebody may hear is asked there under
 * that person's own token, so the database decides. It is asked at the beginning, whenever a membership or a
 * commune was written, and every 20 seconds, because a session can end without a word.
 */
export function createLive(ask: (request: Request) => Promise<Response>): Live {
  const listeners = new Set<Listener>();
  const recent = rememberChanges();
  let beat: Map<string, Change> | null = null;
  let sent: Promise<unknown> = Promise.resolve();
  let looking: 'not' | 'once' | 'again' = 'not';

  async function look(listener: Listener): Promise<void> {
    const audible = await audibleTo(listener.request, ask);
    if (audible instanceof Response) {
      // A server that is only busy says nothing about rights.
      if (audible.status < 500) listener.stream.end();
      return;
    }
    const differs = !sameNames(audible, listener.audible);
    listener.audible = audible;
    if (differs) listener.stream.tell({ kind: 'everything' });
  }

  async function send(changes: readonly Change[]): Promise<void> {
    // Whose rights were just taken away must not hear what came after.
    const rightsChanged = changes.some(({ table }) => table === 'members' || table === 'communes');
    await Promise.all(
      [...listeners].map(async (listener) => {
        if (rightsChanged) await look(listener);
        for (const change of changes) tellOne(listener, change);
      }),
    );
  }

  const timer = setInterval(() => {
    for (const { stream } of listeners) {
      if (stream.waitingFor() > SLOWEST_READER_SECONDS * 1000) stream.end();
      else stream.keepAlive();
    }
    void lookAgain();
  }, KEEP_ALIVE_SECONDS * 1000);
  timer.unref();

  // One after the other: many at once would keep everybody else's requests waiting.
  async function lookAgain(): Promise<void> {
    const isUnderWay = looking !== 'not';
    looking = isUnderWay ? 'again' : 'once';
    if (isUnderWay) return;
    for (const listener of [...listeners]) await look(listener);
    const wantsAnother = (looking as string) === 'again';
    looking = 'not';
    if (wantsAnother) await lookAgain();
  }

  return {
    async answer(request) {
      if (request.method !== 'GET') return refusal(405, 'Chỉ đọc được địa chỉ này.');
      const person = request.headers.get('authorization') ?? '';
      const alike = [...listeners].filter((listener) => listener.person === person).length;
      if (
        listeners.size >= MOST_LISTENERS ||
        alike >= (person === '' ? MOST_VISITORS : MOST_LISTENERS_OF_ONE)
      )
        return refusal(503, 'Đang có quá nhiều màn hình theo dõi; màn hình này sẽ tự hỏi lại theo chu kỳ.');
      const ago = Number(new URL(request.url).searchParams.get('ago') ?? 0);
      const audible = await audibleTo(request, ask);
      if (audible instanceof Response) return audible;
      const listener: Listener = {
        stream: createEventStream(() => listeners.delete(listener)),
        request,
        person,
        audible,
      };
      listeners.add(listener);
      request.signal.addEventListener('abort', listener.stream.end, { once: true });
      if (request.signal.aborted) listener.stream.end();
      const missed = ago > 0 ? recent.since(ago) : [];
      if (missed === null) listener.stream.tell({ kind: 'everything' });
      else for (const change of missed) tellOne(listener, change);
      return withSecurityHeaders(
        new Response(listener.stream.body, {
          headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
        }),
      );
    },
    hear(payload) {
      const change = readChange(payload);
      if (!change) return;
      recent.add(change);
      if (beat) {
        beat.set(keyOf(change), change);
        return;
      }
      beat = new Map([[keyOf(change), change]]);
      setTimeout(() => {
        const changes = [...(beat?.values() ?? [])];
        beat = null;
        // In turn: while one asks for rights anew, the next must not go out under the old ones.
        sent = sent.then(() => send(changes));
      }, BEAT_MILLISECONDS);
    },
    missed() {
      for (const { stream } of listeners) stream.tell({ kind: 'everything' });
    },
    lookAgain,
    close() {
      clearInterval(timer);
      for (const { stream } of [...listeners]) stream.end();
    },
  };
}

function tellOne({ stream, audible }: Listener, change: Change): void {
  if (audible.has(keyOf(change))) stream.tell({ kind: 'change', ...change });
}

/** Tables of communes that a request's person may hear; else the API's own refusal. */
async function audibleTo(
  { url, headers }: Request,
  ask: (request: Request) => Promise<Response>,
): Promise<ReadonlySet<string> | Response> {
  const kept = new Headers();
  for (const name of ['apikey', 'authorization', 'origin']) {
    const value = headers.get(name);
    if (value !== null) kept.set(name, value);
  }
  kept.set('content-type', 'application/json');
  const answer = await ask(
    new Request(new URL('/rest/v1/rpc/audible_tables', url), { method: 'POST', headers: kept, body: '{}' }),
  );
  if (!answer.ok) return answer;
  const rows = (await answer.json()) as { commune_id: string; table_name: string }[];
  return new Set(rows.map((row) => keyOf({ commune: row.commune_id, table: row.table_name })));
}

function sameNames(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((name) => other.has(name));
}

function refusal(status: number, message: string): Response {
  return withSecurityHeaders(
    Response.json({ code: `PT${status}`, message, details: null, hint: null }, { status }),
  );
}
