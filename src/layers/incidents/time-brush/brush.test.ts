import { beforeEach, expect, test, vi } from 'vitest';

const leaving: (() => void)[] = [];
vi.mock('../../../data/session.ts', () => ({
  onPersonChange: (listener: () => void) => leaving.push(listener),
}));
const { brushIn, choose, clearBrush, onBrush, wantedIn } = await import('./brush.ts');

beforeEach(clearBrush);

test('whoever listens hears of a choice, and nothing more after stopping', () => {
  const hear = vi.fn();
  const stop = onBrush(hear);
  choose('2025-11-01', 'hours', { begun: 0, reach: 1 });
  expect(hear).toHaveBeenCalledTimes(1);
  expect(wantedIn('2025-11-01')).toEqual([0xffffffff, 0xffffffff, 0b11]);
  stop();
  clearBrush();
  expect(hear).toHaveBeenCalledTimes(1);
  expect(wantedIn('2025-11-01')).toBeNull();
});

test('months of one period are none of another’s; hours stay', () => {
  choose('2025-11-01', 'months', { begun: 2, reach: 0 });
  choose('2025-11-01', 'hours', { begun: 5, reach: 0 });
  expect(brushIn('2025-12-01')).toEqual({ months: null, weekdays: null, hours: { begun: 5, reach: 0 } });
  expect(brushIn('2025-11-01').months).toEqual({ begun: 2, reach: 0 });
});

test('whoever leaves takes it along', () => {
  choose('2025-11-01', 'weekdays', { begun: 5, reach: 1 });
  for (const leave of leaving) leave();
  expect(wantedIn('2025-11-01')).toBeNull();
});
