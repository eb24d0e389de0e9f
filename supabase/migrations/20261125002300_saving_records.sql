-- One verb a layer: makes a record or changes it. Ids are the client's, so a repeated send is harmless; the version
-- is the one that the form was opened with, so nobody's work is written over unseen.

create function app.sent_values(record text, feature jsonb) returns jsonb
language sql immutable set search_path = '' as
$$
  select r.properties - 'id'
    || case when feature ? 'geometry' then jsonb_build_object('geometry', extensions.ST_AsGeoJSON(r.geom, 7)::jsonb) else '{}' end
    || case when feature ? 'residential_geometry' then jsonb_build_object('residential_geometry', (
        select extensions.ST_AsGeoJSON(g.geom, 7)::jsonb from app.read_geometry(nullif(feature -> 'residential_geometry', 'null'), 'area') g))
      else '{}' end
  from app.read_features(record, jsonb_build_array(feature)) r
$$;
comment on function app.sent_values(text, jsonb) is
  'What a form sent as it would be stored: text composed and trimmed, an empty one null, geometry snapped and repaired.';

create function app.store_record(record text, feature jsonb, stored jsonb, edited_version integer, commune uuid) returns void
language plpgsql volatile set search_path = '' as
$$
declare
  record_id constant uuid := (feature ->> 'id')::uuid;
  yours constant jsonb := app.sent_values(record, feature);
  -- What refers to another row is said once, when a fact is added; the hamlet of a model road may change.
  columns constant text[] := array(select f.field from app.record_fields(record) f
    where not f.is_first_fact and (stored is null or f.kind <> 'record' or record = 'model_roads') order by f.field);
  list constant text := (select string_agg(format('%I', c), ', ') from unnest(columns) c);
  shapes text[] := case when record = 'hamlets' then '{geom,residential_geom}'
    when record in ('roads', 'model_roads', 'waste_points', 'cemeteries', 'incidents') then '{geom}' else '{}' end::text[];
  shape_list constant text := coalesce((select string_agg(', ' || s, '') from unnest(shapes) s), '');
  shape_values constant text := coalesce((select string_agg(format(
    ', extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(nullif($1 -> %L, ''null'')::text), 4326)',
    case s when 'geom' then 'geometry' else 'residential_geometry' end), '') from unnest(shapes) s), '');
  kept constant text[] := columns || '{geometry,residential_geometry}'::text[];
  wanted jsonb := coalesce(stored, '{}') || yours;
  written uuid;
begin
  -- Values as the table's types have them: "87" and 87 are one number of graves.
  execute format('select to_jsonb(r) from jsonb_populate_record(null::app.%I, $1) r', record) into wanted using wanted
    - '{geometry,residential_geometry}'::text[];
  wanted := wanted || jsonb_strip_nulls(jsonb_build_object('geometry', coalesce(yours, '{}') -> 'geometry'))
    || case when yours ? 'residential_geometry' then jsonb_build_object('residential_geometry', yours -> 'residential_geometry') else '{}' end;
  wanted := coalesce(stored, '{}') || (select jsonb_object_agg(w.key, w.value) from jsonb_each(wanted) w where w.key = any (kept));
  if stored is null then
    if edited_version is not null then
      raise exception using errcode = 'PT404', hint = 'not_found',
        message = 'Không tìm thấy mục này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
    end if;
    execute format('insert into app.%I (id, commune_id, %s%s) select $2, $3, %s%s from jsonb_populate_record(null::app.%I, $1 - ''{geometry,residential_geometry}''::text[]) on conflict (id) do nothing returning id',
      record, list, shape_list, list, shape_values, record) into written using wanted, record_id, commune;
    if written is null then
      raise exception using errcode = 'PT409', hint = 'id_taken',
        message = 'Mã của mục này đã được dùng nên chưa lưu gì. Hãy mở lại biểu mẫu rồi lưu lại.';
    end if;
    return;
  end if;
  -- Sent twice: what is there already needs no writing, whatever version it was sent against.
  if wanted = stored then
    return;
  end if;
  if edited_version is distinct from (stored ->> 'version')::integer then
    -- An outline that was fitted to its neighbours when it was sent first differs from what is sent by the grid's width.
    if record = 'hamlets' and wanted - 'geometry' = stored - 'geometry' and extensions.ST_HausdorffDistance(
      extensions.ST_GeomFromGeoJSON((wanted -> 'geometry')::text), extensions.ST_GeomFromGeoJSON((stored -> 'geometry')::text)) <= 2e-7 then
      return;
    end if;
    perform app.refuse_stale(record, yours, stored);
  end if;
  execute format('update app.%I r set (%s%s) = (select %s%s from jsonb_populate_record(null::app.%I, $1 - ''{geometry,residential_geometry}''::text[])) where r.id = $2 and r.version = $3 returning r.id',
    record, list, shape_list, list, shape_values, record) into written using wanted, record_id, edited_version;
  if written is null then
    perform app.refuse_unwritten(record, yours, stored);
  end if;
