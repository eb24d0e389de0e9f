import type { Backend } from '../../supabase/local/backend.ts';

/** One way to break the rights, and the way back. */
export type Mutation = {
  /** What is broken, as one line says it. */
  title: string;
  apply: string;
  revert: string;
  /** Labels of the matrix's rows that show it soonest begin like one of these. */
  doors: string[];
  /** The table or function that is changed. */
  object: string;
  /** Why nobody could notice, for a mutation that changes nothing. */
  equivalent?: string;
};

/** Mutations that change nothing, with the reason. Any other must be noticed. */
const EQUIVALENT: Record<string, string> = {
  'widen coordinate_systems "everyone reads coordinate systems"': 'it says using (true) already',
  'widen indicators "everyone reads what the plan is measured by"': 'it says using (true) already',
  'widen meetings "those who steer the plan take back meetings"':
    'whoever may not take a meeting back may not read it either, and a delete that names a row reads it',
  'widen scenes "those who steer the plan take out scenes"':
    'whoever may not take a scene back may not read it either, and a delete that names a row reads it',
  'widen staged_features "administrators and front officers give up what they bring"':
    'whoever may not give rows up may not read them either, and a delete that names a row reads it',
  'widen setting_definitions "everyone reads what settings there are"': 'it says using (true) already',
};

// Where a table shows. What is not found here is looked for in the table itself, then in the catalogue.
const DOORS_OF_TABLES: Record<string, string[]> = {
  backups: ['read backups', 'call begin_backup'],
  changes: ['read changes'],
  cemeteries: ['read cemeteries', 'call load_features(cemeteries)', 'call save_cemetery'],
  communes: ['read communes', 'call check_features'],
  conclusions: ['read conclusions', 'call save_conclusion', 'call close_conclusion'],
  coordinate_systems: ['read coordinate_systems'],
  hamlet_statistics: ['read hamlets', 'call record_hamlet', 'call correct_hamlet'],
  hamlet_successions: ['call hamlets_at', 'read model_roads', 'call merge_hamlets'],
  hamlets: ['read hamlets', 'call load_features(hamlets)', 'call save_hamlet ', 'call merge_hamlets'],
  counted_incidents: ['call close_incident_period'],
  incident_grid: ['call incident_cells'],
  incident_period_parts: ['call review_incident_period'],
  incident_periods: ['call incident_periods', 'call review_incident_period'],
  incident_reads: ['read incident_reads', 'call read_incidents'],
  incident_seals: ['read incident_seals', 'call set_incident_seal'],
  incidents: ['call read_incidents', 'call save_incident'],
  indicators: ['read indicators'],
  targets: ['read targets', 'call progress_at', 'call save_target'],
  reports: ['read reports', 'call progress_totals_at', 'call save_reports', 'call correct_report'],
  report_locks: ['read report_locks', 'call confirm_reports', 'call reports_of'],
  care_records: ['read care_records', 'call record_care', 'call approve_care', 'call take_back_care'],
  photos: ['read photos', 'call keep_photo', 'call take_back_care'],
  care_rota: ['read care_rota', 'call save_rota', 'call remove_rota'],
  proposals: ['read proposals', 'call propose_place', 'call take_back_proposal', 'call decide_proposal'],
  imports: ['read imports', 'call store_import'],
  staged_features: ['call stage_features', 'call compare_import', 'call give_up_import', 'call store_import'],
  security_areas: ['read security_areas', 'call save_security_area ', 'call retire_security_area'],
  security_area_results: ['read security_area_results', 'call save_security_area_result'],
  installation: ['read installation'],
  meetings: ['read meetings', 'call save_meeting'],
  members: ['read members', 'call list_members'],
  model_road_assessments: ['read model_roads', 'call record_model_road', 'call correct_model_road'],
  model_road_states: ['read model_roads', 'call lapse_model_road', 'call correct_model_road'],
  model_roads: ['read model_roads', 'call load_features(model_roads)', 'call save_model_road'],
  neighbours: ['read neighbours'],
  one_time_codes: ['read members'],
  organizations: ['read organizations', 'read cemeteries', 'call save_organization'],
  published_parts: ['call published_incidents'],
  published_periods: ['read published_periods', 'call published_incidents'],
  refused_attempts: ['read refused_attempts', 'call save_member'],
  roads: ['read roads', 'call load_features(roads)', 'call save_road', 'call retire'],
  scenes: ['call meeting_scenes', 'call save_scene'],
  setting_definitions: ['read setting_definitions'],
  settings: ['read settings', 'read model_roads', 'call save_setting', 'call confirm_setting'],
  waste_point_states: ['read waste_points', 'call record_waste', 'call correct_waste'],
  waste_points: ['read waste_points', 'call load_features(waste_points)', 'call save_waste_point'],
};

