import { type Rule, type Told, tell } from './rule.ts';

/** What somebody who is not police reads at one moment: every released period by its name, and the rules. */
export type Seen = { rules: string; periods: Readonly<Record<string, Told>> };

/** What an attacker found out; null where nothing. */
export type Success = { count: string } | { day: string } | null;

/**
 * Tries to learn a withheld count or the day of an entry from everything that was ever seen, poll after poll. Knows
 * the rule by which periods are told, silence included, and that a withheld count is from 0 to 4.
 */
export function attack(rule: Rule, polls: readonly Seen[]): Success {
  return dayOfAnEntry(polls) ?? withheldCount(rule, polls);
}

/** A released period that says something else than before: somebody was written down between the two polls. */
function dayOfAnEntry(polls: readonly Seen[]): Success {
  for (const [index, now] of polls.entries()) {
    const before = polls[index - 1];
    for (const [period, told] of Object.entries(now.periods)) {
      const earlier = before?.periods[period];
      if (earlier && JSON.stringify(earlier) !== JSON.stringify(told))
        return { day: `between polls ${index - 1} and ${index}, by ${period}` };
    }
  }
  return null;
}

type Equation = { unknowns: readonly string[]; sums: ReadonlySet<number> };

/**
 * Each told period is an equation over its withheld counts: their sum is one of a set of numbers, a single one where
 * the total is told. All equations together are narrowed until nothing moves; where no two share an unknown (each
 * incident is counted once, so they do not) what is left of an unknown is exactly what is possible.
 */
function withheldCount(rule: Rule, polls: readonly Seen[]): Success {
  const equations = new Map<string, Equation>();
  for (const { periods } of polls)
    for (const [period, told] of Object.entries(periods))
      equations.set(period, equationOf(rule, period, told));
  const possible = new Map<string, Set<number>>();
  for (const { unknowns } of equations.values())
    for (const unknown of unknowns) possible.set(unknown, new Set([0, 1, 2, 3, 4]));
  for (let moved = true; moved; ) {
    moved = false;
    for (const equation of equations.values()) if (narrow(equation, possible)) moved = true;
  }
  for (const [unknown, values] of possible)
    if (values.size <= 1) return { count: `${unknown} is ${[...values].join()}` };
  return null;
}

/** The sums of the withheld counts with which the rule would have told the period as it did. */
function equationOf(rule: Rule, period: string, told: Told): Equation {
  const unknowns = told.counts.flatMap((count, part) => (count === null ? [`${period}/${part}`] : []));
  const shown = told.counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  const sums = new Set<number>();
  for (let rest = 0; rest <= 4 * unknowns.length; rest += 1) {
    const counts = [...told.counts.filter((count) => count !== null), ...spread(rest, unknowns.length)];
    const total = tell(rule, counts, 0).total;
    if (total === told.total && (total === null || total === shown + rest)) sums.add(rest);
  }
  return { unknowns, sums };
}

/** Some counts from 0 to 4 that sum to a number: the rule looks at their sum and number alone. */
function spread(rest: number, parts: number): number[] {
  return Array.from({ length: parts }, (_, part) => Math.max(0, Math.min(4, rest - 4 * part)));
}

function narrow({ unknowns, sums }: Equation, possible: Map<string, Set<number>>): boolean {
  const values = unknowns.map((unknown) => possible.get(unknown) ?? new Set<number>());
  // What the unknowns before, and those after, can sum to.
  const before = reachable(values);
  const after = reachable(values.toReversed()).toReversed();
  let moved = false;
  for (const [index, unknown] of unknowns.entries()) {
    for (const value of values[index] ?? []) {
      const fits = [...(before[index] ?? [])].some((one) =>
        [...(after[index + 1] ?? [])].some((other) => sums.has(one + value + other)),
      );
      if (!fits) {
        possible.get(unknown)?.delete(value);
        moved = true;
      }
    }
  }
  return moved;
}

/** Sums that the first 0, 1, 2 … of the unknowns can have. */
function reachable(values: readonly ReadonlySet<number>[]): ReadonlySet<number>[] {
  const steps: ReadonlySet<number>[] = [new Set([0])];
  for (const one of values) {
    const last = [...(steps.at(-1) ?? [])];
    steps.push(new Set(last.flatMap((sum) => [...one].map((value) => sum + value))));
  }
  return steps;
}
