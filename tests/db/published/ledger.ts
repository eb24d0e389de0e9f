import type { Seen } from './attacker.ts';
import { type Rule, tell } from './rule.ts';

export const HAMLETS = 6;
export const CELLS = 9;
const PERIODS_A_YEAR = 4;

/** What happens in a commune, one after another; somebody polls after each. */
export type Step =
  | { do: 'write'; hamlet: number; cell: number; periodsAgo: number }
  | { do: 'close' }
  | { do: 'release' }
  | { do: 'cut'; by: 'hamlets' | 'cells' };

type Incident = { hamlet: number; cell: number; period: number; isCounted: boolean };
type Closed = { by: 'hamlets' | 'cells'; counts: number[]; late: number; isReleased: boolean };

/** Recomputes: what is read of a period is counted anew whenever somebody asks, from all that is known by then. */
export type Way = { rule: Rule; recomputes: boolean };

/** Plays the steps and answers with what was read after each. */
export function play(steps: readonly Step[], way: Way): Seen[] {
  const incidents: Incident[] = [];
  const closed: Closed[] = [];
  const cuts: { fromYear: number; by: 'hamlets' | 'cells' }[] = [{ fromYear: 0, by: 'hamlets' }];
  const count = (by: 'hamlets' | 'cells', counted: readonly Incident[]) => {
    const counts = new Array<number>(by === 'hamlets' ? HAMLETS : CELLS).fill(0);
    for (const { hamlet, cell } of counted)
      counts[by === 'hamlets' ? hamlet : cell] = (counts[by === 'hamlets' ? hamlet : cell] ?? 0) + 1;
    return counts;
  };
  const take = (step: Step) => {
    const period = closed.length;
    if (step.do === 'write') {
      const { hamlet, cell, periodsAgo } = step;
      incidents.push({ hamlet, cell, period: Math.max(0, period - periodsAgo), isCounted: false });
    } else if (step.do === 'cut') {
      cuts.push({ fromYear: Math.floor(period / PERIODS_A_YEAR) + 1, by: step.by });
    } else if (step.do === 'release') {
      const next = closed.find(({ isReleased }) => !isReleased);
      if (next) next.isReleased = true;
    } else {
      const counted = incidents.filter((one) => !one.isCounted && one.period <= period);
      for (const one of counted) one.isCounted = true;
      const year = Math.floor(period / PERIODS_A_YEAR);
      const by = cuts.findLast(({ fromYear }) => fromYear <= year)?.by ?? 'hamlets';
      const late = counted.filter((one) => one.period < period).length;
      closed.push({ by, counts: count(by, counted), late, isReleased: false });
    }
  };
  const look = (): Seen => ({
    rules: JSON.stringify(cuts),
    periods: Object.fromEntries(
      closed.flatMap(({ by, counts, late, isReleased }, period) => {
        if (!isReleased) return [];
        const now = way.recomputes
          ? count(
              by,
              incidents.filter((one) => one.period === period),
            )
          : counts;
        return [[`period ${period}`, tell(way.rule, now, way.recomputes ? 0 : late)]];
      }),
    ),
  });
  return steps.map((step) => {
    take(step);
    return look();
  });
}
