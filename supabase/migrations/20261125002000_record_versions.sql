-- What people keep has a version, may end with a reason, and may be changed by those who may add it.

create function app.raise_version() returns trigger
language plpgsql set search_path = '' as
$$
begin
  new.version := old.version + 1;
  return new;
end
$$;
comment on function app.raise_version() is
  'Trigger: every change raises the version by one, whatever the writer says it is. Who edits sends the version that he saw.';

create function app.raise_record_version() returns trigger
language plpgsql set search_path = '' as
$$
declare
  fact jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  -- Once in an act: a record that this very act has written carries its new version already.
  execute format('update app.%I r set version = r.version + 1 where r.id = $1 and r.xmin is distinct from pg_catalog.pg_current_xact_id()::xid',
    tg_argv[0]) using (fact ->> tg_argv[1])::uuid;
  return null;
end
$$;
comment on function app.raise_record_version() is
  'Trigger of dated facts: a fact that is added or corrected raises the version of its record. Arguments: the record''s table and the column that refers to it.';
revoke execute on function app.raise_version(), app.raise_record_version() from public;

create domain app.reason as text check (value = normalize(value, NFC) and length(trim(value)) between 1 and 200);
comment on domain app.reason is 'Why something ended, in the words of whoever says so.';

alter table app.hamlets add version integer not null default 1, add retired_reason app.reason;
alter table app.roads add version integer not null default 1, add retired_reason app.reason;
alter table app.model_roads add version integer not null default 1, add valid_to date, add retired_reason app.reason;
alter table app.waste_points add version integer not null default 1, add valid_to date, add retired_reason app.reason;
alter table app.cemeteries add version integer not null default 1, add retired_reason app.reason;
alter table app.incidents add version integer not null default 1, add withdrawn_on date,
  add withdrawn_reason text check (withdrawn_reason in ('duplicate', 'mistake', 'elsewhere')),
  add check ((withdrawn_on is null) = (withdrawn_reason is null));
comment on column app.hamlets.retired_reason is 'Why it ended without a successor.';
comment on column app.model_roads.valid_to is 'The first day on which it is no more: taken off the list altogether. A recognition that ends is a state, not this.';
comment on column app.waste_points.valid_to is 'The first day on which it is no more.';
comment on column app.incidents.withdrawn_on is 'The day on which its record was withdrawn: it is counted at no date any more.';
comment on column app.incidents.withdrawn_reason is 'Written down twice, by mistake, or belonging elsewhere. Never free text: nothing personal has a place here.';

alter table app.hamlet_statistics add version integer not null default 1;
alter table app.model_road_states add version integer not null default 1, add reason app.reason,
  add document_title text check (document_title = normalize(document_title, NFC) and length(document_title) <= 200),
  add document_kept_at text check (document_kept_at = normalize(document_kept_at, NFC) and length(document_kept_at) <= 200);
alter table app.model_road_assessments add version integer not null default 1;
alter table app.waste_point_states add version integer not null default 1;
comment on column app.model_road_states.reason is 'Why a recognition lapsed.';
comment on column app.model_road_states.document_title is 'The decision''s title. The document itself is named here, not stored.';
comment on column app.model_road_states.document_kept_at is 'Where the document lies: an archive, a folder, a file number.';

create trigger raise_version before update on app.hamlets for each row execute function app.raise_version();
create trigger raise_version before update on app.roads for each row execute function app.raise_version();
create trigger raise_version before update on app.model_roads for each row execute function app.raise_version();
create trigger raise_version before update on app.waste_points for each row execute function app.raise_version();
create trigger raise_version before update on app.cemeteries for each row execute function app.raise_version();
create trigger raise_version before update on app.incidents for each row execute function app.raise_version();
create trigger raise_version before update on app.hamlet_statistics for each row execute function app.raise_version();
create trigger raise_version before update on app.model_road_states for each row execute function app.raise_version();
create trigger raise_version before update on app.model_road_assessments for each row execute function app.raise_version();
create trigger raise_version before update on app.waste_point_states for each row execute function app.raise_version();

create trigger raise_record_version after insert or update or delete on app.hamlet_statistics
  for each row execute function app.raise_record_version('hamlets', 'hamlet_id');
create trigger raise_record_version after insert or update or delete on app.model_road_states
  for each row execute function app.raise_record_version('model_roads', 'model_road_id');
create trigger raise_record_version after insert or update or delete on app.model_road_assessments
  for each row execute function app.raise_record_version('model_roads', 'model_road_id');
create trigger raise_record_version after insert or update or delete on app.waste_point_states
  for each row execute function app.raise_record_version('waste_points', 'waste_point_id');

-- The log tells what a person wrote. That a fact raised its record's version is no news: all columns but that one.
drop trigger log_change on app.hamlets;
create trigger log_change after insert or delete or update of id, commune_id, name, former_commune, valid_from, valid_to,
  roads_declared_complete_on, geom, residential_geom, label_geom, retired_reason on app.hamlets
  for each row execute function app.log_change();
drop trigger log_change on app.model_roads;
create trigger log_change after insert or delete or update of id, commune_id, hamlet_id, organization_id, name, geom, valid_to,
  retired_reason on app.model_roads
  for each row execute function app.log_change();
drop trigger log_change on app.waste_points;
create trigger log_change after insert or delete or update of id, commune_id, organization_id, name, kind, collection_days, geom,
  valid_to, retired_reason on app.waste_points
  for each row execute function app.log_change();

create policy "administrators and front officers change hamlets" on app.hamlets for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.hamlets to authenticated;
create policy "administrators and front officers add successions" on app.hamlet_successions for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant insert on app.hamlet_successions to authenticated;
create policy "administrators and front officers correct hamlet statistics" on app.hamlet_statistics for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.hamlet_statistics to authenticated;
create policy "administrators and front officers change roads" on app.roads for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.roads to authenticated;
create policy "administrators and front officers change model roads" on app.model_roads for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.model_roads to authenticated;
create policy "administrators and front officers correct states of model roads" on app.model_road_states for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.model_road_states to authenticated;
create policy "administrators and front officers add assessments" on app.model_road_assessments for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers correct assessments" on app.model_road_assessments for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant insert, update on app.model_road_assessments to authenticated;
create policy "administrators and front officers change waste points" on app.waste_points for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.waste_points to authenticated;
create policy "administrators and front officers correct waste point states" on app.waste_point_states for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.waste_point_states to authenticated;
create policy "administrators and front officers change cemeteries" on app.cemeteries for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant update on app.cemeteries to authenticated;
create policy "police add incidents" on app.incidents for insert to authenticated
  with check (commune_id in (select app.my_communes('{police}')));
create policy "police change incidents" on app.incidents for update to authenticated
  using (commune_id in (select app.my_communes('{police}')))
  with check (commune_id in (select app.my_communes('{police}')));
grant insert, update on app.incidents to authenticated;
