import { askAsPerson, isSupabaseProject } from './client.ts';
import { readEvents } from './event-lines.ts';

/** What the page hears: a table was written; or it must ask for all again; or it may hear nothing. */
export type LiveEar = {
  onTable: (table: string) => void;
  /** Something may have been missed. */
  onEverything: () => void;
  /** Neither way of listening works: called every 20 seconds instead. */
  onPoll: () => void;
  /** The server refuses this session. */
  onRefused: () => void;
};

const POLL_MILLISECONDS = 20_000;
/** The server says something every 20 seconds. */
const SILENCE_MILLISECONDS = 45_000;
const FAILURES_BEFORE_POLLING = 3;
const LONGEST_WAIT_MILLISECONDS = 30_000;
/** An answer on its way is older than its arrival. */
const MARGIN_MILLISECONDS = 1000;

/**
 * Listens for what others save, until the returned function is called. Hidden pages do not listen: a browser
 * keeps few connections to one server, and a page that is shown again asks what it missed. Where nothing can
 * be heard, `onPoll` is called every 20 seconds while the page is shown.
 */
export function listenLive(ear: LiveEar): () => void {
  const left = new AbortController();
  let listening: AbortController | null = null;
  // What was asked for since the page was opened may have been written while it came.
  let heardAt = performance.timeOrigin;
  const poll = createPolling(ear.onPoll);

  async function listenUntilHidden(): Promise<void> {
    const shown = new AbortController();
    listening = shown;
    const over = AbortSignal.any([shown.signal, left.signal]);
    for (let failures = 0; !over.aborted; ) {
      const outcome = await listenOnce(ear, Date.now() - heardAt + MARGIN_MILLISECONDS, over, () => {
        heardAt = Date.now();
        failures = 0;
        poll.stop();
      });
      if (over.aborted) return;
      failures += 1;
      if (outcome === 'refused') ear.onRefused();
      if (failures >= FAILURES_BEFORE_POLLING && outcome !== 'unreachable') poll.start();
      await wait(waitAfter(outcome, failures), over);
    }
  }

  const look = () => {
    if (document.visibilityState === 'hidden') {
      listening?.abort();
      listening = null;
      poll.stop();
    } else if (!listening) {
      void listenUntilHidden();
    }
  };
  document.addEventListener('visibilitychange', look, { signal: left.signal });
  look();
  return () => {
    left.abort();
    poll.stop();
  };
}

type Outcome = 'ended' | 'refused' | 'unreachable' | 'unable';

async function listenOnce(
  ear: LiveEar,
  ago: number,
  over: AbortSignal,
  onHeard: () => void,
): Promise<Outcome> {
  if (isSupabaseProject) {
    const { listenToRealtime } = await import('./live-realtime.ts');
    return listenToRealtime(ear, over, onHeard);
  }
  const silent = new AbortController();
  let timer = setTimeout(() => silent.abort(), SILENCE_MILLISECONDS);
  try {
    const signal = AbortSignal.any([over, silent.signal]);
    const answer = await askAsPerson(`/live?ago=${Math.round(ago)}`, { signal });
    if (answer.status === 401 || answer.status === 403) return 'refused';
    const isStream = /^text\/event-stream\b/.test(answer.headers.get('content-type') ?? '');
    if (!answer.ok || !isStream || !answer.body) return 'unable';
    for await (const event of readEvents(answer.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => silent.abort(), SILENCE_MILLISECONDS);
      onHeard();
      if (event.name === 'everything') ear.onEverything();
      else if (event.name === 'change') ear.onTable(tableOf(event.data));
    }
    return 'ended';
  } catch {
    return silent.signal.aborted ? 'unable' : 'unreachable';
  } finally {
    clearTimeout(timer);
  }
}

function tableOf(data: string): string {
  const said: unknown = JSON.parse(data);
  return typeof said === 'object' && said !== null && 'table' in said ? String(said.table) : '';
}

function createPolling(act: () => void): { start: () => void; stop: () => void } {
  let timer: ReturnType<typeof setInterval> | null = null;
  return {
    start: () => {
      timer ??= setInterval(act, POLL_MILLISECONDS);
    },
    stop: () => {
      if (timer) clearInterval(timer);
      timer = null;
    },
  };
}

/**
 * Twice as long after each failure; the chance in it keeps many pages from coming back in the same moment. A
 * stream that the server ended may be that of somebody who is just signing out: the page soon knows.
 */
function waitAfter(outcome: Outcome, failures: number): number {
  if (outcome === 'refused') return LONGEST_WAIT_MILLISECONDS;
  const first = outcome === 'ended' ? 1500 : 500;
  return Math.min(LONGEST_WAIT_MILLISECONDS, first * 2 ** failures) * (0.5 + Math.random() / 2);
}

function wait(milliseconds: number, over: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds);
    over.addEventListener('abort', () => {
      clearTimeout(timer);
      done();
    });
  });
}
