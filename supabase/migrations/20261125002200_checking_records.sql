-- What a form sends is judged by the rules that files are judged by. The rule of a single value moves into a
-- function of its own, so that dated facts and incidents, which no file brings, are judged by it too.

create function app.is_instant(value text) returns boolean
language plpgsql stable set search_path = '' as
$$
begin
  -- Without an offset the same text would mean another moment on another server.
  return value ~ '^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$' and value::timestamptz is not null;
exception when others then
  return false;
end
$$;
comment on function app.is_instant(text) is 'Whether a text is a moment in ISO 8601 with its offset, as 2026-12-31T08:00:00+07:00.';

create function app.value_problem(kind text, value text, choices text[], commune uuid) returns text
language plpgsql stable set search_path = '' as
$$
declare
  fits boolean;
begin
  -- Branch by branch, because an expression without a query in it costs a tenth of one with.
  if kind in ('text', 'sentence') then
    return case when length(value) > case kind when 'text' then 120 else 200 end then 'too_long' when value ~ '[<>]' then 'markup' end;
  elsif kind = 'organization' then
    fits := exists (select 1 from app.organizations o where o.id::text = value and o.commune_id = commune);
  elsif kind = 'criteria' then
    fits := value ~ '^\{.*\}$' and not exists (select 1 from jsonb_each(value::jsonb) c where jsonb_typeof(c.value) <> 'boolean');
  else
    fits := case kind
      when 'date' then app.is_day(value)
      when 'instant' then app.is_instant(value)
      when 'integer' then value ~ '^\d{1,9}$'
      when 'number' then value ~ '^\d{1,7}(\.\d+)?$'
      when 'choice' then value = any (choices)
      when 'days' then value ~ '^\[([1-7](, [1-7])*)?\]$'
      when 'record' then value ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    end;
  end if;
  return case when value is not null and not fits then kind || '_invalid' end;
end
$$;
comment on function app.value_problem(text, text, text[], uuid) is
  'What is wrong with a value (as text) of a kind: too_long, markup or the kind with _invalid; null when nothing is. text has at most 120 characters, sentence 200; days is an array of ISO days of the week, criteria an object of true and false.';

