-- The verbs of an import: bring a piece, see what is there already, store all of it or give it up.

create function app.current_records(layer text, commune uuid) returns table (id uuid, name text, former_commune text, kind text, geom extensions.geometry)
language sql stable set search_path = '' as
$$
  select h.id, h.name, h.former_commune, null, h.geom from app.hamlets h where layer = 'hamlets' and h.commune_id = commune and h.valid_to is null
  union all
  select r.id, r.name, null, null, r.geom from app.roads r where layer = 'roads' and r.commune_id = commune and r.valid_to is null
  union all
  select m.id, m.name, null, null, m.geom from app.model_roads m where layer = 'model_roads' and m.commune_id = commune and m.valid_to is null
  union all
  select w.id, w.name, null, w.kind, w.geom from app.waste_points w where layer = 'waste_points' and w.commune_id = commune and w.valid_to is null
  union all
  select c.id, c.name, null, null, c.geom from app.cemeteries c where layer = 'cemeteries' and c.commune_id = commune and c.valid_to is null
$$;
comment on function app.current_records(text, uuid) is 'What a layer holds that has not ended.';

-- Planned with the layer and the import that are asked for, not once for all: a function in SQL would not be.
create function app.staged_matches(of_import uuid) returns table (row_number integer, existing_id uuid, existing_name text, matched_by text, distance_m double precision)
language plpgsql stable set search_path = '' as
$$
#variable_conflict use_column
declare
  -- About two metres, in degrees of latitude: two surveys of one point differ by as much.
  near constant double precision := 0.00002;
  of_layer text;
  commune uuid;
begin
  select s.layer, s.commune_id into of_layer, commune from app.staged_features s where s.import_id = of_import limit 1;
  if not exists (select from app.current_records(of_layer, commune)) then
    return;
  end if;
  return query
  with staged as materialized (
    select s.row_number, app.name_key(s.properties ->> 'name') as name_key, app.name_key(s.properties ->> 'former_commune') as former_key,
      case of_layer when 'waste_points' then s.properties ->> 'kind' end as kind, s.geom
    from app.staged_features s where s.import_id = of_import and not s.has_error
  ),
  stored as materialized (
    select c.id, c.name, app.name_key(c.name) as name_key, app.name_key(c.former_commune) as former_key, c.kind, c.geom
    from app.current_records(of_layer, commune) c
  ),
  -- A name is a key only where it means one thing, in the file and on the map.
  staged_key as (
    select min(s.row_number) as row_number, s.name_key, s.former_key, s.kind from staged s where s.name_key is not null
    group by s.name_key, s.former_key, s.kind having count(*) = 1
  ),
  stored_key as (
    select (array_agg(c.id))[1] as id, c.name_key, c.former_key, c.kind from stored c where c.name_key is not null
    group by c.name_key, c.former_key, c.kind having count(*) = 1
  ),
  found as (
    select a.row_number, b.id, 'key' as matched_by
    from staged_key a join stored_key b on a.name_key = b.name_key
      and coalesce(a.former_key, '') = coalesce(b.former_key, '') and coalesce(a.kind, '') = coalesce(b.kind, '')
    union all
    select s.row_number, c.id, 'place'
    from staged s join stored c on of_layer <> 'hamlets' and c.kind is not distinct from s.kind
      and c.geom operator(extensions.&&) extensions.ST_Expand(s.geom, near)
      and abs(extensions.ST_XMin(c.geom) - extensions.ST_XMin(s.geom)) < near and abs(extensions.ST_XMax(c.geom) - extensions.ST_XMax(s.geom)) < near
      and abs(extensions.ST_YMin(c.geom) - extensions.ST_YMin(s.geom)) < near and abs(extensions.ST_YMax(c.geom) - extensions.ST_YMax(s.geom)) < near
      and extensions.ST_HausdorffDistance(c.geom, s.geom) < near
  )
  select distinct on (f.row_number) f.row_number, f.id, c.name, f.matched_by, extensions.ST_Distance(c.geom::extensions.geography, s.geom::extensions.geography)
  from found f join stored c on c.id = f.id join staged s on s.row_number = f.row_number
  order by f.row_number, f.matched_by, extensions.ST_HausdorffDistance(c.geom, s.geom), f.id;
