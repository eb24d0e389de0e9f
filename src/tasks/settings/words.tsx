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
  publication_period: { title: m.settings_publication_period, use: m.settings_publication_period_use },
  publication_parts: { title: m.settings_publication_parts, use: m.settings_publication_parts_use },
  publication_for_visitors: {
    title: m.settings_publication_for_visitors,
    use: m.settings_publication_for_visitors_use,
  },
};

/** What a whole number counts. */
const COUNTED: Readonly<Record<string, (inputs: { count: string }) => string>> = {
  on_the_way_percent: m.settings_percent_words,
  waste_reach_m: m.settings_metre_words,
};

/** What may be chosen, by setting and choice. */
const CHOICES: Readonly<Record<string, () => string>> = {
  'publication_period month': m.settings_publication_period_month,
  'publication_period quarter': m.settings_publication_period_quarter,
  'publication_period half_year': m.settings_publication_period_half_year,
  'publication_period year': m.settings_publication_period_year,
  'publication_parts hamlets': m.settings_publication_parts_hamlets,
  'publication_parts cells': m.settings_publication_parts_cells,
  'publication_for_visitors no': m.settings_publication_for_visitors_no,
  'publication_for_visitors yes': m.settings_publication_for_visitors_yes,
};

/** What a choice of a setting is called. */
export function choiceText(key: string, choice: string): string {
  return CHOICES[`${key} ${choice}`]?.() ?? choice;
}

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
    case 'choice':
      return choiceText(key, String(value));
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
