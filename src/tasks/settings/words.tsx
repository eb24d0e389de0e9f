import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { number } from '../../ui/format.ts';
import type { Criterion, Definition, DueDays } from './server.ts';

const NAMES: Readonly<Record<string, { title: () => string; use: () => string }>> = {
  model_road_criteria: { title: m.settings_model_road_criteria, use: m.settings_model_road_criteria_use },
  model_roads_per_hamlet: {
    title: m.settings_model_roads_per_hamlet,
    use: m.settings_model_roads_per_hamlet_use,
  },
  care_interval_days: { title: m.settings_care_interval_days, use: m.settings_care_interval_days_use },
  on_the_way_percent: { title: m.settings_on_the_way_percent, use: m.settings_on_the_way_percent_use },
  waste_reach_m: { title: m.settings_waste_reach_m, use: m.settings_waste_reach_m_use },
};

/** What a whole number counts. */
const COUNTED: Readonly<Record<string, (inputs: { count: string }) => string>> = {
  on_the_way_percent: m.settings_percent_words,
  waste_reach_m: m.settings_metre_words,
};

/** What a setting is called, and what is reckoned with it. One that this page does not know yet goes by its key. */
export function nameOf(key: string): { title: string; use: string } {
  const known = NAMES[key];
  return known ? { title: known.title(), use: known.use() } : { title: key, use: '' };
}

/** What a version says, in a line. */
export function valueText({ key, kind }: Pick<Definition, 'key' | 'kind'>, value: unknown): string {
  switch (kind) {
    case 'criteria':
      return (value as Criterion[]).map(({ name }) => name[getLocale()]).join(' · ');
    case 'count':
      return (COUNTED[key] ?? m.settings_count_words)({ count: number(value as number) });
    case 'due_days': {
      const { due, overdue } = value as DueDays;
      return m.settings_due_words({ due: number(due), overdue: number(overdue) });
    }
  }
}

/** What a version says, where there is room for it. */
export function valueShown(definition: Definition, value: unknown): ReactNode {
  if (definition.kind !== 'criteria') return <p className="settings-value">{valueText(definition, value)}</p>;
  return (
    <ol className="settings-criteria">
      {(value as Criterion[]).map(({ code, name }) => (
        <li key={code}>{name[getLocale()]}</li>
      ))}
    </ol>
  );
}
