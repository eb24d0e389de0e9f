-- What lies wholly outside the commune is told so once: not also that a part of a hamlet sticks out, nor that a
-- road has no hamlet there.

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
  )
  select r.row_number, 'error', r.problem, 'geometry', r.place from read r where r.problem is not null
  union all
  select r.row_number, 'repair', r.repair, 'geometry', null from read r where r.repair is not null
  union all
  select c.row_number, 'error', 'required', c.field, null from cells c where c.required and c.value is null
  union all
  select c.row_number, 'error',
    case when c.kind = 'text' then case when length(c.value) > 120 then 'too_long' else 'markup' end
      else c.kind || '_invalid' end,
    c.field, jsonb_build_object('value', left(c.value, 80))
  from cells c
  where c.value is not null and not case c.kind
    when 'text' then c.value !~ '[<>]' and length(c.value) <= 120
    when 'date' then app.is_day(c.value)
    when 'integer' then c.value ~ '^\d{1,9}$'
    when 'number' then c.value ~ '^\d{1,7}(\.\d+)?$'
    when 'choice' then c.value = any (c.choices)
    when 'organization' then exists (select 1 from app.organizations o where o.id::text = c.value and o.commune_id = commune)
  end
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