create or replace function app.feature_problems(layer text, features jsonb, commune uuid)
returns table (row_number integer, level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  with here as (select c.geom, c.geom::extensions.geography as ground from app.communes c where c.id = commune),
  read as materialized (select * from app.read_features(layer, features)),
  -- 500 m: a point on the far bank of a border river is believable, one in the next district is not.
  outside as materialized (
    select r.row_number, round(extensions.ST_Distance(r.geom::extensions.geography, here.ground)) as distance_m
    from read r cross join here
    where r.geom is not null and not extensions.ST_Intersects(r.geom, here.geom)
      and not extensions.ST_DWithin(r.geom::extensions.geography, here.ground, 500)
  ),
  cells as (
    select r.row_number, f.field, f.kind, f.required, f.choices, r.properties ->> f.field as value
    from read r cross join app.layer_fields(layer) f
  ),
  named as (
    select r.row_number, app.name_key(r.properties ->> 'name') as name_key,
      coalesce(app.name_key(r.properties ->> 'former_commune'), '') as former_key
    from read r where layer = 'hamlets' and r.properties ->> 'name' is not null
  ),
  -- A file of ten thousand rows has few days, kinds and organizations: each value is judged once.
  wrong as materialized (
    select j.* from (
      select c.kind, c.value, c.choices, app.value_problem(c.kind, c.value, c.choices, commune) as problem
      from (select distinct c.kind, c.value, c.choices from cells c where c.value is not null) c
      offset 0
    ) j where j.problem is not null
  )
  select r.row_number, 'error', r.problem, 'geometry', r.place from read r where r.problem is not null
  union all
  select r.row_number, 'repair', r.repair, 'geometry', null from read r where r.repair is not null
  union all
  select c.row_number, 'error', 'required', c.field, null from cells c where c.required and c.value is null
  union all
  select c.row_number, 'error', w.problem, c.field, jsonb_build_object('value', left(c.value, 80))
  from cells c join wrong w on w.kind = c.kind and w.value = c.value and w.choices is not distinct from c.choices
  union all
  select p.row_number, 'repair', 'text_normalised', p.field, null
  from (
    select f.position::integer as row_number, t.key as field, t.value from jsonb_array_elements(features) with ordinality f (feature, position)
    cross join lateral jsonb_each_text(f.feature - 'geometry') t where t.value is not normalized
  ) p
  union all
  select r.row_number, 'error', 'recognised_before_registered', 'recognised_on', null from read r
  where layer = 'model_roads' and app.is_day(r.properties ->> 'registered_on') and app.is_day(r.properties ->> 'recognised_on')
    and (r.properties ->> 'recognised_on')::date <= (r.properties ->> 'registered_on')::date
  union all
  select a.row_number, 'error', 'same_name_twice', 'name', jsonb_build_object('row', min(b.row_number))
  from named a join named b using (name_key, former_key) where a.row_number <> b.row_number group by a.row_number
  union all
  select n.row_number, 'error', 'exists_already', 'name', null
  from named n join read r using (row_number) join app.hamlets h on h.commune_id = commune and h.valid_to is null
    and app.name_key(h.name) = n.name_key and coalesce(app.name_key(h.former_commune), '') = n.former_key
  where h.id::text is distinct from r.properties ->> 'id'
  union all
  -- The same name at the very same place is the same thing: a file that is loaded again makes new ids.
  select r.row_number, 'error', 'exists_already', 'geometry', null
  from read r join app.stored_places(layer, commune) s on s.geom operator(extensions.=) r.geom
    and coalesce(app.name_key(s.name), '') = coalesce(app.name_key(r.properties ->> 'name'), '')
  where s.id::text is distinct from r.properties ->> 'id'
  union all
  -- What lies wholly outside is told so once: not also that it sticks out, or lies in no hamlet.
  select o.row_number, 'error', 'outside_commune', 'geometry', jsonb_build_object('distance_m', o.distance_m) from outside o
  union all
  select s.row_number, 'warning', 'sticks_out', 'geometry', jsonb_build_object('share', round(s.share::numeric, 3))
  from (
    select r.row_number, 1 - extensions.ST_Area(extensions.ST_Intersection(r.geom, here.geom)) / extensions.ST_Area(r.geom) as share
    from read r cross join here
    where layer = 'hamlets' and r.geom is not null and not extensions.ST_CoveredBy(r.geom, here.geom)
      and r.row_number not in (select o.row_number from outside o)
  ) s where s.share > 0.01
  union all
  select r.row_number, 'error', 'no_hamlet_here', 'geometry', null from read r
  where layer = 'model_roads' and r.geom is not null and r.row_number not in (select o.row_number from outside o)
    and not exists (select 1 from app.hamlets h where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, r.geom))
  order by 1, 2, 3
$$;

