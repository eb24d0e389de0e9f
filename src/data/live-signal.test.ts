import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const asked: string[] = [];
let answers: (() => Response | Promise<Response>)[] = [];
vi.mock('./client.ts', () => ({
  isSupabaseProject: false,
  askAsPerson: (path: string, init: RequestInit) => {
    asked.push(path);
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : hanging(init.signal as AbortSignal);
  },
}));
const { listenLive } = await import('./live-signal.ts');

function hanging(signal: AbortSignal): Promise<Response> {
  return new Promise((_, fail) => signal.addEventListener('abort', () => fail(signal.reason)));
}

const stream = (text: string) => () =>
  new Response(text, { headers: { 'content-type': 'text/event-stream; charset=utf-8' } });
const status = (number: number) => () => new Response('{}', { status: number });

class Page extends EventTarget {
  visibilityState: 'visible' | 'hidden' = 'visible';
  show(state: 'visible' | 'hidden') {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

let page: Page;
let heard: string[];
let stop: () => void;
const listen = () => {
  stop = listenLive({
    onTable: (table) => heard.push(table),
    onEverything: () => heard.push('everything'),
    onPoll: () => heard.push('poll'),
    onRefused: () => heard.push('refused'),
  });
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    now: Math.ceil(performance.timeOrigin) + 3000,
  });
  page = new Page();
  vi.stubGlobal('document', page);
  asked.length = 0;
  answers = [];
  heard = [];
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('hands on what it hears, and says how long it has heard nothing', async () => {
  answers = [stream('event: change\ndata: {"table":"roads"}\n\nevent: everything\ndata: {}\n\n')];
  listen();
  await vi.advanceTimersByTimeAsync(10);
  expect(heard).toEqual(['roads', 'everything']);
  expect(asked).toEqual([expect.stringMatching(/^\/live\?ago=400[01]$/)]);
});

it('comes back by itself when the stream ends', async () => {
  answers = [stream(':\n\n'), stream('event: change\ndata: {"table":"roads"}\n\n')];
  listen();
  await vi.advanceTimersByTimeAsync(3100);
  expect(heard).toEqual(['roads']);
});

it('asks every 20 seconds where it cannot listen, and stops that when it can', async () => {
  answers = [status(404), status(404), status(404), status(404), status(404)];
  listen();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual(['poll']);
  answers = [stream(':\n\n')];
  await vi.advanceTimersByTimeAsync(60_000);
  const polls = heard.length;
  await vi.advanceTimersByTimeAsync(40_000);
  expect(heard.length).toBe(polls);
});

it('takes a stream that says nothing for 45 seconds for dead', async () => {
  listen();
  await vi.advanceTimersByTimeAsync(44_000);
  expect(asked.length).toBe(1);
  await vi.advanceTimersByTimeAsync(3000);
  expect(asked.length).toBe(2);
});

it('says that it is refused, and waits half a minute before it tries again', async () => {
  answers = [status(403)];
  listen();
  await vi.advanceTimersByTimeAsync(29_000);
  expect([heard, asked.length]).toEqual([['refused'], 1]);
});

it('does not listen while the page is hidden, and asks what it missed afterwards', async () => {
  answers = [stream(':\n\n')];
  listen();
  await vi.advanceTimersByTimeAsync(10);
  page.show('hidden');
  await vi.advanceTimersByTimeAsync(60_000);
  const before = asked.length;
  page.show('visible');
  await vi.advanceTimersByTimeAsync(10);
  expect(asked.length).toBe(before + 1);
  expect(Number(asked.at(-1)?.split('=')[1])).toBeGreaterThan(60_000);
});
