import type { Backend } from '../../supabase/local/backend.ts';

type Database = Pick<Backend, 'query'>;

const OURS = "p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)";
const NOT_SYSTEM =
  "n.nspname not in ('pg_catalog', 'information_schema', 'probe', 'kept') and n.nspname !~ '^pg_'";

/** Functions that run with their owner's rights; every other runs with its caller's. */
const SECURITY_DEFINER = `
  app.accounts_of app.change_sign_in app.lay_incident_grid app.log_additions app.log_change app.my_communes app.open_account
  app.readable_communes app.switch_off_police public.change_authors public.code_holder
  public.installation_state public.make_first_administrator public.make_member_code public.redeem_code
  public.set_up_commune`;

/** What a visitor may execute: the doors of the public map, and what those call. */
const EXECUTED_BY_VISITORS = `
  app.cemeteries_on app.hamlet_around app.hamlet_successors app.hamlets_on app.model_road_progress_on
  app.model_roads_on app.my_communes app.name_key app.readable_communes app.resolve_commune app.roads_on
  app.degrees_of app.point_places app.projected_parts app.refuse_reach public.best_places public.coverage_at
  app.care_days app.care_interval app.care_state app.care_state_within app.care_stretches_on app.stretch_of public.care_stretches_at public.care_subjects_at app.model_road_counts app.model_road_days app.month_ends app.progress_on app.progress_state
  app.progress_with_totals_on app.report_days app.target_days app.waste_days public.progress_at public.progress_evidence
  public.progress_series public.progress_totals_at
  app.setting_on app.today app.waste_points_on public.audible_tables public.cemeteries_at public.code_holder
  public.hamlets_at public.installation_state public.make_first_administrator public.model_roads_at
  public.redeem_code public.roads_at public.sign_in_address public.waste_points_at
  app.communes_that_publish public.published_incidents`;

/** What somebody who is signed in may execute beyond that. */
const EXECUTED_BY_THE_SIGNED_IN = `
  app.accounts_of app.assessment_problems app.beyond app.change_sign_in app.changed_fields app.check_member
  app.criteria_problems app.current_act app.end_hamlet app.end_record app.ending_problems app.faces
  app.fact_place app.fact_problems app.feature_problems app.field_problems app.first_fact app.fitted_hamlets
  app.fitted_parts app.hamlet_becomes app.hamlet_problem app.hamlet_sum app.hamlet_to_register
  app.figures_apart app.figures_on app.incident_cell app.incident_hotspots app.incident_months app.mann_kendall app.two_sided_p app.is_day app.is_instant app.is_whole app.layer_fields app.log_incident_read
  app.meeting_for app.member_card app.member_refusal app.merge_answer app.open_account app.organization_card
  app.outline_problems app.personal_identifier app.problem_if app.problems_as_list app.raise_stale app.read_features app.read_geometry app.record_fields app.record_id
  app.record_problems app.record_to_end app.refuse_and_log app.refuse_fields app.refuse_stale
  app.refuse_unless_writable app.refuse_unwritten app.rows_that_refer app.save_fact app.save_record
  app.saved_answer app.sent_values app.setting_problems app.sign_in_of app.split_answer app.starts_on
  app.state_problems app.store_record app.stored_places app.stored_record app.subject_of app.switch_off_police
  app.tiling_problems app.value_problem app.wide_pieces app.without_slits app.worded app.wording_problems app.write_back public.change_authors
  app.my_hamlets app.my_organizations app.refuse_others_hamlets app.report_problems app.store_report app.target_problems
  app.photo_problems public.begin_backup public.set_incident_seal public.keep_photo public.remove_rota public.save_rota public.take_back_care
  public.approve_care public.confirm_reports public.correct_report public.entry_authors public.record_care public.reports_of
  public.save_reports public.save_target app.proposed_feature public.decide_proposal public.propose_place public.restore_version
  public.take_back_proposal
  app.add_staged app.current_records app.refuse_loaded app.staged_matches app.update_from_staged
  public.compare_import public.give_up_import public.stage_features public.store_import
  app.security_area_problems app.security_areas_on app.security_result_problems app.standard_result
  public.retire_security_area public.save_security_area public.save_security_area_result public.security_areas_at
  public.close_conclusion public.meeting_scenes public.order_scenes public.remove_scene
  public.save_conclusion public.save_meeting public.save_scene
  public.check_boundary public.check_features public.confirm_setting public.correct_hamlet_statistics
  public.correct_model_road_assessment public.correct_model_road_state public.correct_waste_point_state
  public.cut_area public.incident_cells public.lapse_model_road public.list_members public.list_organizations
  public.load_features public.make_member_code public.merge_boundaries public.merge_hamlets public.read_acts
  public.read_incidents public.recognise_model_road public.record_hamlet_statistics
  public.record_model_road_assessment public.record_waste_point_state public.restore public.retire
  public.retired_records public.save_cemetery public.save_hamlet public.save_hamlets public.save_incident
  public.save_member public.save_model_road public.save_organization public.save_road public.save_setting
  public.save_waste_point public.set_member_active public.set_organization_retired public.set_up_commune
  public.split_hamlet public.undo_changes
  app.close_period app.may_begin app.publication_period_end app.publishable_kinds app.release_period app.shows_total
  public.close_incident_period public.incident_periods public.release_incident_period public.review_incident_period`;

