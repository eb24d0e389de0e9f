-- An import is one act with a name: a file is brought piece by piece into a place where nobody looks, checked there,
-- and stored in one transaction. What it was, who loaded it and when is a row that is undone together with it.

create table app.imports (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  layer text not null check (layer in ('hamlets', 'roads', 'model_roads', 'waste_points', 'cemeteries')),
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 200),
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  rows integer not null check (rows > 0),
  added integer not null check (added >= 0),
  updated integer not null check (updated >= 0),
  skipped integer not null check (skipped >= 0),
  loaded_by uuid default auth.uid() references auth.users (id) on delete set null,
  loaded_at timestamptz not null default now(),
  check (added + updated + skipped = rows),
  unique (commune_id, layer, file_hash)
);
comment on table app.imports is
  'Files that were loaded into a layer. A file is loaded once: its row is written in the transaction that stores its rows, and undoing that act takes it away too, so that the file can be loaded anew.';
comment on column app.imports.name is 'What the file was called on the device of who loaded it.';
comment on column app.imports.file_hash is 'SHA-256 of its bytes; of several files that belong together, of their hashes in the order of their names.';
create index imports_loaded_by on app.imports (loaded_by);
create trigger log_change after insert or update or delete on app.imports for each row execute function app.log_change();

alter table app.imports enable row level security;
create policy "those who steer the plan read imports" on app.imports for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "administrators and front officers import" on app.imports for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back imports" on app.imports for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select, insert, delete on app.imports to authenticated;

create view public.imports with (security_invoker = true) as
  select id, commune_id, layer, name, file_hash, rows, added, updated, skipped, loaded_by, loaded_at from app.imports;
create trigger read_only instead of insert or update or delete on public.imports for each row execute function app.refuse_write();
grant select on public.imports to authenticated;

create table app.staged_features (
  import_id uuid not null,
  row_number integer not null check (row_number > 0),
  commune_id uuid not null references app.communes (id) on delete cascade,
  layer text not null,
  id uuid not null,
  properties jsonb not null,
  geom extensions.geometry(Geometry, 4326),
  has_error boolean not null,
  staged_at timestamptz not null default now(),
  primary key (import_id, row_number)
);
comment on table app.staged_features is
  'Rows of files on their way in: read and checked, shown nowhere. They go when their import is stored or given up, those that somebody left behind after a day.';
create index staged_features_commune on app.staged_features (commune_id, staged_at);
alter table app.staged_features enable row level security;
create policy "administrators and front officers read what they bring" on app.staged_features for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers bring rows" on app.staged_features for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers give up what they bring" on app.staged_features for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select, insert, delete on app.staged_features to authenticated;

create function app.add_staged(of_import uuid, layer text, commune uuid, left_out integer[] default '{}') returns integer
language plpgsql volatile set search_path = '' as
$$
declare
  stored integer;