end
$$;
comment on function app.staged_matches(uuid) is
  'Which staged rows are on the map already: by key (the same name, where it means one thing in the file and in the layer; hamlets with their former commune, waste points with their kind), else by place (every corner within about two metres). distance_m is between the two, in metres.';

create function public.stage_features(import_id uuid, layer text, first_row integer, features jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  commune constant uuid := app.resolve_commune(stage_features.commune_id);
  problems jsonb;
begin
  if not exists (select from app.layer_fields(stage_features.layer)) then
    raise exception using errcode = 'PT400', message = format('Không có lớp bản đồ "%s".', stage_features.layer);
  end if;
  if commune not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được nạp dữ liệu từ tệp. Chưa nhận gì.';
  end if;
  if first_row = 1 then
    delete from app.staged_features s where s.commune_id = commune and s.staged_at < now() - interval '1 day';
  end if;
  -- What is there already is no mistake here: it is asked about.
  select jsonb_agg(jsonb_build_object('row_number', p.row_number + first_row - 1, 'level', p.level, 'code', p.code, 'field', p.field, 'detail', p.detail))
    into problems from app.feature_problems(stage_features.layer, features, commune) p where p.code <> 'exists_already';
  -- A piece that is sent once more because its answer was lost is what it was.
  delete from app.staged_features s where s.import_id = stage_features.import_id
    and s.row_number between first_row and first_row + jsonb_array_length(features) - 1;
  insert into app.staged_features (import_id, row_number, commune_id, layer, id, properties, geom, has_error)
  select stage_features.import_id, f.row_number + first_row - 1, commune, stage_features.layer, (f.properties ->> 'id')::uuid, f.properties, f.geom,
    coalesce(problems, '[]') @> jsonb_build_array(jsonb_build_object('row_number', f.row_number + first_row - 1, 'level', 'error'))
  from app.read_features(stage_features.layer, features) f;
  return coalesce(problems, '[]');
end
$$;
comment on function public.stage_features(uuid, text, integer, jsonb, uuid) is
  'Brings one piece of a file for an import whose id the client makes; first_row is the number of its first row, from 1. Answers with the problems of its rows as check_features does, those of being there already left out. Shows nothing on any map; sent twice it is brought once. 42501, PT400.';

create function public.compare_import(import_id uuid) returns jsonb
language plpgsql stable set search_path = '' as
$$
#variable_conflict use_column
begin
  return jsonb_build_object(
    'rows', (select count(*) from app.staged_features s where s.import_id = compare_import.import_id),
    -- A file of hamlets may have come in pieces, and each piece knows its own names alone.
    'twice', (select coalesce(jsonb_agg(t.row_number order by t.row_number), '[]') from (
      select s.row_number, count(*) over (partition by app.name_key(s.properties ->> 'name'), coalesce(app.name_key(s.properties ->> 'former_commune'), '')) as times
      from app.staged_features s where s.import_id = compare_import.import_id and s.layer = 'hamlets') t where t.times > 1),
    'matches', (select coalesce(jsonb_agg(to_jsonb(m) order by m.row_number), '[]') from app.staged_matches(compare_import.import_id) m));
end
$$;
comment on function public.compare_import(uuid) is
  'Of an import that was brought whole: {rows, twice: rows of hamlets whose name comes twice, matches: [{row_number, existing_id, existing_name, matched_by (key or place), distance_m}]} of what is on the map already.';

create function public.give_up_import(import_id uuid) returns integer
language plpgsql volatile set search_path = '' as
$$
declare
  gone integer;
begin
  delete from app.staged_features s where s.import_id = give_up_import.import_id;
  get diagnostics gone = row_count;
  return gone;
end
$$;
comment on function public.give_up_import(uuid) is 'Forgets what was brought for an import and not stored; answers how many rows that were.';

revoke execute on function app.current_records(text, uuid), app.staged_matches(uuid), public.stage_features(uuid, text, integer, jsonb, uuid),
  public.compare_import(uuid), public.give_up_import(uuid) from public;
grant execute on function app.current_records(text, uuid), app.staged_matches(uuid), public.stage_features(uuid, text, integer, jsonb, uuid),
  public.compare_import(uuid), public.give_up_import(uuid) to authenticated;