const READ_BY_VISITORS = `
  cemeteries communes coordinate_systems hamlet_statistics hamlets model_road_assessments model_road_states model_roads
  neighbours organizations roads setting_definitions settings waste_point_states waste_points indicators targets published_periods`;
const TABLES_BEHIND_THEM = 'hamlet_successions published_parts';
const READ_BY_THE_SIGNED_IN =
  'backups care_records care_rota photos changes conclusions imports incident_reads meetings members proposals refused_attempts report_locks reports security_areas security_area_results';
const CHANGED_BY_THE_SIGNED_IN = `
  app.cemeteries app.hamlet_statistics app.hamlets app.incidents app.model_road_assessments app.model_road_states
  app.model_roads app.roads app.waste_point_states app.waste_points app.conclusions app.meetings app.scenes
  app.security_areas app.security_area_results`;
const ADDED_TO_BY_THE_SIGNED_IN = `${CHANGED_BY_THE_SIGNED_IN}
  app.hamlet_successions app.backups app.incident_reads app.incident_seals app.members app.organizations app.refused_attempts app.settings
  app.care_records app.care_rota app.photos app.proposals app.report_locks app.reports app.targets
  app.counted_incidents app.imports app.incident_period_parts app.incident_periods app.published_parts app.published_periods
  app.staged_features`;
/** Undoing that a row was added takes it away. */
const TAKEN_BACK_BY_THE_SIGNED_IN = `
  app.cemeteries app.hamlet_statistics app.hamlet_successions app.hamlets app.model_road_assessments
  app.model_road_states app.model_roads app.roads app.settings app.waste_point_states app.waste_points app.conclusions app.meetings
  app.scenes app.care_records app.care_rota app.photos app.proposals app.report_locks app.reports app.targets
  app.imports app.staged_features app.security_areas app.security_area_results`;
/** Columns of tables of which only these may be changed, or read. */
const COLUMNS_CHANGED_BY_THE_SIGNED_IN = {
  members: 'active display_name hamlet_id organization_id role version',
  organizations: 'name retired_on version',
  settings: 'confirmed legal_basis',
  targets: 'confirmed legal_basis valid_from valid_to value',
  reports: 'denominator numerator reported_at reported_by',
  care_records: 'approved_at approved_by state',
  photos: 'bytes stored_at',
  proposals: 'decided_at decided_by reason state',
  incident_seals: 'recipient sealed_identity set_at set_by',
};
const COLUMNS_READ_BY_VISITORS = {
  reports: 'commune_id denominator hamlet_id id indicator numerator period reported_at revision version',
  report_locks: 'commune_id every hamlet_id id locked_at period',
  care_records:
    'cemetery_id commune_id done_on id model_road_id organization_id people recorded_at state stretch_from stretch_to version waste_point_id',
};
const READ_OF_CODES = 'commune_id expires_at id made_at made_by member_id purpose replaced_at used_at';

/** Every right on a relation that an API role has, as `role right relation`; columns in brackets. */
const RIGHTS = [
  ...both(READ_BY_VISITORS).flatMap((name) => [`anon SELECT ${name}`, `authenticated SELECT ${name}`]),
  ...words(TABLES_BEHIND_THEM).flatMap((name) => [
    `anon SELECT app.${name}`,
    `authenticated SELECT app.${name}`,
  ]),
  ...both(READ_BY_THE_SIGNED_IN).map((name) => `authenticated SELECT ${name}`),
  ...words(ADDED_TO_BY_THE_SIGNED_IN).map((name) => `authenticated INSERT ${name}`),
  ...words(CHANGED_BY_THE_SIGNED_IN).map((name) => `authenticated UPDATE ${name}`),
  ...words(TAKEN_BACK_BY_THE_SIGNED_IN).map((name) => `authenticated DELETE ${name}`),
  ...Object.entries(COLUMNS_CHANGED_BY_THE_SIGNED_IN).flatMap(([table, columns]) =>
    words(columns).map((column) => `authenticated UPDATE app.${table} (${column})`),
  ),
  ...Object.entries(COLUMNS_READ_BY_VISITORS).flatMap(([table, columns]) =>
    words(columns).map((column) => `anon SELECT app.${table} (${column})`),
  ),
  ...words(READ_OF_CODES).map((column) => `authenticated SELECT app.one_time_codes (${column})`),
  ...words('commune_id recipient set_at set_by').map(
    (column) => `authenticated SELECT app.incident_seals (${column})`,
  ),
  'authenticated SELECT public.incident_seals',
  'authenticated SELECT app.scenes',
  'authenticated SELECT app.staged_features',
  'authenticated SELECT app.incidents',
  'authenticated SELECT app.incident_grid',
  ...words('counted_incidents incident_period_parts incident_periods').map(
    (name) => `authenticated SELECT app.${name}`,
  ),
  'authenticated SELECT app.installation (first_administrator)',
  'authenticated SELECT public.installation',
  'anon SELECT extensions.spatial_ref_sys',
  'authenticated SELECT extensions.spatial_ref_sys',
];