end
$$;
comment on function app.store_record(text, jsonb, jsonb, integer, uuid) is
  'Writes what a form sent and app.record_problems found nothing wrong with. PT409 stale (both versions in the details; of an incident neither, because reading one is logged), PT409 id_taken, PT404 not_found, 42501 without the right.';

create function app.saved_answer(record text, record_id uuid, problems jsonb) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object('id', record_id, 'version', app.stored_record(record, record_id) -> 'version',
    'repairs', coalesce(jsonb_agg(p - 'level') filter (where p ->> 'level' = 'repair'), '[]'),
    'warnings', coalesce(jsonb_agg(p - 'level') filter (where p ->> 'level' = 'warning'), '[]'))
  from jsonb_array_elements(problems) p
$$;
comment on function app.saved_answer(text, uuid, jsonb) is 'What every saving function answers: id, version, what was repaired and what is odd.';

create function app.record_id(feature jsonb) returns uuid
language plpgsql stable set search_path = '' as
$$
begin
  if coalesce(feature ->> 'id', '') !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then
    perform app.refuse_fields('[{"level": "error", "field": "id", "code": "required", "detail": null}]');
  end if;
  return (feature ->> 'id')::uuid;
end
$$;
comment on function app.record_id(jsonb) is 'The id that the client made. PT422 when there is none.';