type Policy = {
  name: string;
  relation: string;
  command: string;
  roles: string;
  using: string | null;
  check: string | null;
};

/**
 * All mutations of the rights as they stand: each policy dropped and widened, row level security switched off
 * table by table, each function granted to everyone; besides, each view and public function made to ask with its
 * owner's rights, which no policy binds.
 */
export async function allMutations(backend: Backend): Promise<Mutation[]> {
  const policies = await backend.query<Policy>(`
    select policyname as name, tablename as relation, cmd as command, array_to_string(roles, ', ') as roles,
      qual as using, with_check as check
    from pg_policies where schemaname = 'app' order by tablename, policyname`);
  const tables = await backend.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by relname`,
  );
  const functions = await backend.query<{ name: string; signature: string; asksAsCaller: boolean }>(`
    select proname as name, oid::regprocedure::text as signature,
      pronamespace = 'public'::regnamespace and not prosecdef as "asksAsCaller"
    from pg_proc
    where pronamespace in ('app'::regnamespace, 'public'::regnamespace) order by pronamespace, proname`);
  const views = await backend.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by relname`,
  );
  const mutations: Mutation[] = [
    ...policies.map(dropped),
    ...policies.map(widened),
    ...tables.map(({ name }) => switchedOff(name)),
    ...functions.map(({ name, signature }) => grantedToEveryone(name, signature)),
    ...views.map(({ name }) => withOwnersRights(name)),
    ...functions
      .filter(({ asksAsCaller }) => asksAsCaller)
      .map(({ name, signature }) => calledWithOwnersRights(name, signature)),
  ];
  const titles = mutations.map(({ title }) => title);
  const unknown = Object.keys(EQUIVALENT).filter((title) => !titles.includes(title));
  if (unknown.length > 0)
    throw new Error(`listed as changing nothing, but no such mutation: ${unknown.join(', ')}`);
  return mutations.map((mutation) => ({ ...mutation, equivalent: EQUIVALENT[mutation.title] }));
}

function dropped(policy: Policy): Mutation {
  return {
    title: `drop ${policy.relation} "${policy.name}"`,
    apply: `drop policy "${policy.name}" on app.${policy.relation}`,
    revert: creation(policy, policy.using, policy.check),
    ...places(policy.relation),
  };
}

function widened(policy: Policy): Mutation {
  const alter = (using: string | null, check: string | null) =>
    `alter policy "${policy.name}" on app.${policy.relation} ${clauses(using, check)}`;
  return {
    title: `widen ${policy.relation} "${policy.name}"`,
    apply: alter(policy.using && 'true', policy.check && 'true'),
    revert: alter(policy.using, policy.check),
    ...places(policy.relation),
  };
}

function switchedOff(table: string): Mutation {
  return {
    title: `row level security off: ${table}`,
    apply: `alter table app.${table} disable row level security`,
    revert: `alter table app.${table} enable row level security`,
    ...places(table),
  };
}

function grantedToEveryone(name: string, signature: string): Mutation {
  return {
    title: `execute granted to everyone: ${signature}`,
    apply: `grant execute on function ${signature} to public`,
    revert: `revoke execute on function ${signature} from public`,
    doors: [`call ${name}`],
    object: name,
  };
}

function withOwnersRights(view: string): Mutation {
  return {
    title: `asks with its owner's rights: ${view}`,
    apply: `alter view public.${view} set (security_invoker = false)`,
    revert: `alter view public.${view} set (security_invoker = true)`,
    doors: [`read ${view}`],
    object: view,
  };
}

function calledWithOwnersRights(name: string, signature: string): Mutation {
  return {
    title: `runs with its owner's rights: ${signature}`,
    apply: `alter function ${signature} security definer`,
    revert: `alter function ${signature} security invoker`,
    doors: [`call ${name}`],
    object: name,
  };
}

function places(table: string): { doors: string[]; object: string } {
  const doors = DOORS_OF_TABLES[table];
  if (!doors) throw new Error(`policy-mutations.ts does not say where ${table} shows`);
  return { doors, object: table };
}

function creation(policy: Policy, using: string | null, check: string | null): string {
  return `create policy "${policy.name}" on app.${policy.relation} for ${policy.command} to ${policy.roles} ${clauses(using, check)}`;
}

function clauses(using: string | null, check: string | null): string {
  return [using && `using (${using})`, check && `with check (${check})`].filter(Boolean).join(' ');
}
