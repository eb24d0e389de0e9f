import { m } from '../../messages/generated/messages.js';
import { day, hectares, length, number } from '../../ui/format.ts';
import type { GeometryKind, Problem } from './act.ts';

type Named = { name: string; former_commune?: string | null };

/** Names of hamlets in one line. */
function names(list: unknown): string {
  return Array.isArray(list) ? (list as Named[]).map(({ name }) => name).join(', ') : '';
}

// A sliver is told in square metres: "0 ha" would say that there is none.
function areaText(squareMetres: number): string {
  return squareMetres < 10_000 ? `${number(squareMetres)}\u00a0m²` : hectares(squareMetres);
}

/** What a shape of this kind must be. */
function wrongShape(geometry: GeometryKind | undefined): string {
  if (geometry === 'line') return m.records_problem_not_a_line();
  return geometry === 'area' ? m.records_problem_not_an_area() : m.records_problem_not_a_point();
}

/**
 * What is wrong with a field, or was mended, and what to do: one line beside the field. Details are the
 * server's; areas in square metres, distances in metres.
 */
export function problemWords({ code, detail }: Problem, geometry?: GeometryKind): string {
  const said = detail ?? {};
  const area = typeof said.area_m2 === 'number' ? areaText(said.area_m2) : '';
  const words: Readonly<Record<string, () => string>> = {
    required: m.records_problem_required,
    too_long: m.records_problem_too_long,
    markup: m.records_problem_markup,
    date_invalid: m.records_problem_day,
    instant_invalid: m.records_problem_moment,
    integer_invalid: m.records_problem_integer,
    whole_number_invalid: m.records_problem_integer,
    number_invalid: m.records_problem_number,
    choice_invalid: m.records_problem_choice,
    organization_invalid: m.records_problem_choice,
    hamlet_unknown: m.records_problem_choice,
    days_invalid: m.records_problem_choice,
    criterion_unknown: m.records_problem_criteria,
    criteria_invalid: m.records_problem_criteria,
    geometry_missing: m.records_problem_no_geometry,
    geometry_unreadable: m.records_problem_no_geometry,
    geometry_type: () => wrongShape(geometry),
    self_crossing: m.records_problem_crossing,
    outside_vietnam: m.records_problem_outside,
    outside_commune: m.records_problem_outside,
    no_hamlet_here: m.records_problem_no_hamlet,
    exists_already: m.records_problem_exists,
    same_name_twice: m.records_problem_same_name,
    hamlet_ended: () =>
      m.records_problem_hamlet_ended({
        date: day(String(said.ended_on)),
        names: names(said.successors),
      }),
    ends_before_start: m.records_problem_ends_before_start,
    ends_before_begin: m.records_problem_ends_before_begin,
    personal_email: m.records_problem_personal_email,
    personal_identity_number: m.records_problem_personal_identity_number,
    personal_phone: m.records_problem_personal_phone,
    personal_plate: m.records_problem_personal_plate,
    more_than_all: m.records_problem_more_than_all,
    before_registration: m.records_problem_before_registration,
    conciliation_incomplete: m.records_problem_conciliation_incomplete,
    conciliation_sum: m.records_problem_conciliation_sum,
    year_taken: m.records_problem_year_taken,
    before_start: () => m.records_problem_before_start({ date: day(String(said.starts_on)) }),
    in_future: m.records_problem_in_future,
    day_taken: m.records_problem_day_taken,
    nothing_reported: m.records_problem_nothing_reported,
    not_recognised: m.records_problem_not_recognised,
    has_successors: () => m.records_problem_has_successors({ names: names(said.successors) }),
    already_ended: () => m.records_problem_already_ended({ date: day(String(said.ended_on)) }),
    after_end: () => m.records_problem_after_end({ date: day(String(said.ended_on)) }),
    not_first: () => m.records_problem_not_first({ date: day(String(said.next_on)) }),
    overlaps: () => m.records_problem_overlaps({ names: names(said.hamlets) }),
    parts_leave_gap: () => m.records_problem_gap({ area }),
    parts_overlap: () => m.records_problem_parts_overlap({ area }),
    part_outside: () => m.records_problem_part_outside({ area }),
    too_few: m.records_problem_too_few,
    sticks_out: m.records_warning_sticks_out,
    leaves_gap: () => m.records_warning_gap({ area }),
    not_adjacent: m.records_warning_not_adjacent,
    criteria_not_met: m.records_warning_criteria,
    model_roads_without_hamlet: () => m.records_warning_roads({ count: Number(said.count) }),
    self_crossing_repaired: m.records_repair_crossing,
    text_normalised: m.records_repair_text,
    edges_fitted: () => m.records_repair_edges({ area }),
  };
  // A server newer than this page may know more codes.
  const found = Object.hasOwn(words, code) ? words[code]?.() : undefined;
  const far = typeof said.distance_m === 'number' ? ` (${length(said.distance_m)})` : '';
  return (found ?? m.records_problem_other()) + far;
}
