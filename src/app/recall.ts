import { keepAnswers, restoreAnswers } from '../data/kept-answers.ts';
import { heldBy, staysOnDevice } from '../data/kept-session.ts';
import { today } from '../ui/day.ts';
import { isKept } from './kept-queries.ts';
import { queries } from './queries.ts';

/** The longest that the page waits for its own memory, in milliseconds: a slow device asks the server meanwhile. */
const LONGEST_WAIT = 1000;

/** Recalls what this device was told at the last visit, for whoever is here now, and keeps what comes from now on. */
export async function recall(): Promise<void> {
  // Of somebody whose session ends with the tab nothing stays on the device.
  const mayStay = ([person]: readonly unknown[]) => person === 'visitor' || staysOnDevice();
  keepAnswers(queries, (key) => isKept(key) && mayStay(key), today);
  const restored = restoreAnswers(queries, heldBy() ?? 'visitor', today()).catch(() => undefined);
  await Promise.race([restored, new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
}
