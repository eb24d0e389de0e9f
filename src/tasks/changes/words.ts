import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import type { Act, Action } from './server.ts';

type Words = Readonly<Record<string, () => string>>;

const TABLES: Words = {
  communes: m.changes_table_communes,
  neighbours: m.changes_table_neighbours,
  organizations: m.changes_table_organizations,
  members: m.changes_table_members,
  settings: m.changes_table_settings,
  hamlets: m.changes_table_hamlets,
  hamlet_successions: m.changes_table_hamlet_successions,
  hamlet_statistics: m.changes_table_hamlet_statistics,
  roads: m.changes_table_roads,
  model_roads: m.changes_table_model_roads,
  model_road_states: m.changes_table_model_road_states,
  model_road_assessments: m.changes_table_model_road_assessments,
  waste_points: m.changes_table_waste_points,
  waste_point_states: m.changes_table_waste_point_states,
  cemeteries: m.changes_table_cemeteries,
  incidents: m.changes_table_incidents,
  incident_periods: m.changes_table_incident_periods,
  published_periods: m.changes_table_published_periods,
  security_areas: m.changes_table_security_areas,
  security_area_results: m.changes_table_security_area_results,
  meetings: m.changes_table_meetings,
  scenes: m.changes_table_scenes,
  conclusions: m.changes_table_conclusions,
  imports: m.changes_table_imports,
};

const ACTIONS: Readonly<Record<Action, () => string>> = {
  insert: m.changes_act_insert,
  update: m.changes_act_update,
  delete: m.changes_act_delete,
};

/** Acts whose name says more than what was written. Of the others, tables and actions are told. */
const ACTS: Words = {
  load_features: m.changes_act_load_features,
  store_import: m.changes_act_store_import,
  set_up_commune: m.changes_act_set_up_commune,
  save_setting: m.changes_act_save_setting,
  confirm_setting: m.changes_act_confirm_setting,
  undo_changes: m.changes_act_undo_changes,
  retire: m.changes_act_retire,
  restore: m.changes_act_restore,
  merge_hamlets: m.changes_act_merge_hamlets,
  split_hamlet: m.changes_act_split_hamlet,
  recognise_model_road: m.changes_act_recognise_model_road,
  lapse_model_road: m.changes_act_lapse_model_road,
};

/** What a table is called; its own name where this page does not know it yet. */
export function tableText(table: string): string {
  return TABLES[table]?.() ?? table;
}

/** What was done with a row. */
export function actionText(action: Action): string {
  return ACTIONS[action]();
}

/** What somebody did, in a few words. */
export function actText({ act_name, parts }: Act): string {
  const named = act_name === null ? undefined : ACTS[act_name];
  // Of an import, the layer says more than its own line.
  const first = parts.find(({ table }) => table !== 'imports') ?? parts[0];
  if (!first) return named?.() ?? '';
  const tables = [...new Set(parts.map(({ table }) => lowerFirst(tableText(table))))];
  const what = `${actionText(first.action)} ${tables.slice(0, 2).join(', ')}${tables.length > 2 ? '…' : ''}`;
  if (!named) return what;
  // "Loaded data" alone would not say into which layer.
  return ['load_features', 'store_import', 'undo_changes', 'retire', 'restore'].includes(act_name ?? '')
    ? `${named()}: ${lowerFirst(tableText(first.table))}`
    : named();
}

/** What an act was about, in a line: up to three names. */
export function subjectsText({ subjects, changes }: Act): string {
  const names = (subjects ?? []).map(subjectText).join(', ');
  return names === ''
    ? ''
    : changes > (subjects?.length ?? 0) && (subjects?.length ?? 0) === 3
      ? `${names}…`
      : names;
}

const SETTINGS: Words = {
  model_road_criteria: m.settings_model_road_criteria,
  model_roads_per_hamlet: m.settings_model_roads_per_hamlet,
  care_interval_days: m.settings_care_interval_days,
};

/** What a row is called: of a setting the log knows only the key. */
export function subjectText(subject: string): string {
  return SETTINGS[subject]?.() ?? subject;
}

/** Who wrote: a name, or why there is none. */
export function authorText(
  { changed_by, parts }: { changed_by: string | null; parts: readonly { table: string }[] },
  authors: ReadonlyMap<string, string>,
): string {
  if (changed_by === null) return m.changes_system();
  const name = authors.get(changed_by);
  if (name !== undefined) return name;
  return parts.some(({ table }) => table === 'incidents') ? m.changes_police() : m.changes_somebody();
}

/** When, in Viet Nam's time. */
export function timeText(at: string): string {
  return instant(at);
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