create function app.save_record(record text, feature jsonb, edited_version integer, commune_id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  record_id constant uuid := app.record_id(feature);
  stored constant jsonb := app.stored_record(record, record_id);
  commune constant uuid := coalesce((stored ->> 'commune_id')::uuid, app.resolve_commune(commune_id));
  problems constant jsonb := coalesce((select jsonb_agg(to_jsonb(p)) from app.record_problems(record, feature, stored, commune) p), '[]');
begin
  perform app.refuse_fields(problems);
  perform app.store_record(record, feature, stored, edited_version, commune);
  return app.saved_answer(record, record_id, problems);
end
$$;
comment on function app.save_record(text, jsonb, integer, uuid) is 'Checks, stores and answers: what the saving functions of all layers share.';

create function public.save_road(feature jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_record('roads', feature, edited_version, commune_id) $$;
comment on function public.save_road(jsonb, integer, uuid) is
  'Makes or changes a road: {id, name, class, valid_from, geometry (line)}; a field that is absent stays. Answers {id, version, repairs, warnings}. PT422 fields_with_errors with every field that is wrong, PT409 stale with both versions.';

create function public.save_cemetery(feature jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language sql volatile set search_path = '' as
$$ select app.save_record('cemeteries', feature, edited_version, commune_id) $$;
comment on function public.save_cemetery(jsonb, integer, uuid) is
  'Makes or changes a martyrs'' cemetery: {id, name, graves, organization_id, valid_from, geometry (point or area)}. Answers and errors as save_road.';

create function public.save_waste_point(feature jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  is_new constant boolean := app.stored_record('waste_points', app.record_id(feature)) is null;
  answer constant jsonb := app.save_record('waste_points', feature, edited_version, commune_id);
begin
  if is_new then
    insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
    select gen_random_uuid(), w.commune_id, w.id, trim(feature ->> 'state'), (feature ->> 'valid_from')::date
    from app.waste_points w where w.id = (feature ->> 'id')::uuid;
  end if;
  return answer;
end
$$;
comment on function public.save_waste_point(jsonb, integer, uuid) is
  'Makes or changes a waste point: {id, name, kind, organization_id, collection_days (ISO days, Monday 1; null: not reported), geometry (point)}; a new one also {state, valid_from}, its first state. Answers and errors as save_road; dated_fact_apart when an edit brings another first state.';

create function app.hamlet_to_register(chosen uuid, road jsonb, commune uuid) returns uuid
language sql stable set search_path = '' as
$$
  with place as (select g.geom from app.read_geometry(road -> 'geometry', 'line') g),
  meant as (
    select coalesce(chosen, (
      select h.id from app.hamlets h, place
      where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, place.geom)
      order by extensions.ST_Length(extensions.ST_Intersection(h.geom, place.geom)) desc, h.id limit 1)) as id
  )
  select coalesce((
    select h.id from app.hamlets h, place, meant
    where h.commune_id = commune and h.valid_from <= (road ->> 'registered_on')::date
      and (h.valid_to is null or h.valid_to > (road ->> 'registered_on')::date)
      and exists (select 1 from app.hamlet_successors(h.id, app.today()) s (id) where s.id = meant.id)
    order by extensions.ST_Length(extensions.ST_Intersection(h.geom, place.geom)) desc, h.id limit 1), meant.id)
  from meant
$$;
comment on function app.hamlet_to_register(uuid, jsonb, uuid) is
  'The hamlet that registers a road: the one of that day that became the chosen one, so that the road belongs somewhere at every date; without a choice the one that holds most of the road.';

create function public.save_model_road(feature jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  record_id constant uuid := app.record_id(feature);
  stored constant jsonb := app.stored_record('model_roads', record_id);
  commune constant uuid := coalesce((stored ->> 'commune_id')::uuid, app.resolve_commune(commune_id));
  problems constant jsonb := coalesce((select jsonb_agg(to_jsonb(p)) from app.record_problems('model_roads', feature, stored, commune) p), '[]');
  chosen constant uuid := case when not problems @> '[{"level": "error", "field": "hamlet_id"}]' then nullif(trim(feature ->> 'hamlet_id'), '')::uuid end;
  settled jsonb := feature - 'hamlet_id';
begin
  perform app.refuse_fields(problems);
  -- A form shows the hamlet that the registering one has become; sent back, it changes nothing.
  if stored is null or chosen is not null
    and not exists (select 1 from app.hamlet_successors((stored ->> 'hamlet_id')::uuid, app.today()) s (id) where s.id = chosen) then
    settled := settled || jsonb_build_object('hamlet_id', app.hamlet_to_register(chosen,
      coalesce(stored, '{}') || coalesce(app.first_fact('model_roads', record_id), '{}') || feature, commune));
  end if;
  perform app.store_record('model_roads', settled, stored, edited_version, commune);
  if stored is null then
    insert into app.model_road_states (id, commune_id, model_road_id, state, valid_from)
    values (gen_random_uuid(), commune, record_id, 'registered', (feature ->> 'registered_on')::date);
  end if;
  return app.saved_answer('model_roads', record_id, problems);
end
$$;
comment on function public.save_model_road(jsonb, integer, uuid) is
  'Makes or changes a model road: {id, name, organization_id, hamlet_id, geometry (line)}; a new one also {registered_on}. Without a hamlet the one that holds most of the road; one that has ended is refused (hamlet_ended) with those that it has become. Answers and errors as save_road.';

create function public.save_incident(feature jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language sql volatile set search_path = '' as
$$ select jsonb_build_object('id', app.save_record('incidents', feature, edited_version, commune_id) -> 'id') $$;
comment on function public.save_incident(jsonb, integer, uuid) is
  'Police alone: makes or changes an incident, {id, kind, occurred_at (ISO 8601 with offset), state, geometry (point)}, and nothing personal. Answers {id} alone, because every read of incidents is logged. Errors as save_road, without either version in PT409.';

revoke execute on function app.sent_values(text, jsonb), app.store_record(text, jsonb, jsonb, integer, uuid),
  app.saved_answer(text, uuid, jsonb), app.record_id(jsonb), app.save_record(text, jsonb, integer, uuid),
  app.hamlet_to_register(uuid, jsonb, uuid), public.save_road(jsonb, integer, uuid), public.save_cemetery(jsonb, integer, uuid),
  public.save_waste_point(jsonb, integer, uuid), public.save_model_road(jsonb, integer, uuid), public.save_incident(jsonb, integer, uuid) from public;
grant execute on function app.sent_values(text, jsonb), app.store_record(text, jsonb, jsonb, integer, uuid),
  app.saved_answer(text, uuid, jsonb), app.record_id(jsonb), app.save_record(text, jsonb, integer, uuid),
  app.hamlet_to_register(uuid, jsonb, uuid), public.save_road(jsonb, integer, uuid), public.save_cemetery(jsonb, integer, uuid),
  public.save_waste_point(jsonb, integer, uuid), public.save_model_road(jsonb, integer, uuid), public.save_incident(jsonb, integer, uuid)
  to authenticated;
