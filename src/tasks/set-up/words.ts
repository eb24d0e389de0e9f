import { m } from '../../messages/generated/messages.js';
import { length, number } from '../../ui/format.ts';
import type { FileProblem } from './file/file-problem.ts';
import type { Loadable } from './matching/layer-fields.ts';

/** What happened, and what to do about it. */
export type Words = { title: string; advice: string };

export const layerNames: Readonly<Record<Loadable, () => string>> = {
  hamlets: m.layers_hamlets,
  roads: m.layers_roads,
  model_roads: m.layers_model_roads,
  waste_points: m.layers_waste_points,
  cemeteries: m.layers_cemeteries,
};

const fieldNames: Readonly<Record<string, () => string>> = {
  geometry: m.set_up_field_geometry,
  name: m.layers_name,
  former_commune: m.layers_former_commune,
  valid_from: m.set_up_field_valid_from,
  roads_declared_complete_on: m.layers_hamlets_roads_declared,
  households: m.layers_hamlets_households,
  population: m.layers_hamlets_population,
  cultivated_area_ha: m.layers_hamlets_cultivated_hectares,
  class: m.layers_roads_class,
  organization_id: m.layers_organization,
  registered_on: m.layers_model_roads_registered_on,
  recognised_on: m.layers_model_roads_recognised_on,
  decision_number: m.set_up_field_decision_number,
  decision_date: m.set_up_field_decision_date,
  kind: m.layers_waste_points_kind,
  state: m.layers_state,
  graves: m.layers_cemeteries_graves,
};

/** What a field is called on the screen; its own name where it has no other. */
export function fieldName(field: string): string {
  return fieldNames[field]?.() ?? field;
}

/** The names of choices, in one language or the reader's. */
export const choiceNames: Readonly<
  Record<string, (inputs?: Record<string, never>, options?: { locale?: 'vi' | 'en' }) => string>
> = {
  national: m.layers_roads_national,
  provincial: m.layers_roads_provincial,
  district: m.layers_roads_district,
  commune: m.layers_roads_commune,
  hamlet: m.layers_roads_hamlet,
  alley: m.layers_roads_alley,
  field: m.layers_roads_field,
  collection: m.layers_waste_points_collection,
  green_house: m.layers_waste_points_green_house,
  battery_exchange: m.layers_waste_points_battery_exchange,
  pesticide_tank: m.layers_waste_points_pesticide_tank,
  black_spot: m.layers_waste_points_black_spot,
  active: m.layers_waste_points_active,
  needs_attention: m.layers_waste_points_needs_attention,
  closed: m.layers_waste_points_closed,
};

/** Why a file cannot be used. */
export function fileWords(problem: FileProblem): Words {
  const words: Record<FileProblem, Words> = {
    too_large: { title: m.set_up_file_too_large(), advice: m.set_up_file_too_large_advice() },
    unreadable: { title: m.set_up_file_unreadable(), advice: m.set_up_file_unreadable_advice() },
    empty: { title: m.set_up_file_empty(), advice: m.set_up_file_choose_other() },
    unknown_format: { title: m.set_up_file_unknown(), advice: m.set_up_file_unknown_advice() },
    cut_off: { title: m.set_up_file_cut_off(), advice: m.set_up_file_again_advice() },
    several_formats: { title: m.set_up_file_several(), advice: m.set_up_file_several_advice() },
    zip_bomb: { title: m.set_up_file_zip_bomb(), advice: m.set_up_file_zip_bomb_advice() },
    zip_names: { title: m.set_up_file_zip_names(), advice: m.set_up_file_zip_bomb_advice() },
    zip_nothing: { title: m.set_up_file_zip_nothing(), advice: m.set_up_file_unknown_advice() },
    xml_entities: { title: m.set_up_file_entities(), advice: m.set_up_file_entities_advice() },
    xml_broken: { title: m.set_up_file_xml(), advice: m.set_up_file_again_advice() },
    not_kml: { title: m.set_up_file_not_kml(), advice: m.set_up_file_unknown_advice() },
    shapefile_parts: { title: m.set_up_file_parts(), advice: m.set_up_file_parts_advice() },
    dgn: { title: m.set_up_file_dgn(), advice: m.set_up_file_dgn_advice() },
    dwg: { title: m.set_up_file_dwg(), advice: m.set_up_file_dwg_advice() },
    old_excel: { title: m.set_up_file_old_excel(), advice: m.set_up_file_old_excel_advice() },
    no_coordinates: { title: m.set_up_file_no_coordinates(), advice: m.set_up_file_no_coordinates_advice() },
    too_many_positions: { title: m.set_up_file_too_many(), advice: m.set_up_file_too_large_advice() },
    photo_without_place: { title: m.set_up_file_photo(), advice: m.set_up_file_photo_advice() },
    not_json: { title: m.set_up_file_not_json(), advice: m.set_up_file_export_advice() },
    not_geojson: { title: m.set_up_file_not_geojson(), advice: m.set_up_file_export_advice() },
    topojson: { title: m.set_up_file_topojson(), advice: m.set_up_file_export_advice() },
    no_features: { title: m.set_up_file_no_features(), advice: m.set_up_file_choose_other() },
  };
  return words[problem];
}

