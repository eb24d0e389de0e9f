import { m } from '../../messages/generated/messages.js';
import { byName } from '../../ui/format.ts';
import type { HamletRow, Progress } from './row.ts';

/** The code of the plan's one hard number, whose state `hamlets_at` itself carries. */
export const PLAN_INDICATOR = 'model-roads';

/** In the order in which legends and filters name them. */
export const PROGRESS: readonly Progress[] = ['met', 'on_the_way', 'behind', 'not_reported'];

const words: Record<Progress, () => string> = {
  met: m.layers_hamlets_met,
  on_the_way: m.layers_hamlets_on_the_way,
  behind: m.layers_hamlets_behind,
  not_reported: m.layers_hamlets_not_reported,
};

/** What a state is called. */
export function progressText(progress: Progress): string {
  return words[progress]();
}

/** How many hamlets are in each state. */
export function countProgress(rows: readonly HamletRow[]): Record<Progress, number> {
  const counts: Record<Progress, number> = { met: 0, on_the_way: 0, behind: 0, not_reported: 0 };
  for (const { progress } of rows) counts[progress] += 1;
  return counts;
}

const URGENCY: Record<Progress, number> = { behind: 0, on_the_way: 1, not_reported: 2, met: 3 };

/** The hamlets that need a push: none yet first, then those on the way (furthest first to go), then the silent ones. */
export function needPush(rows: readonly HamletRow[]): HamletRow[] {
  return rows
    .filter(({ progress }) => progress !== 'met')
    .sort(
      (one, other) =>
        URGENCY[one.progress] - URGENCY[other.progress] ||
        (one.criteria_met ?? -1) - (other.criteria_met ?? -1) ||
        byName(one.name, other.name) ||
        byName(one.former_commune ?? '', other.former_commune ?? ''),
    );
}
