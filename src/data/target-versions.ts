/** One version of a target (`public.targets`): what an indicator is wanted to be, from a day on. */
export type TargetVersion = {
  id: string;
  indicator: string;
  /** hamlets: of every hamlet; hamlet: of that one in place of it; commune: of the total. */
  scope: 'commune' | 'hamlets' | 'hamlet';
  hamlet_id: string | null;
  value: number;
  valid_from: string;
  valid_to: string | null;
  legal_basis: string | null;
  /** False: nobody has confirmed it against its legal basis yet. */
  confirmed: boolean;
  /** Rises with every correction. */
  version: number;
};

/**
 * Those that count on a day: of each indicator, scope and hamlet the version with the latest start by then, unless
 * it has ended. The same rule as `app.target_days`.
 */
export function countingOn(targets: readonly TargetVersion[], day: string): TargetVersion[] {
  const latest = new Map<string, TargetVersion>();
  for (const target of targets) {
    if (target.valid_from > day) continue;
    const key = `${target.indicator} ${target.scope} ${target.hamlet_id}`;
    const known = latest.get(key);
    if (!known || known.valid_from < target.valid_from) latest.set(key, target);
  }
  return [...latest.values()].filter(({ valid_to }) => valid_to === null || valid_to > day);
}
