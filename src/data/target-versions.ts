import { readAll } from './read-all.ts';

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
};

/** Every version of every target of a commune; which one counts depends on the day. */
export function queryTargets(person: string, communeId: string) {
  return {
    queryKey: [person, 'targets', communeId] as const,
    queryFn: () => readAll<TargetVersion>('targets', communeId),
  };
}
