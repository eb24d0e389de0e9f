import type { Criterion } from '../../layers/layer.ts';

/** One version of the setting `model_road_criteria`. */
export type CriteriaVersion = { id: string; valid_from: string; value: readonly Criterion[] };

/** The criteria that counted on a day: those of the latest version by then, none before the first. */
export function criteriaOn(versions: readonly CriteriaVersion[], day: string): readonly Criterion[] {
  const latest = versions
    .filter(({ valid_from }) => valid_from <= day)
    .sort((one, other) => one.valid_from.localeCompare(other.valid_from))
    .at(-1);
  return latest?.value ?? [];
}