begin
  -- Dated rows are stored only for what is new here: an id that another commune uses opens no way to its rows.
  case layer
    when 'hamlets' then
      with read as materialized (
        select s.* from app.staged_features s where s.import_id = of_import
          and not exists (select from unnest(left_out) l where l = s.row_number)),
      added as (
        insert into app.hamlets (id, commune_id, name, former_commune, valid_from, roads_declared_complete_on, geom)
        select f.id, commune, f.properties ->> 'name', f.properties ->> 'former_commune',
          (f.properties ->> 'valid_from')::date, (f.properties ->> 'roads_declared_complete_on')::date, f.geom
        from read f order by f.row_number
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.hamlet_statistics (id, commune_id, hamlet_id, valid_from, households, population, cultivated_area_ha)
        select gen_random_uuid(), commune, added.id, (f.properties ->> 'valid_from')::date,
          (f.properties ->> 'households')::integer, (f.properties ->> 'population')::integer, (f.properties ->> 'cultivated_area_ha')::numeric
        from added join read f using (id)
        where coalesce(f.properties ->> 'households', f.properties ->> 'population', f.properties ->> 'cultivated_area_ha') is not null
      ) select count(*) into stored from added;
    when 'roads' then
      with added as (
        insert into app.roads (id, commune_id, name, class, valid_from, geom)
        select f.id, commune, f.properties ->> 'name', f.properties ->> 'class', (f.properties ->> 'valid_from')::date, f.geom
        from app.staged_features f where f.import_id = of_import
          and not exists (select from unnest(left_out) l where l = f.row_number)
        order by f.row_number
        on conflict (id) do nothing returning id
      ) select count(*) into stored from added;
    when 'model_roads' then
      with read as materialized (
        select s.* from app.staged_features s where s.import_id = of_import
          and not exists (select from unnest(left_out) l where l = s.row_number)),
      added as (
        insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom)
        select f.id, commune, hamlet.id, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name', f.geom
        from read f
        cross join lateral (
          select h.id from app.hamlets h
          where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, f.geom)
          order by extensions.ST_Length(extensions.ST_Intersection(h.geom, f.geom)) desc, h.id limit 1
        ) hamlet
        order by f.row_number
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from, decision_number, decision_date)
        select gen_random_uuid(), commune, added.id, s.state, s.day,
          case when s.state = 'recognised' then f.properties ->> 'decision_number' end,
          case when s.state = 'recognised' then (f.properties ->> 'decision_date')::date end
        from added join read f using (id)
        cross join lateral (values ('registered', (f.properties ->> 'registered_on')::date),
          ('recognised', (f.properties ->> 'recognised_on')::date)) s (state, day)
        where s.day is not null
      ) select count(*) into stored from added;
    when 'waste_points' then
      with read as materialized (
        select s.* from app.staged_features s where s.import_id = of_import
          and not exists (select from unnest(left_out) l where l = s.row_number)),
      added as (
        insert into app.waste_points (id, commune_id, organization_id, name, kind, geom)
        select f.id, commune, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name', f.properties ->> 'kind', f.geom
        from read f order by f.row_number
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
        select gen_random_uuid(), commune, added.id, f.properties ->> 'state', (f.properties ->> 'valid_from')::date
        from added join read f using (id)
      ) select count(*) into stored from added;
    when 'cemeteries' then
      with added as (
        insert into app.cemeteries (id, commune_id, organization_id, name, graves, valid_from, geom)
        select f.id, commune, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name',
          (f.properties ->> 'graves')::integer, (f.properties ->> 'valid_from')::date, f.geom
        from app.staged_features f where f.import_id = of_import
          and not exists (select from unnest(left_out) l where l = f.row_number)
        order by f.row_number
        on conflict (id) do nothing returning id
      ) select count(*) into stored from added;
  end case;
  return stored;
end
$$;
comment on function app.add_staged(uuid, text, uuid, integer[]) is
  'Adds the staged rows of an import to their layer, all but those left out; answers how many were new.';

create or replace function public.load_features(layer text, features jsonb, commune_id uuid default null) returns integer
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune uuid := app.resolve_commune(load_features.commune_id);
  errors integer := (select count(distinct p.row_number) from app.feature_problems(load_features.layer, features, commune) p where p.level = 'error');
  passing constant uuid := gen_random_uuid();
  stored integer;
begin
  if not exists (select 1 from app.layer_fields(load_features.layer)) then
    raise exception using errcode = 'PT400', message = format('Không có lớp bản đồ "%s".', load_features.layer);
  end if;
  if errors > 0 then
    raise exception using errcode = 'PT422', hint = 'rows_with_errors',
      message = format('%s dòng có lỗi nên chưa lưu dòng nào. Hãy sửa các dòng đó rồi nạp lại.', errors);
  end if;
  insert into app.staged_features (import_id, row_number, commune_id, layer, id, properties, geom, has_error)
  select passing, f.row_number, commune, load_features.layer, (f.properties ->> 'id')::uuid, f.properties, f.geom, false
  from app.read_features(load_features.layer, features) f;
  stored := app.add_staged(passing, load_features.layer, commune);
  delete from app.staged_features s where s.import_id = passing;
  return stored;
end
$$;

revoke execute on function app.add_staged(uuid, text, uuid, integer[]) from public;
grant execute on function app.add_staged(uuid, text, uuid, integer[]) to authenticated;