create function app.record_fields(record text)
returns table (field text, kind text, required boolean, choices text[], is_first_fact boolean)
language sql immutable set search_path = '' as
$$
  -- Figures, recognition and assessments are facts of a day: a form has verbs of their own for them.
  select f.field, f.kind, f.required, f.choices,
    record = 'model_roads' and f.field = 'registered_on' or record = 'waste_points' and f.field in ('state', 'valid_from')
  from app.layer_fields(record) f
  where f.field not in ('households', 'population', 'cultivated_area_ha', 'recognised_on', 'decision_number', 'decision_date')
  union all
  select f.field, f.kind, f.required, f.choices, false from (values
    ('model_roads', 'hamlet_id', 'record', false, null::text[]),
    ('waste_points', 'collection_days', 'days', false, null),
    ('incidents', 'kind', 'choice', true, '{theft,disorder,drugs,gambling,traffic,dispute,domestic_violence,encroachment,illegal_dumping,other}'),
    ('incidents', 'occurred_at', 'instant', true, null),
    ('incidents', 'state', 'choice', true, '{open,resolved}'),
    ('hamlet_statistics', 'hamlet_id', 'record', true, null),
    ('hamlet_statistics', 'valid_from', 'date', true, null),
    ('hamlet_statistics', 'households', 'integer', false, null),
    ('hamlet_statistics', 'population', 'integer', false, null),
    ('hamlet_statistics', 'cultivated_area_ha', 'number', false, null),
    ('waste_point_states', 'waste_point_id', 'record', true, null),
    ('waste_point_states', 'valid_from', 'date', true, null),
    ('waste_point_states', 'state', 'choice', true, '{active,needs_attention,closed}'),
    ('model_road_assessments', 'model_road_id', 'record', true, null),
    ('model_road_assessments', 'assessed_on', 'date', true, null),
    ('model_road_assessments', 'criteria', 'criteria', true, null),
    ('model_road_states', 'model_road_id', 'record', true, null),
    ('model_road_states', 'state', 'choice', true, '{registered,recognised,lapsed}'),
    ('model_road_states', 'valid_from', 'date', true, null),
    ('model_road_states', 'decision_number', 'text', false, null),
    ('model_road_states', 'decision_date', 'date', false, null),
    ('model_road_states', 'document_title', 'sentence', false, null),
    ('model_road_states', 'document_kept_at', 'sentence', false, null),
    ('model_road_states', 'reason', 'sentence', false, null)
  ) as f (record, field, kind, required, choices)
  where f.record = record_fields.record
$$;
comment on function app.record_fields(text) is
  'Fields that the form of a record or of a dated fact sends, geometry aside. is_first_fact: goes into the first dated fact of a new record.';

create function app.stored_record(record text, record_id uuid) returns jsonb
language plpgsql stable set search_path = '' as
$$
declare
  shapes constant text := case
    when record = 'hamlets' then $shapes$ || jsonb_build_object('geometry', extensions.ST_AsGeoJSON(r.geom, 7)::jsonb,
      'residential_geometry', extensions.ST_AsGeoJSON(r.residential_geom, 7)::jsonb)$shapes$
    when record in ('roads', 'model_roads', 'waste_points', 'cemeteries', 'incidents') then
      $shapes$ || jsonb_build_object('geometry', extensions.ST_AsGeoJSON(r.geom, 7)::jsonb)$shapes$
    else '' end;
  found jsonb;
begin
  execute format('select to_jsonb(r) - ''{geom,residential_geom,label_geom}''::text[] %s from app.%I r where r.id = $1', shapes, record)
    into found using record_id;
  return found;
end
$$;
comment on function app.stored_record(text, uuid) is
  'A row as JSON with its geometry as GeoJSON; null where there is none or the caller may not see it.';

create function app.field_problems(record text, feature jsonb, stored jsonb, commune uuid)
returns table (level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  with own as (
    select f.*, nullif(trim(feature ->> f.field), '') as value from app.record_fields(record) f
    where not exists (select 1 from app.layer_fields(record) l where l.field = f.field)
  )
  select 'error', 'field_unknown', k, null::jsonb from jsonb_object_keys(feature) k
  where k not in ('id', 'geometry') and not (record = 'hamlets' and k = 'residential_geometry')
    and not exists (select 1 from app.record_fields(record) f where f.field = k)
  union all
  select 'error', 'required', o.field, null from own o
  where o.required and o.value is null and (stored is null or feature ? o.field)
  union all
  select 'error', app.value_problem(o.kind, o.value, o.choices, commune), o.field, jsonb_build_object('value', left(o.value, 80))
  from own o where app.value_problem(o.kind, o.value, o.choices, commune) is not null
  union all
  select 'error', 'in_future', o.field, null from own o
  where o.field = 'occurred_at' and case when app.is_instant(o.value) then o.value::timestamptz > now() end
$$;
comment on function app.field_problems(text, jsonb, jsonb, uuid) is
  'Problems of the fields that no file brings: unknown names, values that are missing or cannot be.';

create function app.hamlet_problem(chosen text, commune uuid) returns table (code text, detail jsonb)
language sql stable set search_path = '' as
$$
  with meant as (select h.* from app.hamlets h where h.id::text = chosen and h.commune_id = commune)
  select 'hamlet_unknown', null::jsonb where chosen is not null and not exists (select 1 from meant)
  union all
  select 'hamlet_ended', jsonb_build_object('ended_on', m.valid_to, 'successors', coalesce((
    select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'former_commune', h.former_commune) order by h.name, h.id)
    from app.hamlet_successors(m.id, app.today()) s (id) join app.hamlets h using (id)), '[]'))
  from meant m where m.valid_to <= app.today()
