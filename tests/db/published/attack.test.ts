import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attack } from './attacker.ts';
import { CELLS, HAMLETS, play, type Step, type Way } from './ledger.ts';
import { isSmall, REAL, type Rule, TOTAL_ALWAYS, tell } from './rule.ts';

const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      {
        weight: 20,
        // Two hamlets see most, as it is: else every part would be small.
        arbitrary: fc.record({
          do: fc.constant('write' as const),
          hamlet: fc.oneof(fc.nat(1), fc.nat(HAMLETS - 1)),
          cell: fc.oneof(fc.nat(2), fc.nat(CELLS - 1)),
          periodsAgo: fc.oneof(fc.constant(0), fc.nat(3)),
        }),
      },
      { weight: 2, arbitrary: fc.constant({ do: 'close' as const }) },
      { weight: 2, arbitrary: fc.constant({ do: 'release' as const }) },
      {
        weight: 1,
        arbitrary: fc.record({
          do: fc.constant('cut' as const),
          by: fc.constantFrom('hamlets' as const, 'cells' as const),
        }),
      },
    ),
    { minLength: 20, maxLength: 200 },
  )
  // At last everything is told.
  .map((some) => [
    ...some,
    { do: 'close' },
    { do: 'release' },
    { do: 'close' },
    { do: 'release' },
    { do: 'release' },
  ]);

/** In how many of 1,000 random sets the attacker finds something out. */
function successes(way: Way): { counts: number; days: number } {
  const found = { counts: 0, days: 0 };
  for (const set of fc.sample(steps, { numRuns: 1000, seed: 11713 })) {
    const success = attack(way.rule, play(set, way));
    if (success) found['count' in success ? 'counts' : 'days'] += 1;
  }
  return found;
}

describe('an attacker who polls between entries, releases and changes of the rules', () => {
  it('learns no withheld count and no day in 1,000 random sets', () => {
    expect(successes({ rule: REAL, recomputes: false })).toEqual({ counts: 0, days: 0 });
  });

  it('is told totals beside withheld parts, so that there was something to reckon with', () => {
    const told = fc
      .sample(steps, { numRuns: 1000, seed: 11713 })
      .flatMap((set) => Object.values(play(set, { rule: REAL, recomputes: false }).at(-1)?.periods ?? {}));
    const reckoned = told.filter(({ counts, total }) => total !== null && counts.includes(null));
    expect(reckoned.length).toBeGreaterThan(100);
  });

  it('learns counts where the total always stands beside the parts', () => {
    expect(successes({ rule: TOTAL_ALWAYS, recomputes: false }).counts).toBeGreaterThan(100);
  });

  it('learns days where periods are counted anew', () => {
    expect(successes({ rule: REAL, recomputes: true }).days).toBeGreaterThan(100);
  });
});

/** For every way in which a period of some parts can be told: the values that each withheld part may have. */
function worlds(rule: Rule, parts: number): Map<string, Set<number>[]> {
  const possible = new Map<string, Set<number>[]>();
  for (let world = 0; world < 7 ** parts; world += 1) {
    const counts = Array.from({ length: parts }, (_, part) => Math.floor(world / 7 ** part) % 7);
    const total = counts.reduce((one, other) => one + other, 0);
    for (let late = 0; late <= total; late += 1) {
      const told = JSON.stringify(tell(rule, counts, late));
      const values = possible.get(told) ?? counts.map(() => new Set<number>());
      for (const [part, count] of counts.entries()) values[part]?.add(count);
      possible.set(told, values);
    }
  }
  return possible;
}

const smallest = (possible: Map<string, Set<number>[]>) =>
  Math.min(
    ...[...possible.values()].flatMap((parts) =>
      parts.filter((values) => [...values].some(isSmall)).map((values) => values.size),
    ),
  );

describe('every period of up to five parts with 0 to 6 incidents each, whatever came late', () => {
  it.each([1, 2, 3, 4, 5])('of %i parts leaves each withheld one all of 0 to 4', (parts) => {
    expect(smallest(worlds(REAL, parts))).toBe(5);
  });

  it('would not with a wider rule', () => {
    const wider = {
      tellsTotal: (counts: readonly number[]) => REAL.tellsTotal(counts) || counts.filter(isSmall).length > 1,
    };
    expect(smallest(worlds(wider, 3))).toBe(1);
  });
});

describe('who knows one withheld part, because it is his own street', () => {
  // The published total less what he knows must leave the others at least two values each.
  it.each([4, 5])('of %i parts learns no other', (parts) => {
    const known = new Map<string, Set<number>[]>();
    for (let world = 0; world < 7 ** parts; world += 1) {
      const counts = Array.from({ length: parts }, (_, part) => Math.floor(world / 7 ** part) % 7);
      if (!isSmall(counts[0] ?? 0)) continue;
      const seen = JSON.stringify([counts[0], tell(REAL, counts, 0)]);
      const values = known.get(seen) ?? counts.map(() => new Set<number>());
      for (const [part, count] of counts.entries()) if (part > 0) values[part]?.add(count);
      known.set(seen, values);
    }
    const left = [...known.values()].flatMap((values) =>
      values.slice(1).filter((one) => [...one].some(isSmall)),
    );
    expect(Math.min(...left.map(({ size }) => size))).toBeGreaterThan(1);
  });
});
