import { isDay } from '../../ui/day.ts';
import { withFilter, withoutFilters } from '../../view/filters.ts';
import { useView } from '../../view/use-view.ts';

/** What of the log is asked for; null: whatever. Days are YYYY-MM-DD in Viet Nam, both included. */
export type LogFilter = {
  person: string | null;
  /** Id of a layer, or of another group of tables. */
  group: string | null;
  tables: readonly string[] | null;
  from: string | null;
  to: string | null;
};

/** Tables that one thing on the map is made of, by the name under which the link knows it. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  hamlets: ['hamlets', 'hamlet_successions', 'hamlet_statistics'],
  roads: ['roads'],
  'model-roads': ['model_roads', 'model_road_states', 'model_road_assessments'],
  'waste-points': ['waste_points', 'waste_point_states'],
  cemeteries: ['cemeteries'],
  settings: ['settings'],
  organizations: ['organizations'],
  members: ['members'],
  incidents: ['incidents'],
};

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filter that the link names; what it cannot mean is left out. */
export function filterOf(chosen: Readonly<Record<string, readonly string[]>> | undefined): LogFilter {
  const person = chosen?.person?.[0] ?? '';
  const group = chosen?.layer?.[0] ?? '';
  const [from = '', to = ''] = chosen?.days ?? [];
  const tables = Object.hasOwn(GROUPS, group) ? (GROUPS[group] ?? null) : null;
  return {
    person: ID.test(person) ? person : null,
    group: tables ? group : null,
    tables,
    from: isDay(from) ? from : null,
    to: isDay(to) ? to : null,
  };
}

/** The filter in the link, and how to change one part of it. */
export function useLogFilter() {
  const [view, change] = useView();
  const set = (name: 'person' | 'layer' | 'days', values: readonly string[]) =>
    change({ filters: withFilter(view.filters, 'changes', name, values) });
  return {
    filter: filterOf(view.filters.changes),
    setPerson: (id: string) => set('person', [id]),
    setGroup: (group: string) => set('layer', [group]),
    setDays: (from: string | null, to: string | null) => set('days', [from ?? '', to ?? '']),
    clear: () => change({ filters: withoutFilters(view.filters, 'changes') }),
  };
}
