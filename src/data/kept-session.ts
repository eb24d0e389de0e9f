/** How long a session lasts: 'tab' ends when the tab or the browser is closed, 'device' outlasts both. */
export type Keeping = 'tab' | 'device';

/** The name under which the browser keeps the session. */
export const SESSION_KEY = 'xa-hanh-phuc';

/** A session of police ends when nobody has touched their tab for so many milliseconds. */
export const IDLE_MILLISECONDS = 15 * 60 * 1000;
/** Under which the tab of police keeps when they last did something, in milliseconds since 1970. */
const ACTED_KEY = 'xa-hanh-phuc-acted';

let isFresh = false;

// Where the browser keeps nothing (its owner forbade it), the session lives as long as the page.
const ofPage = new Map<string, string>();

function storeOf(keeping: Keeping): Storage | null {
  try {
    return keeping === 'tab' ? globalThis.sessionStorage : globalThis.localStorage;
  } catch {
    return null;
  }
}

function read(key: string): { keeping: Keeping; text: string } | null {
  for (const keeping of ['tab', 'device'] as const) {
    const text = storeOf(keeping)?.getItem(key);
    if (text != null) return { keeping, text };
  }
  return null;
}

function write(keeping: Keeping, key: string, text: string): void {
  forget(key);
  try {
    const store = storeOf(keeping);
    if (!store) throw new Error('nothing is kept here');
    store.setItem(key, text);
  } catch {
    ofPage.set(key, text);
  }
}

function forget(key: string): void {
  storeOf('tab')?.removeItem(key);
  storeOf('device')?.removeItem(key);
  ofPage.delete(key);
}

/** The store of the auth client: what is renewed stays where it was, what is fresh begins in the tab. */
export const keptSession = {
  getItem: (key: string): string | null => read(key)?.text ?? ofPage.get(key) ?? null,
  setItem: (key: string, text: string): void => {
    const keeping = isFresh ? 'tab' : (read(key)?.keeping ?? 'tab');
    write(keeping, key, text);
  },
  removeItem: forget,
};

/** Runs a sign-in, whose session replaces the one before and begins in the tab, whatever that one was. */
export async function beginInTab<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  isFresh = true;
  try {
    return await work();
  } finally {
    isFresh = false;
  }
}

/** From now on the session lasts as long as this says. */
export function keepSession(keeping: Keeping): void {
  const kept = read(SESSION_KEY);
  if (kept && kept.keeping !== keeping) write(keeping, SESSION_KEY, kept.text);
}

/** Whose session this tab can use, by the user's id; null: nobody's. */
export function heldBy(): string | null {
  const text = keptSession.getItem(SESSION_KEY);
  try {
    return (text === null ? null : JSON.parse(text)?.user?.id) ?? null;
  } catch {
    return null;
  }
}

/** Whether whoever is here now stays signed in when the browser is closed. */
export function staysOnDevice(): boolean {
  return read(SESSION_KEY)?.keeping === 'device';
}

/** Takes note that police did something in this tab just now; null: nobody here is police. */
export function noteActed(at: number | null): void {
  try {
    if (at === null) storeOf('tab')?.removeItem(ACTED_KEY);
    else storeOf('tab')?.setItem(ACTED_KEY, String(at));
  } catch {
    // A tab that keeps nothing keeps no session either.
  }
}

/** Forgets the session of police who left this tab too long ago, be it put to sleep, closed and opened again, or reloaded. */
export function forgetIdleSession(now: number): void {
  const acted = storeOf('tab')?.getItem(ACTED_KEY);
  if (acted == null || now - Number(acted) < IDLE_MILLISECONDS) return;
  forget(SESSION_KEY);
  noteActed(null);
}
// Before the first request of the page could be made with it.
forgetIdleSession(Date.now());

/** Calls back when another tab has changed what the device keeps. */
export function onChangeElsewhere(listener: () => void): void {
  globalThis.addEventListener?.('storage', ({ key }) => {
    if (key === SESSION_KEY || key === null) listener();
  });
}