/** Tables whose writes need no line in the change log: the logs themselves, what is derived, and what has no commune. */
const NOT_LOGGED = words(
  'backups changes coordinate_systems counted_incidents incident_grid incident_period_parts incident_reads incident_seals indicators installation one_time_codes published_parts refused_attempts setting_definitions staged_features',
);

/** Of these the log keeps only that there was a write. */
const SENSITIVE = new Set(['incidents', 'incident_periods', 'published_periods']);

/** Sentences that hold for the whole catalogue; each finds what breaks it. */
export const CATALOGUE_CHECKS: Record<string, (backend: Database) => Promise<string[]>> = {
  'every table of app has row level security and a policy': named(`
    select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p')
      and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`),
  'public holds views that ask with the rights of their caller, and no table': named(`
    select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind <> 'i'
      and not (c.relkind = 'v' and coalesce(c.reloptions, '{}') @> '{security_invoker=true}')`),
  'every policy is for one command and for API roles by name, and permissive': named(`
    select p.polname from pg_policy p where p.polcmd = '*' or not p.polpermissive
      or not p.polroles <@ array['anon'::regrole, 'authenticated'::regrole]::oid[]`),
  'no view shows incidents or their grid': named(`
    select distinct r.ev_class::regclass::text from pg_depend d join pg_rewrite r on r.oid = d.objid
    where d.classid = 'pg_rewrite'::regclass and d.refobjid in ('app.incidents'::regclass, 'app.incident_grid'::regclass)`),
  'no function is executable by everyone': named(`
    select p.oid::regprocedure::text from pg_proc p where ${OURS}
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0)`),
  'visitors execute what is listed, no less and no more': listed(
    executedBy('anon'),
    words(EXECUTED_BY_VISITORS),
  ),
  'the signed in execute what is listed, no less and no more': listed(
    executedBy('authenticated'),
    words(EXECUTED_BY_VISITORS + EXECUTED_BY_THE_SIGNED_IN),
  ),
  "the functions that run with their owner's rights are the listed ones": listed(
    `select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS} and p.prosecdef`,
    words(SECURITY_DEFINER),
  ),
  "no function of an extension runs with its owner's rights": named(`
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'extensions'::regnamespace and p.prosecdef`),
  'every function has an empty search_path': named(`
    select p.oid::regprocedure::text from pg_proc p where ${OURS}
      and not coalesce(p.proconfig, '{}') @> '{"search_path=\\"\\""}'`),
  'API roles have the listed rights on relations of any schema, no less and no more': listed(
    `select grantee || ' ' || privilege_type || ' ' || relation from (
       select case a.grantee when 0 then 'everyone' else a.grantee::regrole::text end as grantee, a.privilege_type,
         n.nspname || '.' || c.relname as relation
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join aclexplode(c.relacl) a where ${NOT_SYSTEM}
       union all
       select case a.grantee when 0 then 'everyone' else a.grantee::regrole::text end, a.privilege_type,
         n.nspname || '.' || c.relname || ' (' || t.attname || ')'
       from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace
       cross join aclexplode(t.attacl) a where ${NOT_SYSTEM}
     ) rights where grantee in ('anon', 'authenticated', 'everyone')`,
    RIGHTS,
  ),
  'the service role writes nothing and does not read incidents': named(`
    select a.privilege_type || ' ' || c.relname from pg_class c cross join aclexplode(c.relacl) a
    where c.relnamespace in ('app'::regnamespace, 'public'::regnamespace) and a.grantee = 'service_role'::regrole
      and (a.privilege_type <> 'SELECT' or c.relname like 'incident%')`),
  'the service role executes nothing that writes': named(`
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'public'::regnamespace
      and p.provolatile = 'v' and has_function_privilege('service_role', p.oid, 'execute')`),
  'no API role may make anything in a schema': named(`
    select n.nspname from pg_namespace n cross join aclexplode(n.nspacl) a
    where a.privilege_type = 'CREATE' and a.grantee in (0, 'anon'::regrole, 'authenticated'::regrole)`),
  'nothing that is made later is open by default': named(`
    select d.defaclobjtype::text || ' ' || a.privilege_type from pg_default_acl d cross join aclexplode(d.defaclacl) a
    where d.defaclnamespace in (0, 'public'::regnamespace, 'app'::regnamespace)
      and a.grantee in (0, 'anon'::regrole, 'authenticated'::regrole)`),
  'an index begins with each foreign key': named(`
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'app'::regnamespace and not ${indexed('k.conrelid', 'k.conkey[1]')}`),
  'an index begins with each key that a policy compares': named(`
    select distinct p.polrelid::regclass || ' ' || a.attname from pg_depend d
    join pg_policy p on p.oid = d.objid and d.classid = 'pg_policy'::regclass
    join pg_attribute a on a.attrelid = p.polrelid and d.refobjid = a.attrelid and a.attnum = d.refobjsubid
    where a.attnum > 0 and a.atttypid = 'uuid'::regtype and not ${indexed('a.attrelid', 'a.attnum')}`),
  'who refers to a row of a commune names the commune too': named(`
    select k.conrelid::regclass || ' ' || k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'app'::regnamespace
      and k.confrelid <> 'app.communes'::regclass and ${hasCommune('k.confrelid')}
      and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attname = 'commune_id' and a.attnum = any (k.conkey))`),
  'every write is logged, and of incidents only that there was one': listed(
    `select c.relname || case when t.tgnargs > 0 then ' ' || replace(encode(t.tgargs, 'escape'), '\\000', '') else '' end
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgfoid = 'app.log_change'::regproc and t.tgtype & 25 = 25 and t.tgenabled = 'O'
       -- What is added, row by row or a statement at once.
       and (t.tgtype & 4 = 4 or exists (select from pg_trigger many where many.tgrelid = t.tgrelid and many.tgenabled = 'O'
         and many.tgfoid = 'app.log_additions'::regproc and many.tgtype = 4 and many.tgnewtable = 'added'))`,
    async (backend) => {
      const tables = await namesFrom(
        backend,
        `select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'`,
      );
      return tables
        .filter((name) => !NOT_LOGGED.includes(name))
        .map((name) => (SENSITIVE.has(name) ? `${name} sensitive` : name));
    },
  ),
  'an update of anything but the version of a row is logged': named(`
    select c.relname || ' ' || a.attname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where t.tgfoid = 'app.log_change'::regproc and t.tgattr <> '' and a.attname <> 'version' and not a.attnum = any (t.tgattr)`),
  'whatever has a version has it raised by every update': named(`
    select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and a.attname = 'version' and not a.attisdropped
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgfoid = 'app.raise_version'::regproc
        and t.tgtype = 19 and t.tgattr = '' and t.tgenabled = 'O')`),
  'every table and every function says what it is for': named(`
    select c.relname from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and obj_description(c.oid, 'pg_class') is null
    union all
    select p.oid::regprocedure::text from pg_proc p where ${OURS} and obj_description(p.oid, 'pg_proc') is null`),
};

