import type { Criterion } from '../../layers/layer.ts';

/** One version of the setting `model_road_criteria`; `confirmed`: somebody checked it against its legal basis. */
export type CriteriaVersion = {
  id: string;
  valid_from: string;
  value: readonly Criterion[];
  confirmed: boolean;
};

/** The criteria that counted on a day: the latest version by then, null before the first. */
export function criteriaOn(versions: readonly CriteriaVersion[], day: string): CriteriaVersion | null {
  const latest = versions
    .filter(({ valid_from }) => valid_from <= day)
    .sort((one, other) => one.valid_from.localeCompare(other.valid_from))
    .at(-1);
  return latest ?? null;
}
