-- What police may say of an incident beyond its kind, time, place and state: until when, how exact the place is, a hint to
-- it, a short note. What names or numbers a person has no place in words, and is refused here, whatever a form lets pass.

alter table app.incidents add ended_at timestamptz check (ended_at > occurred_at),
  add accuracy_m integer check (accuracy_m between 1 and 5000),
  add place_hint text check (place_hint = normalize(place_hint, NFC) and length(trim(place_hint)) between 1 and 120),
  add note text check (note = normalize(note, NFC) and length(trim(note)) between 1 and 200);
comment on column app.incidents.ended_at is 'The end of the time in which it happened, where the moment itself is not known.';
comment on column app.incidents.accuracy_m is 'How far off the place may be, in metres; null where nobody said.';
comment on column app.incidents.place_hint is 'How the place is found: a landmark, never a person''s address. No number of a person, vehicle or telephone.';
comment on column app.incidents.note is 'For police alone. No number of a person, vehicle or telephone, and no e-mail address.';

create function app.personal_identifier(words text) returns text
language plpgsql immutable set search_path = '' as
$$
declare
  -- Days and sums of money are no numbers of anybody: 12.09.2026, 500.000.000.
  plain constant text := regexp_replace(regexp_replace(words, '[0-3]?[0-9][./-][0-1]?[0-9][./-](19|20)[0-9]{2}', ' ; ', 'g'),
    '(?<![0-9.+])[1-9][0-9]{0,2}([.,][0-9]{3})+(?![.,]?[0-9])', ' ; ', 'g');
  -- Digits that belong together, whatever stands between them: 0912 345 678, 031.099.001234, +84-912-345-678.
  joined constant text := regexp_replace(plain, '(?<=[0-9])[ . -]+(?=[0-9])', '', 'g');
begin
  return case
    when words ~* '[a-z0-9._%+-]+ *@ *[a-z0-9-]+(\.[a-z0-9-]+)+' then 'email'
    -- 15A-123.45, 15 B1 234.56, 29-LD 12345: province, series, number.
    when words ~* '(^|[^0-9a-z])[1-9][0-9][ .-]*([a-z][a-z0-9]?|ld|nn|ng|qt)[ .-]*([0-9]{3}[. -]?[0-9]{2}|[0-9]{4})($|[^0-9])' then 'plate'
    when joined ~ '(^|[^0-9])(\+?84|0)[235789][0-9]{8,9}($|[^0-9])' then 'phone'
    when joined ~ '(^|[^0-9])([0-9]{9}|[0-9]{12})($|[^0-9])' then 'identity_number'
  end;
end
$$;
comment on function app.personal_identifier(text) is
  'What in a sentence tells of one person: email, plate (of a vehicle), phone, identity_number (nine digits of the old card, twelve of the new); null where nothing was recognised. Telephone numbers by Viet Nam''s plan of 2018.';
revoke execute on function app.personal_identifier(text) from public;
grant execute on function app.personal_identifier(text) to authenticated;

create or replace function app.record_fields(record text)
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
    ('incidents', 'ended_at', 'instant', false, null),
    ('incidents', 'accuracy_m', 'choice', false, '{10,50,100,250,500}'),
    ('incidents', 'place_hint', 'text', false, null),
    ('incidents', 'note', 'sentence', false, null),
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

