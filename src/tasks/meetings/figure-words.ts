import { hamletNames } from '../../layers/hamlets/names.ts';
import { byName } from '../../ui/format.ts';
import type { Figure, HamletFigure, TotalFigure } from './server.ts';

/** How many hamlets have something to measure. */
export function measured(total: TotalFigure): number {
  return total.hamlets_total - total.hamlets_empty;
}

const URGENCY: Record<Figure['state'], number> = { behind: 0, on_the_way: 1, not_reported: 2, met: 3 };

/** The hamlets that a meeting speaks of: those that have not met the target, the most urgent first. */
export function needPush(hamlets: readonly HamletFigure[]): HamletFigure[] {
  return hamlets
    .filter(({ state, denominator }) => state !== 'met' && denominator !== 0)
    .toSorted(
      (one, other) =>
        URGENCY[one.state] - URGENCY[other.state] ||
        (one.value ?? 0) - (other.value ?? 0) ||
        byName(one.name, other.name),
    );
}

/** Names of hamlets as one line writes them, by id. */
export function namesOf(
  hamlets: readonly Pick<HamletFigure, 'hamlet_id' | 'name' | 'former_commune'>[],
): ReadonlyMap<string, string> {
  return hamletNames(hamlets.map(({ hamlet_id, ...hamlet }) => ({ id: hamlet_id, ...hamlet })));
}