/** Everything that breaks a sentence about the catalogue, as `sentence: what`. */
export async function catalogueFindings(backend: Database): Promise<string[]> {
  const findings: string[] = [];
  for (const [sentence, find] of Object.entries(CATALOGUE_CHECKS)) {
    for (const finding of await find(backend)) findings.push(`${sentence}: ${finding}`);
  }
  return findings;
}

function named(sql: string): (backend: Database) => Promise<string[]> {
  return (backend) => namesFrom(backend, sql);
}

function listed(sql: string, list: string[] | ((backend: Database) => Promise<string[]>)) {
  return async (backend: Database): Promise<string[]> => {
    const found = await namesFrom(backend, sql);
    const expected = Array.isArray(list) ? list : await list(backend);
    return [
      ...found.filter((name) => !expected.includes(name)).map((name) => `${name} is not in the list`),
      ...expected.filter((name) => !found.includes(name)).map((name) => `${name} is only in the list`),
    ];
  };
}

async function namesFrom(backend: Database, sql: string): Promise<string[]> {
  const rows = await backend.query<Record<string, string>>(sql);
  return rows.map((row) => String(Object.values(row)[0])).sort();
}

function executedBy(role: string): string {
  return `select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and has_function_privilege('${role}', p.oid, 'execute')`;
}

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}

function both(list: string): string[] {
  return words(list).flatMap((name) => [`app.${name}`, `public.${name}`]);
}

function hasCommune(table: string): string {
  return `exists (select from pg_attribute a where a.attrelid = ${table} and a.attname = 'commune_id')`;
}

// A partial index answers for some rows only.
function indexed(table: string, column: string): string {
  return `exists (select from pg_index i where i.indrelid = ${table} and i.indkey[0] = ${column} and i.indpred is null)`;
}
