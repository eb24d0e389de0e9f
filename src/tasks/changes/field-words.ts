import type { ModelRoadState } from '../../layers/model-roads/row.ts';
import { stateText as roadStateText } from '../../layers/model-roads/states.ts';
import { classText } from '../../layers/roads/classes.ts';
import type { RoadClass } from '../../layers/roads/row.ts';
import { responsibleText } from '../../layers/security-areas/assessment-words.ts';
import type { Responsible, SecurityAreaKind } from '../../layers/security-areas/row.ts';
import { kindText as areaKindText } from '../../layers/security-areas/words.ts';
import type { WastePointKind, WastePointState } from '../../layers/waste-points/row.ts';
import { kindText, stateText as pointStateText, weekdaysText } from '../../layers/waste-points/words.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { isDay } from '../../ui/day.ts';
import { day, instant, number } from '../../ui/format.ts';
import { subjectText, tableText } from './words.ts';

const FIELDS: Readonly<Record<string, () => string>> = {
  name: m.changes_field_name,
  former_commune: m.changes_field_former_commune,
  valid_from: m.changes_field_valid_from,
  valid_to: m.changes_field_valid_to,
  geom: m.changes_field_geom,
  residential_geom: m.changes_field_residential_geom,
  state: m.changes_field_state,
  kind: m.changes_field_kind,
  class: m.changes_field_class,
  value: m.changes_field_value,
  key: m.changes_field_key,
  legal_basis: m.changes_field_legal_basis,
  confirmed: m.changes_field_confirmed,
  decision_number: m.changes_field_decision_number,
  decision_date: m.changes_field_decision_date,
  assessed_on: m.changes_field_assessed_on,
  criteria: m.changes_field_criteria,
  collection_days: m.changes_field_collection_days,
  graves: m.changes_field_graves,
  households: m.changes_field_households,
  population: m.changes_field_population,
  cultivated_area_ha: m.changes_field_cultivated_area_ha,
  roads_declared_complete_on: m.changes_field_roads_declared_complete_on,
  hamlet_id: m.changes_field_hamlet_id,
  successor_id: m.changes_field_successor_id,
  organization_id: m.changes_field_organization_id,
  model_road_id: m.changes_field_model_road_id,
  waste_point_id: m.changes_field_waste_point_id,
  role: m.changes_field_role,
  display_name: m.changes_field_display_name,
  active: m.changes_field_active,
  retired_reason: m.changes_field_retired_reason,
  reason: m.changes_field_reason,
  code: m.changes_field_code,
  retired_on: m.changes_field_retired_on,
  document_title: m.changes_field_document_title,
  document_kept_at: m.changes_field_document_kept_at,
  province: m.changes_field_province,
  coordinate_system: m.changes_field_coordinate_system,
  boundary_source: m.changes_field_boundary_source,
  is_public: m.changes_field_is_public,
  is_sample: m.changes_field_is_sample,
  joined_at: m.changes_field_joined_at,
  active_since: m.changes_field_active_since,
  title: m.changes_field_title,
  held_on: m.changes_field_held_on,
  note: m.changes_field_note,
  position: m.changes_field_position,
  frozen_on: m.changes_field_frozen_on,
  text: m.changes_field_text,
  due_on: m.changes_field_due_on,
  done_on: m.changes_field_done_on,
  closing_note: m.changes_field_closing_note,
  file_hash: m.changes_field_file_hash,
  layer: m.changes_field_layer,
  rows: m.changes_field_rows,
  added: m.changes_field_added,
  updated: m.changes_field_updated,
  skipped: m.changes_field_skipped,
  year: m.changes_field_year,
  households_signed: m.changes_field_households_signed,
  drug_free: m.changes_field_drug_free,
  conciliation_opened: m.changes_field_conciliation_opened,
  conciliation_succeeded: m.changes_field_conciliation_succeeded,
  conciliation_failed: m.changes_field_conciliation_failed,
  conciliation_pending: m.changes_field_conciliation_pending,
  responsible: m.changes_field_responsible,
  registered_on: m.changes_field_registered_on,
  security_area_id: m.changes_field_security_area_id,
};