$$;
comment on function app.hamlet_problem(text, uuid) is
  'Why a hamlet cannot be chosen: hamlet_unknown, or hamlet_ended with the hamlets that it has become by today.';

create function app.first_fact(record text, record_id uuid) returns jsonb
language sql stable set search_path = '' as
$$
  (select jsonb_build_object('state', s.state, 'valid_from', s.valid_from) from app.waste_point_states s
   where record = 'waste_points' and s.waste_point_id = record_id order by s.valid_from limit 1)
  union all
  select jsonb_build_object('registered_on', min(s.valid_from)) from app.model_road_states s
  where record = 'model_roads' and s.model_road_id = record_id and s.state = 'registered' having min(s.valid_from) is not null
$$;
comment on function app.first_fact(text, uuid) is 'The first dated fact of a waste point or a model road, under the names that its form has for it.';

create function app.record_problems(layer text, feature jsonb, stored jsonb, commune uuid)
returns table (level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  -- The row as it would be: a file's rules ask for all of it. What nobody touched is not held against an edit.
  select p.level, p.code, p.field, p.detail
  from app.feature_problems(layer, jsonb_build_array(coalesce(stored, '{}') || feature), commune) p
  where layer <> 'incidents'
    and (stored is null or feature ? p.field or p.code = 'exists_already' and p.field = 'name' and feature ? 'former_commune')
    -- A hamlet that is no more may have the name of one that is.
    and not (p.code = 'exists_already' and stored ->> 'valid_to' is not null)
  union all
  -- Where an incident may lie is where a point of any layer may.
  select p.level, p.code, p.field, p.detail
  from app.feature_problems('waste_points', jsonb_build_array(jsonb_build_object('id', feature -> 'id',
    'geometry', coalesce(feature, '{}') -> 'geometry')), commune) p
  where layer = 'incidents' and p.field = 'geometry' and (stored is null or feature ? 'geometry')
  union all
  select * from app.field_problems(layer, feature, stored, commune)
  union all
  select 'error', coalesce(g.problem, 'geometry_type'), 'residential_geometry', g.place
  from app.read_geometry(nullif(feature -> 'residential_geometry', 'null'), 'area') g
  where layer = 'hamlets' and jsonb_typeof(feature -> 'residential_geometry') <> 'null' and g.problem is not null
  union all
  select 'error', p.code, 'hamlet_id', p.detail from app.hamlet_problem(nullif(trim(feature ->> 'hamlet_id'), ''), commune) p
  where layer = 'model_roads'
  union all
  select 'error', 'dated_fact_apart', f.field, null
  from app.record_fields(layer) f, app.first_fact(layer, (stored ->> 'id')::uuid) first
  where f.is_first_fact and stored is not null and feature ? f.field
    and first ->> f.field is distinct from nullif(trim(feature ->> f.field), '')
  union all
  select 'error', 'ends_before_start', 'valid_from', jsonb_build_object('ends_on', stored -> 'valid_to')
  where case when app.is_day(feature ->> 'valid_from') then (feature ->> 'valid_from')::date >= (stored ->> 'valid_to')::date end
$$;
comment on function app.record_problems(text, jsonb, jsonb, uuid) is
  'Everything that is wrong, odd or was mended in what a form sends about a new row (stored is null) or a stored one, of which only the fields that are sent count.';

create function app.refuse_fields(problems jsonb) returns void
language plpgsql stable set search_path = '' as
$$
declare
  errors constant jsonb := (select jsonb_agg(p - 'level') from jsonb_array_elements(problems) p where p ->> 'level' = 'error');
begin
  if errors is not null then
    raise exception using errcode = 'PT422', hint = 'fields_with_errors', detail = jsonb_build_object('fields', errors)::text,
      message = case jsonb_array_length(errors) when 1 then 'Có một chỗ chưa đúng nên chưa lưu gì. Hãy sửa chỗ đó rồi lưu lại.'
        else format('Có %s chỗ chưa đúng nên chưa lưu gì. Hãy sửa các chỗ đó rồi lưu lại.', jsonb_array_length(errors)) end;
  end if;
end
$$;
comment on function app.refuse_fields(jsonb) is
  'Raises PT422 (hint fields_with_errors, all of them in the details) when an array of problems has one of level error.';

create function app.refuse_stale(record text, yours jsonb, stored jsonb) returns void
language plpgsql stable set search_path = '' as
$$
declare
  theirs constant jsonb := stored - '{id,commune_id,version}'::text[];
begin
  -- Reading an incident is logged, so nothing of one is told here: its form reads it again through its door.
  raise exception using errcode = 'PT409', hint = 'stale',
    detail = case record when 'incidents' then jsonb_build_object('id', stored -> 'id', 'yours', null, 'theirs', null, 'version', null)
      else jsonb_build_object('id', stored -> 'id', 'yours', yours, 'theirs', theirs, 'version', stored -> 'version') end::text,
    message = 'Có người đã sửa mục này sau khi nó được mở ra, nên chưa lưu gì. Hãy chọn bản cần giữ cho từng ô rồi lưu lại.';
end
$$;
comment on function app.refuse_stale(text, jsonb, jsonb) is
  'Raises PT409 (hint stale) with both versions: a person chooses, field by field. Of an incident neither is told.';

create function app.refuse_unwritten(record text, yours jsonb, stored jsonb) returns void
language plpgsql volatile set search_path = '' as
$$
declare
  present constant jsonb := app.stored_record(record, (stored ->> 'id')::uuid);
begin
  -- Somebody else may have been quicker by a moment.
  if present -> 'version' is distinct from stored -> 'version' then
    perform app.refuse_stale(record, yours, present);
  end if;
  raise exception using errcode = '42501', message = case record when 'incidents' then 'Chỉ Công an xã được ghi mục này. Chưa lưu gì.'
    else 'Chỉ người quản trị và cán bộ Mặt trận của xã được ghi. Chưa lưu gì.' end;
end
$$;
comment on function app.refuse_unwritten(text, jsonb, jsonb) is
  'Says why an update of a row that can be read wrote nothing: PT409 where it has changed this very moment, 42501 where there is no right to.';

revoke execute on function app.is_instant(text), app.value_problem(text, text, text[], uuid), app.record_fields(text),
  app.stored_record(text, uuid), app.field_problems(text, jsonb, jsonb, uuid), app.hamlet_problem(text, uuid),
  app.first_fact(text, uuid), app.record_problems(text, jsonb, jsonb, uuid), app.refuse_fields(jsonb),
  app.refuse_stale(text, jsonb, jsonb), app.refuse_unwritten(text, jsonb, jsonb) from public;
grant execute on function app.is_instant(text), app.value_problem(text, text, text[], uuid), app.record_fields(text),
  app.stored_record(text, uuid), app.field_problems(text, jsonb, jsonb, uuid), app.hamlet_problem(text, uuid),
  app.first_fact(text, uuid), app.record_problems(text, jsonb, jsonb, uuid), app.refuse_fields(jsonb),
  app.refuse_stale(text, jsonb, jsonb), app.refuse_unwritten(text, jsonb, jsonb) to authenticated;
