import { afterEach, expect, test, vi } from 'vitest';
import { today } from '../../ui/day.ts';
import { followClock } from './use-today.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page at 23:59:30 in Viet Nam; `days` are those that it was told of. */
function pageBeforeMidnight() {
  vi.useFakeTimers({ now: new Date('2026-10-31T16:59:30Z') });
  const page = new EventTarget();
  vi.stubGlobal('document', page);
  const days: string[] = [];
  const leave = followClock(() => days.push(today()));
  return { page, days, leave };
}

test('a page that is left open turns at midnight in Viet Nam', () => {
  const { days, leave } = pageBeforeMidnight();
  expect(today()).toBe('2026-10-31');

  vi.advanceTimersByTime(60_000);

  expect(days.at(-1)).toBe('2026-11-01');
  leave();
});

test('a page that slept learns of the day when somebody returns to it, and of none once it is left', () => {
  const { page, days, leave } = pageBeforeMidnight();
  vi.setSystemTime(new Date('2026-11-02T01:00:00Z'));

  page.dispatchEvent(new Event('visibilitychange'));
  leave();
  page.dispatchEvent(new Event('visibilitychange'));
  vi.advanceTimersByTime(600_000);

  expect(days).toEqual(['2026-11-02']);
});
