import { type QueryClient, useQuery } from '@tanstack/react-query';
import { call } from '../../data/call.ts';
import { readAll } from '../../data/read-all.ts';

export type Criterion = { code: string; name: { vi: string; en: string } };
export type DueDays = { due: number; overdue: number };

/** A setting that the program knows. `minimum` and `maximum` bound its numbers; of criteria, their number. */
export type Definition = {
  key: string;
  kind: 'criteria' | 'count' | 'due_days' | 'choice';
  default_value: unknown;
  minimum: number;
  maximum: number;
  position: number;
  /** Of a choice: what may be chosen. */
  choices: readonly string[] | null;
  /** Whether a version begins only on a 1 January that is still to come. */
  from_new_year: boolean;
};

/** What a setting says from a day on. The value's shape follows from the definition's kind. */
export type Version = {
  id: string;
  key: string;
  value: unknown;
  legal_basis: string | null;
  valid_from: string;
  confirmed: boolean;
};

export type NewVersion = Omit<Version, 'legal_basis'> & { legal_basis: string };

/** Every known setting with the commune's versions of it, the latest first. */
export function useSettings(person: string, communeId: string) {
  return useQuery({
    queryKey: [person, 'settings', communeId],
    queryFn: async () => {
      const [definitions, versions] = await Promise.all([
        readAll<Definition>('setting_definitions', undefined, 'key'),
        readAll<Version>('settings', communeId),
      ]);
      return definitions
        .sort((one, other) => one.position - other.position)
        .map((definition) => ({
          definition,
          versions: versions
            .filter(({ key }) => key === definition.key)
            .sort((one, other) => other.valid_from.localeCompare(one.valid_from)),
        }));
    },
  });
}

/** @throws Fault `fields_with_errors` or `day_taken`, with details. */
export function saveVersion(setting: NewVersion, communeId: string): Promise<Version> {
  return call<Version>('save_setting', { setting, commune_id: communeId });
}

/** @throws Fault */
export function confirmVersion(id: string, legalBasis: string): Promise<Version> {
  return call<Version>('confirm_setting', { id, legal_basis: legalBasis });
}

/** What is reckoned with settings is asked anew; other screens hear of it by themselves. */
export function forgetSettings(queries: QueryClient): Promise<void> {
  const names = ['settings', 'criteria', 'hamlets', 'model-roads', 'acts'];
  return queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[1])) });
}