/** Accounts without a name here; who loaded a file, and when, the act itself says. */
const UNTOLD: ReadonlySet<string> = new Set(['user_id', 'loaded_by', 'loaded_at']);

const INSTANTS: ReadonlySet<string> = new Set(['joined_at', 'active_since']);

const ROLES: Readonly<Record<string, () => string>> = {
  administrator: m.shell_role_administrator,
  front_officer: m.shell_role_front_officer,
  leader: m.shell_role_leader,
  association: m.shell_role_association,
  hamlet_committee: m.shell_role_hamlet_committee,
  police: m.shell_role_police,
};

/** What a column is called; its own name where this page does not know it yet. */
export function fieldText(field: string): string {
  return FIELDS[field]?.() ?? field;
}

/** The account behind a member says nothing to a reader: the name stands beside it. */
export function isRead(field: string): boolean {
  return !isPlace(field) && !UNTOLD.has(field);
}

/** Columns that are looked at on a map and not read. */
export function isPlace(field: string): boolean {
  return field === 'geom' || field === 'residential_geom';
}

/** A value as people read it; `names` are those of rows that others refer to, by id. */
export function valueText(
  table: string,
  field: string,
  value: unknown,
  names: ReadonlyMap<string, string>,
): string {
  if (value === null || value === undefined) return m.changes_value_none();
  if (typeof value === 'boolean') return value ? m.changes_value_yes() : m.changes_value_no();
  if (field === 'year') return String(value);
  if (typeof value === 'number') return number(value, 2);
  if (typeof value === 'string') return textOf(table, field, value, names);
  if (field === 'collection_days' && Array.isArray(value))
    return weekdaysText(value as number[]) ?? m.changes_value_none();
  if (field === 'value') return settingText(value);
  if (field === 'criteria') {
    // Those of an area are a list of five, in their order.
    const answers = Array.isArray(value)
      ? value.map((met, index) => [String(index + 1), met])
      : Object.entries(value);
    return answers.map(([code, met]) => `${code}: ${answerText(met)}`).join(', ');
  }
  return m.changes_value_other();
}

function textOf(table: string, field: string, value: string, names: ReadonlyMap<string, string>): string {
  if (isDay(value)) return day(value);
  if (INSTANTS.has(field)) return instant(value);
  if (field.endsWith('_id')) return names.get(value) ?? m.changes_value_other();
  if (field === 'key') return subjectText(value);
  if (field === 'role') return ROLES[value]?.() ?? value;
  if (table === 'model_road_states' && field === 'state') return roadStateText(value as ModelRoadState);
  if (table === 'waste_point_states' && field === 'state') return pointStateText(value as WastePointState);
  if (table === 'waste_points' && field === 'kind') return kindText(value as WastePointKind);
  if (table === 'security_areas' && field === 'kind') return areaKindText(value as SecurityAreaKind);
  if (field === 'responsible') return responsibleText(value as Responsible);
  if (table === 'imports' && field === 'layer') return tableText(value);
  if (table === 'roads' && field === 'class') return classText(value as RoadClass);
  return value;
}

function answerText(met: unknown): string {
  if (met === null) return m.changes_value_none();
  return met ? m.changes_value_yes() : m.changes_value_no();
}

function settingText(value: object): string {
  if (Array.isArray(value)) {
    return value
      .map((one: { name?: { vi?: string; en?: string } }) => one.name?.[getLocale()] ?? '')
      .join(' · ');
  }
  const { due, overdue } = value as { due?: number; overdue?: number };
  if (due === undefined || overdue === undefined) return m.changes_value_other();
  return m.settings_due_words({ due: number(due), overdue: number(overdue) });
}
