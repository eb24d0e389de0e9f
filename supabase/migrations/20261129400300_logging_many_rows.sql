-- A file of 100,000 rows is logged in the time that one statement takes, not in that of 100,000.

-- Compiling the checks took twenty times as long as running them.
alter function app.feature_problems(text, jsonb, uuid) set jit = off;
alter function app.staged_matches(uuid) set jit = off;
alter function app.add_staged(uuid, text, uuid, integer[]) set jit = off;
alter function app.update_from_staged(uuid, text, uuid, integer[], uuid[]) set jit = off;

-- Security definer, as app.log_change is: nobody has insert on the log itself.
create function app.log_additions() returns trigger
language plpgsql security definer set search_path = '' as
$$
declare
  context text;
  plain text;
  shapes text;
begin
  get diagnostics context = pg_context;
  -- A geometry within a whole row looks up the name of its coordinates anew each time: by itself, and with that name
  -- added, it is the same and a hundred times faster.
  select string_agg(format('n.%I', a.attname), ', ' order by a.attnum) filter (where a.atttypid <> 'extensions.geometry'::regtype),
    string_agg(format('%L, extensions.ST_AsGeoJSON(n.%I, 15, 0)::jsonb || %L', a.attname, a.attname,
      '{"crs": {"type": "name", "properties": {"name": "EPSG:4326"}}}'), ', ') filter (where a.atttypid = 'extensions.geometry'::regtype)
    into plain, shapes
    from pg_catalog.pg_attribute a where a.attrelid = tg_relid and a.attnum > 0 and not a.attisdropped;
  execute format(
    'insert into app.changes (commune_id, changed_by, table_name, row_id, action, before, after, act, act_name, undoes)
     select n.commune_id, $1, $2, n.id, ''insert'', null, (select to_jsonb(r) from (select %s) r)%s, $3, $4, $5 from added n',
    plain, ' || jsonb_build_object(' || shapes || ')')
    using (select u.id from auth.users u where u.id = auth.uid()), tg_table_name::text, app.current_act(), app.act_of_context(context),
      nullif(current_setting('app.undoes', true), '')::bigint;
  return null;
end
$$;
comment on function app.log_additions() is
  'Trigger: what app.log_change writes of each row that was added, for all rows of a statement at once. Its transition table is called added.';
revoke execute on function app.log_additions() from public;

drop trigger log_change on app.hamlets;
create trigger log_change after delete or update of id, commune_id, name, former_commune, valid_from, valid_to,
  roads_declared_complete_on, geom, residential_geom, label_geom, retired_reason on app.hamlets
  for each row execute function app.log_change();
create trigger log_additions after insert on app.hamlets referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.hamlet_statistics;
create trigger log_change after delete or update on app.hamlet_statistics
  for each row execute function app.log_change();
create trigger log_additions after insert on app.hamlet_statistics referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.roads;
create trigger log_change after delete or update on app.roads
  for each row execute function app.log_change();
create trigger log_additions after insert on app.roads referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.model_roads;
create trigger log_change after delete or update of id, commune_id, hamlet_id, organization_id, name, geom, valid_to,
  retired_reason on app.model_roads
  for each row execute function app.log_change();
create trigger log_additions after insert on app.model_roads referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.model_road_states;
create trigger log_change after delete or update on app.model_road_states
  for each row execute function app.log_change();
create trigger log_additions after insert on app.model_road_states referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.waste_points;
create trigger log_change after delete or update of id, commune_id, organization_id, name, kind, collection_days, geom,
  valid_to, retired_reason on app.waste_points
  for each row execute function app.log_change();
create trigger log_additions after insert on app.waste_points referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.waste_point_states;
create trigger log_change after delete or update on app.waste_point_states
  for each row execute function app.log_change();
create trigger log_additions after insert on app.waste_point_states referencing new table as added
  for each statement execute function app.log_additions();
drop trigger log_change on app.cemeteries;
create trigger log_change after delete or update on app.cemeteries
  for each row execute function app.log_change();
create trigger log_additions after insert on app.cemeteries referencing new table as added
  for each statement execute function app.log_additions();