create or replace function app.field_problems(record text, feature jsonb, stored jsonb, commune uuid)
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
  select 'error', app.value_problem(o.kind, o.value, o.choices, commune), o.field, case when o.field not in ('place_hint', 'note') or record <> 'incidents' then jsonb_build_object('value', left(o.value, 80)) end
  from own o where app.value_problem(o.kind, o.value, o.choices, commune) is not null
  union all
  select 'error', 'in_future', o.field, null from own o
  where o.field in ('occurred_at', 'ended_at') and case when app.is_instant(o.value) then o.value::timestamptz > now() end
  union all
  select 'error', 'ends_before_begin', 'ended_at', null
  from (select coalesce(stored, '{}') || feature as meant) w
  where record = 'incidents' and (feature ? 'ended_at' or feature ? 'occurred_at')
    and case when app.is_instant(w.meant ->> 'ended_at') and app.is_instant(w.meant ->> 'occurred_at')
      then (w.meant ->> 'ended_at')::timestamptz <= (w.meant ->> 'occurred_at')::timestamptz end
  union all
  -- Only what was recognised is said, never the words themselves.
  select 'error', 'personal_' || app.personal_identifier(o.value), o.field, null from own o
  where record = 'incidents' and o.field in ('place_hint', 'note') and app.personal_identifier(o.value) is not null
$$;

drop function public.read_incidents(date, date, text[], uuid);
create function public.read_incidents(from_date date, to_date date, kinds text[] default null, commune_id uuid default null)
returns table (id uuid, kind text, occurred_at timestamptz, state text, cell_id integer, geometry jsonb, version integer,
  ended_at timestamptz, accuracy_m integer, place_hint text, note text)
-- Compiled, such a query takes longer than it runs: what it unfolds is guessed far too large.
language plpgsql volatile set search_path = '' set jit = off as
$$
#variable_conflict use_column
declare
  meant uuid := app.resolve_commune(read_incidents.commune_id);
begin
  perform app.log_incident_read('incidents', read_incidents.from_date, read_incidents.to_date, read_incidents.kinds, meant);
  return query
    with incident as materialized (
      select i.id, i.kind, i.occurred_at, i.state, i.geom, i.version, i.ended_at, i.accuracy_m, i.place_hint, i.note
      from app.incidents i
      where i.commune_id = meant and i.withdrawn_on is null
        and i.occurred_at >= (read_incidents.from_date::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and i.occurred_at < ((read_incidents.to_date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        and (read_incidents.kinds is null or i.kind = any (read_incidents.kinds))
    ),
    cell as materialized (select g.cell_id, g.geom from app.incident_grid g where g.commune_id = meant),
    near as materialized (
      select c.cell_id, c.geom, x, y from cell c,
        generate_series(floor(extensions.ST_XMin(c.geom) * 400)::integer, floor(extensions.ST_XMax(c.geom) * 400)::integer) x,
        generate_series(floor(extensions.ST_YMin(c.geom) * 400)::integer, floor(extensions.ST_YMax(c.geom) * 400)::integer) y
    ),
    placed as (
      -- As app.incident_cell: on the edge of two cells the lower number.
      select i.id, min(n.cell_id) as cell_id
      from incident i
      join near n on n.x = floor(extensions.ST_X(i.geom) * 400)::integer and n.y = floor(extensions.ST_Y(i.geom) * 400)::integer
        and extensions.ST_Intersects(n.geom, i.geom)
      group by i.id
    )
    select i.id, i.kind, i.occurred_at, i.state, p.cell_id, extensions.ST_AsGeoJSON(i.geom, 7)::jsonb, i.version,
      i.ended_at, i.accuracy_m, i.place_hint, i.note
    from incident i left join placed p on p.id = i.id
    order by i.id;
end
$$;
comment on function public.read_incidents(date, date, text[], uuid) is
  'Exact incidents from the first day to the last, both included, in Asia/Ho_Chi_Minh. Police of the commune alone get rows; every look is logged.';
revoke execute on function public.read_incidents(date, date, text[], uuid) from public;
grant execute on function public.read_incidents(date, date, text[], uuid) to authenticated;

comment on function public.save_incident(jsonb, integer, uuid) is
  'Police alone: makes or changes an incident, {id, kind, occurred_at and ended_at (ISO 8601 with offset), state, accuracy_m (10, 50, 100, 250 or 500), place_hint, note, geometry (point)}. Refused with personal_email, personal_plate, personal_phone or personal_identity_number where hint or note hold one. Answers {id} alone, because every read of incidents is logged. Errors as save_road, without either version in PT409.';
