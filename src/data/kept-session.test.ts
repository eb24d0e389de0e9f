import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  beginInTab,
  forgetIdleSession,
  heldBy,
  IDLE_MILLISECONDS,
  keepSession,
  keptSession,
  noteActed,
  SESSION_KEY,
} from './kept-session.ts';

/** As a browser's, in memory. */
function store(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => void kept.set(key, text),
    removeItem: (key) => void kept.delete(key),
  };
}

const session = (id: string) => JSON.stringify({ user: { id } });
const inTab = () => sessionStorage.getItem(SESSION_KEY);
const onDevice = () => localStorage.getItem(SESSION_KEY);

beforeEach(() => {
  vi.stubGlobal('sessionStorage', store());
  vi.stubGlobal('localStorage', store());
});
afterEach(() => {
  keptSession.removeItem(SESSION_KEY);
  vi.unstubAllGlobals();
});

test('a sign-in begins in the tab, and nothing of the one before stays on the device', async () => {
  localStorage.setItem(SESSION_KEY, session('an'));
  await beginInTab(async () => keptSession.setItem(SESSION_KEY, session('binh')));
  expect([inTab(), onDevice()]).toEqual([session('binh'), null]);
  expect(heldBy()).toBe('binh');
});

test('a sign-in that failed leaves the session before it as it was', async () => {
  localStorage.setItem(SESSION_KEY, session('an'));
  await expect(beginInTab(() => Promise.reject(new Error('wrong')))).rejects.toThrow('wrong');
  keptSession.setItem(SESSION_KEY, session('an, renewed'));
  expect([inTab(), onDevice()]).toEqual([null, session('an, renewed')]);
});

test('what is renewed stays where it was', async () => {
  await beginInTab(async () => keptSession.setItem(SESSION_KEY, session('an')));
  keptSession.setItem(SESSION_KEY, session('an, renewed'));
  expect([inTab(), onDevice()]).toEqual([session('an, renewed'), null]);
  keepSession('device');
  keptSession.setItem(SESSION_KEY, session('an, again'));
  expect([inTab(), onDevice()]).toEqual([null, session('an, again')]);
  keepSession('tab');
  expect([inTab(), onDevice()]).toEqual([session('an, again'), null]);
});

test('signing out leaves nothing anywhere', () => {
  sessionStorage.setItem(SESSION_KEY, session('an'));
  localStorage.setItem(SESSION_KEY, session('binh'));
  keptSession.removeItem(SESSION_KEY);
  expect([inTab(), onDevice(), heldBy()]).toEqual([null, null, null]);
});

test('where the browser keeps nothing, the session lives as long as the page', async () => {
  vi.stubGlobal('sessionStorage', undefined);
  vi.stubGlobal('localStorage', undefined);
  await beginInTab(async () => keptSession.setItem(SESSION_KEY, session('an')));
  expect(heldBy()).toBe('an');
});

test('a tab in which police did nothing for a quarter of an hour begins without their session', () => {
  sessionStorage.setItem(SESSION_KEY, session('an'));
  noteActed(1000);
  forgetIdleSession(999 + IDLE_MILLISECONDS);
  expect(heldBy()).toBe('an');
  forgetIdleSession(1000 + IDLE_MILLISECONDS);
  expect(heldBy()).toBeNull();
});

test('the session of anybody else stays, however long nobody touched the tab', () => {
  sessionStorage.setItem(SESSION_KEY, session('an'));
  noteActed(1000);
  noteActed(null);
  forgetIdleSession(1000 + 2 * IDLE_MILLISECONDS);
  expect(heldBy()).toBe('an');
});