/** What each layer's geometry must be; 'boundary' is an area too. */
function wrongType(what: Loadable | 'boundary'): string {
  switch (what) {
    case 'roads':
    case 'model_roads':
      return m.set_up_problem_not_a_line();
    case 'waste_points':
      return m.set_up_problem_not_a_point();
    case 'cemeteries':
      return m.set_up_problem_not_a_place();
    default:
      return m.set_up_problem_not_an_area();
  }
}

/** What a code of the server's checks says, and what to do. `what` is being loaded; `field` is the code's own. */
export function problemWords(code: string, field: string, what: Loadable | 'boundary'): Words {
  const named = { field: fieldName(field) };
  const words: Readonly<Record<string, () => Words>> = {
    geometry_missing: () => ({
      title: m.set_up_problem_no_geometry(),
      advice: m.set_up_problem_no_geometry_advice(),
    }),
    geometry_unreadable: () => ({
      title: m.set_up_problem_broken(),
      advice: m.set_up_problem_broken_advice(),
    }),
    geometry_type: () => ({ title: wrongType(what), advice: m.set_up_problem_type_advice() }),
    metres_not_degrees: () => ({
      title: m.set_up_problem_metres(),
      advice: m.set_up_problem_metres_advice(),
    }),
    swapped_axes: () => ({ title: m.set_up_problem_swapped(), advice: m.set_up_problem_swapped_advice() }),
    outside_vietnam: () => ({ title: m.set_up_problem_abroad(), advice: m.set_up_problem_abroad_advice() }),
    self_crossing: () => ({ title: m.set_up_problem_crossing(), advice: m.set_up_problem_crossing_advice() }),
    required: () => ({ title: m.set_up_problem_required(named), advice: m.set_up_problem_required_advice() }),
    too_long: () => ({ title: m.set_up_problem_long(named), advice: m.set_up_problem_long_advice() }),
    markup: () => ({ title: m.set_up_problem_markup(named), advice: m.set_up_problem_markup_advice() }),
    date_invalid: () => ({ title: m.set_up_problem_date(named), advice: m.set_up_problem_date_advice() }),
    integer_invalid: () => ({
      title: m.set_up_problem_integer(named),
      advice: m.set_up_problem_figure_advice(),
    }),
    number_invalid: () => ({
      title: m.set_up_problem_number(named),
      advice: m.set_up_problem_figure_advice(),
    }),
    choice_invalid: () => ({
      title: m.set_up_problem_choice(named),
      advice: m.set_up_problem_choice_advice(),
    }),
    organization_invalid: () => ({
      title: m.set_up_problem_choice(named),
      advice: m.set_up_problem_choice_advice(),
    }),
    recognised_before_registered: () => ({
      title: m.set_up_problem_order(),
      advice: m.set_up_problem_order_advice(),
    }),
    same_name_twice: () => ({ title: m.set_up_problem_twice(), advice: m.set_up_problem_twice_advice() }),
    exists_already: () => ({ title: m.set_up_problem_exists(), advice: m.set_up_problem_exists_advice() }),
    outside_commune: () => ({ title: m.set_up_problem_outside(), advice: m.set_up_problem_outside_advice() }),
    no_hamlet_here: () => ({
      title: m.set_up_problem_no_hamlet(),
      advice: m.set_up_problem_no_hamlet_advice(),
    }),
    sticks_out: () => ({
      title: m.set_up_warning_sticks_out(),
      advice: m.set_up_warning_sticks_out_advice(),
    }),
    self_crossing_repaired: () => ({ title: m.set_up_repair_crossing(), advice: m.set_up_repair_advice() }),
    text_normalised: () => ({ title: m.set_up_repair_text(named), advice: m.set_up_repair_text_advice() }),
  };
  // A server newer than this page may know more codes.
  return words[code]?.() ?? { title: m.set_up_problem_other(named), advice: m.set_up_problem_other_advice() };
}

/** What one row's problem adds to the words that all rows with it share; null: nothing. */
export function problemDetail(detail: Readonly<Record<string, unknown>> | null): string | null {
  if (detail === null) return null;
  if (typeof detail.value === 'string') return m.set_up_detail_value({ value: detail.value });
  if (typeof detail.row === 'number') return m.set_up_detail_row({ row: detail.row });
  if (typeof detail.distance_m === 'number')
    return m.set_up_detail_distance({ distance: length(detail.distance_m) });
  if (typeof detail.share === 'number')
    return m.set_up_detail_share({ percent: number(detail.share * 100, 1) });
  return null;
}
