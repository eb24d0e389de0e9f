-- The two doors for what people bring: check it, and store all of it or nothing.

create function public.check_features(layer text, features jsonb, commune_id uuid default null)
returns table (row_number integer, level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$ select * from app.feature_problems(layer, features, app.resolve_commune(commune_id)) $$;
comment on function public.check_features(text, jsonb, uuid) is 'Checks rows for a layer and stores nothing.';

create function public.load_features(layer text, features jsonb, commune_id uuid default null) returns integer
language plpgsql volatile set search_path = '' as
$$
declare
  commune uuid := app.resolve_commune(load_features.commune_id);
  errors integer := (select count(distinct p.row_number) from app.feature_problems(layer, features, commune) p where p.level = 'error');
  stored integer;
begin
  if not exists (select 1 from app.layer_fields(layer)) then
    raise exception using errcode = 'PT400', message = format('Không có lớp bản đồ "%s".', layer);
  end if;
  if errors > 0 then
    raise exception using errcode = 'PT422', hint = 'rows_with_errors',
      message = format('%s dòng có lỗi nên chưa lưu dòng nào. Hãy sửa các dòng đó rồi nạp lại.', errors);
  end if;
  -- Dated rows are stored only for what is new here: an id that another commune uses opens no way to its rows.
  case layer
    when 'hamlets' then
      with read as materialized (select * from app.read_features(layer, features)),
      added as (
        insert into app.hamlets (id, commune_id, name, former_commune, valid_from, roads_declared_complete_on, geom)
        select (f.properties ->> 'id')::uuid, commune, f.properties ->> 'name', f.properties ->> 'former_commune',
          (f.properties ->> 'valid_from')::date, (f.properties ->> 'roads_declared_complete_on')::date, f.geom
        from read f
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.hamlet_statistics (id, commune_id, hamlet_id, valid_from, households, population, cultivated_area_ha)
        select gen_random_uuid(), commune, added.id, (f.properties ->> 'valid_from')::date,
          (f.properties ->> 'households')::integer, (f.properties ->> 'population')::integer, (f.properties ->> 'cultivated_area_ha')::numeric
        from added join read f on (f.properties ->> 'id')::uuid = added.id
        where coalesce(f.properties ->> 'households', f.properties ->> 'population', f.properties ->> 'cultivated_area_ha') is not null
      ) select count(*) into stored from added;
    when 'roads' then
      with added as (
        insert into app.roads (id, commune_id, name, class, valid_from, geom)
        select (f.properties ->> 'id')::uuid, commune, f.properties ->> 'name', f.properties ->> 'class',
          (f.properties ->> 'valid_from')::date, f.geom
        from app.read_features(layer, features) f
        on conflict (id) do nothing returning id
      ) select count(*) into stored from added;
    when 'model_roads' then
      with read as materialized (select * from app.read_features(layer, features)),
      added as (
        insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom)
        select (f.properties ->> 'id')::uuid, commune, hamlet.id, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name', f.geom
        from read f
        cross join lateral (
          select h.id from app.hamlets h
          where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, f.geom)
          order by extensions.ST_Length(extensions.ST_Intersection(h.geom, f.geom)) desc, h.id limit 1
        ) hamlet
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from, decision_number, decision_date)
        select gen_random_uuid(), commune, added.id, s.state, s.day,
          case when s.state = 'recognised' then f.properties ->> 'decision_number' end,
          case when s.state = 'recognised' then (f.properties ->> 'decision_date')::date end
        from added join read f on (f.properties ->> 'id')::uuid = added.id
        cross join lateral (values ('registered', (f.properties ->> 'registered_on')::date),
          ('recognised', (f.properties ->> 'recognised_on')::date)) s (state, day)
        where s.day is not null
      ) select count(*) into stored from added;
    when 'waste_points' then
      with read as materialized (select * from app.read_features(layer, features)),
      added as (
        insert into app.waste_points (id, commune_id, organization_id, name, kind, geom)
        select (f.properties ->> 'id')::uuid, commune, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name',
          f.properties ->> 'kind', f.geom
        from read f
        on conflict (id) do nothing returning id
      ), dated as (
        insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
        select gen_random_uuid(), commune, added.id, f.properties ->> 'state', (f.properties ->> 'valid_from')::date
        from added join read f on (f.properties ->> 'id')::uuid = added.id
      ) select count(*) into stored from added;
    when 'cemeteries' then
      with added as (
        insert into app.cemeteries (id, commune_id, organization_id, name, graves, valid_from, geom)
        select (f.properties ->> 'id')::uuid, commune, (f.properties ->> 'organization_id')::uuid, f.properties ->> 'name',
          (f.properties ->> 'graves')::integer, (f.properties ->> 'valid_from')::date, f.geom
        from app.read_features(layer, features) f
        on conflict (id) do nothing returning id
      ) select count(*) into stored from added;
  end case;
  return stored;
end
$$;
comment on function public.load_features(text, jsonb, uuid) is
  'Stores all rows or none (PT422 when a row has an error) and answers how many were new. Sent twice it stores once: ids are the client''s.';

revoke execute on function public.check_features(text, jsonb, uuid), public.load_features(text, jsonb, uuid) from public;
grant execute on function public.check_features(text, jsonb, uuid), public.load_features(text, jsonb, uuid) to authenticated;
