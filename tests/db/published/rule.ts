/** A period as others read it: null is withheld. */
export type Told = { counts: readonly (number | null)[]; total: number | null; late: number | null };

/** How a period is told; what the real one does and what it would do without a part of the rule. */
export type Rule = { tellsTotal: (counts: readonly number[]) => boolean };

const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other, 0);
export const isSmall = (count: number) => count < 5;

/** The rule of docs/decisions/0031, as app.shows_total states it in SQL. */
export const REAL: Rule = {
  tellsTotal: (counts) => {
    const small = counts.filter(isSmall);
    return small.length === 0 || (sum(small) >= 5 && sum(small) <= 4 * (small.length - 2));
  },
};

/** What is left without secondary withholding: the total always stands beside the parts. */
export const TOTAL_ALWAYS: Rule = { tellsTotal: () => true };

/** Tells a period: counts by part, and how many of all came late. */
export function tell(rule: Rule, counts: readonly number[], late: number): Told {
  const total = sum(counts);
  const tellsTotal = rule.tellsTotal(counts);
  return {
    counts: counts.map((count) => (isSmall(count) ? null : count)),
    total: tellsTotal ? total : null,
    late: tellsTotal && late >= 5 && total - late >= 5 ? late : null,
  };
}
