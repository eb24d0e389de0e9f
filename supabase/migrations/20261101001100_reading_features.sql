-- Reading what people bring: GeoJSON features are read, repaired where that is safe, and
-- checked row by row. Checking and storing share these functions, so both see the same.

create function app.read_geometry(geometry jsonb, expected text, out geom extensions.geometry, out problem text, out repair text, out place jsonb)
language plpgsql immutable set search_path = '' as
$$
declare
  vietnam constant extensions.geometry := extensions.ST_MakeEnvelope(102, 6, 118, 24, 4326);
  repaired extensions.geometry;
begin
  if geometry is null or jsonb_typeof(geometry) <> 'object' then
    problem := 'geometry_missing';
    return;
  end if;
  begin
    geom := extensions.ST_Force2D(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(geometry::text), 4326));
  exception when others then
    problem := 'geometry_unreadable';
    return;
  end;
  if geom is null or extensions.ST_IsEmpty(geom) then
    problem := 'geometry_missing';
  elsif extensions.GeometryType(geom) = 'MULTIPOINT' and extensions.ST_NumGeometries(geom) = 1 then
    geom := extensions.ST_GeometryN(geom, 1);
  end if;
  if problem is null and not (case expected
      when 'area' then extensions.GeometryType(geom) in ('POLYGON', 'MULTIPOLYGON')
      when 'line' then extensions.GeometryType(geom) in ('LINESTRING', 'MULTILINESTRING')
      when 'point' then extensions.GeometryType(geom) = 'POINT'
      when 'place' then extensions.GeometryType(geom) in ('POINT', 'POLYGON', 'MULTIPOLYGON')
    end) then
    problem := 'geometry_type';
  elsif problem is null and (abs(extensions.ST_XMax(geom)) > 180 or abs(extensions.ST_YMax(geom)) > 180) then
    problem := 'metres_not_degrees';
  elsif problem is null and not extensions.ST_Intersects(extensions.ST_Envelope(geom), vietnam) then
    problem := case when extensions.ST_Intersects(extensions.ST_Envelope(extensions.ST_FlipCoordinates(geom)), vietnam)
      then 'swapped_axes' else 'outside_vietnam' end;
  end if;
  if problem is not null then
    geom := null;
    return;
  end if;
  geom := extensions.ST_SnapToGrid(geom, 1e-7);
  -- What is smaller than the grid has no ground left.
  if geom is null or extensions.ST_IsEmpty(geom) then
    problem := 'geometry_missing';
  -- A ring that does not close is not GeoJSON, and what follows would fail on it instead of judging it.
  elsif extensions.ST_Dimension(geom) = 2 and not extensions.ST_IsClosed(geom) then
    problem := 'geometry_unreadable';
  end if;
  if problem is not null then
    geom := null;
    return;
  end if;
  if not extensions.ST_IsValid(geom) then
    repaired := extensions.ST_CollectionExtract(extensions.ST_MakeValid(geom), extensions.ST_Dimension(geom) + 1);
    -- A tiny fold is safely cut off; a ring that truly crosses itself may mean either side, so a person must look.
    if extensions.ST_IsEmpty(repaired)
      or abs(extensions.ST_Area(repaired) - extensions.ST_Area(geom)) > 0.001 * extensions.ST_Area(repaired) then
      problem := 'self_crossing';
      place := extensions.ST_AsGeoJSON((extensions.ST_IsValidDetail(geom)).location, 7)::jsonb;
      geom := null;
      return;
    end if;
    geom := repaired;
    repair := 'self_crossing_repaired';
  end if;
  if expected in ('area', 'line') then
    geom := extensions.ST_Multi(geom);
  end if;
end
$$;
comment on function app.read_geometry(jsonb, text) is
  'Reads a GeoJSON geometry in WGS84 degrees as area, line, point or place (point or area). problem: geometry_missing, geometry_unreadable, geometry_type, metres_not_degrees, swapped_axes, outside_vietnam, self_crossing (place says where). repair: self_crossing_repaired when a fold of at most 0.1 % of the area was cut off.';

create function app.layer_fields(layer text)
returns table (field text, kind text, required boolean, choices text[])
language sql immutable set search_path = '' as
$$
  select f.field, f.kind, f.required, f.choices from (values
    ('hamlets', 'name', 'text', true, null::text[]),
    ('hamlets', 'former_commune', 'text', false, null),
    ('hamlets', 'valid_from', 'date', true, null),
    ('hamlets', 'roads_declared_complete_on', 'date', false, null),
    ('hamlets', 'households', 'integer', false, null),
    ('hamlets', 'population', 'integer', false, null),
    ('hamlets', 'cultivated_area_ha', 'number', false, null),
    ('roads', 'name', 'text', false, null),
    ('roads', 'class', 'choice', true, '{national,provincial,district,commune,hamlet,alley,field}'),
    ('roads', 'valid_from', 'date', true, null),
    ('model_roads', 'name', 'text', true, null),
    ('model_roads', 'organization_id', 'organization', false, null),
    ('model_roads', 'registered_on', 'date', true, null),
    ('model_roads', 'recognised_on', 'date', false, null),
    ('model_roads', 'decision_number', 'text', false, null),
    ('model_roads', 'decision_date', 'date', false, null),
    ('waste_points', 'name', 'text', true, null),
    ('waste_points', 'kind', 'choice', true, '{collection,green_house,battery_exchange,pesticide_tank,black_spot}'),
    ('waste_points', 'state', 'choice', true, '{active,needs_attention,closed}'),
    ('waste_points', 'organization_id', 'organization', false, null),
    ('waste_points', 'valid_from', 'date', true, null),
    ('cemeteries', 'name', 'text', true, null),
    ('cemeteries', 'graves', 'integer', false, null),
    ('cemeteries', 'organization_id', 'organization', false, null),
    ('cemeteries', 'valid_from', 'date', true, null)
  ) as f (layer, field, kind, required, choices)
  where f.layer = layer_fields.layer
$$;
comment on function app.layer_fields(text) is 'Fields that a layer takes from a file, and what each may hold.';

create function app.is_day(value text) returns boolean
language plpgsql immutable set search_path = '' as
$$
begin
  return value ~ '^\d{4}-\d{2}-\d{2}$' and value::date is not null;
exception when others then
  return false;
end
$$;
comment on function app.is_day(text) is 'Whether a text is a day that exists, as 2026-12-31.';

create function app.read_features(layer text, features jsonb)
returns table (row_number integer, properties jsonb, geom extensions.geometry, problem text, repair text, place jsonb)
language sql immutable set search_path = '' as
$$
  select f.position::integer,
    -- Text is kept composed (NFC) and trimmed; an empty cell is "not said".
    (select jsonb_object_agg(p.key, case jsonb_typeof(p.value)
        when 'string' then to_jsonb(nullif(normalize(trim(p.value #>> '{}'), NFC), '')) else p.value end)
      from jsonb_each(f.feature - 'geometry') p),
    g.geom, g.problem, g.repair, g.place
  from jsonb_array_elements(features) with ordinality f (feature, position)
  cross join lateral app.read_geometry(f.feature -> 'geometry', case layer
    when 'hamlets' then 'area' when 'roads' then 'line' when 'model_roads' then 'line'
    when 'waste_points' then 'point' when 'cemeteries' then 'place' end) g
$$;
comment on function app.read_features(text, jsonb) is 'One row per feature of an array of {id, geometry, field …}, numbered from 1.';

create function app.stored_places(layer text, commune uuid) returns table (id uuid, name text, geom extensions.geometry)
language sql stable set search_path = '' as
$$
  select r.id, r.name, r.geom from app.roads r where layer = 'roads' and r.commune_id = commune
  union all
  select m.id, m.name, m.geom from app.model_roads m where layer = 'model_roads' and m.commune_id = commune
  union all
  select w.id, w.name, w.geom from app.waste_points w where layer = 'waste_points' and w.commune_id = commune
  union all
  select c.id, c.name, c.geom from app.cemeteries c where layer = 'cemeteries' and c.commune_id = commune
$$;
comment on function app.stored_places(text, uuid) is
  'Names and places of what a layer holds already. Hamlets are missing: they are known by their name and former commune.';

create function app.feature_problems(layer text, features jsonb, commune uuid)
returns table (row_number integer, level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  with here as (select c.geom, c.geom::extensions.geography as ground from app.communes c where c.id = commune),
  read as materialized (select * from app.read_features(layer, features)),
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
  -- 500 m: a point on the far bank of a border river is believable, one in the next district is not.
  select r.row_number, 'error', 'outside_commune', 'geometry',
    jsonb_build_object('distance_m', round(extensions.ST_Distance(r.geom::extensions.geography, here.ground)))
  from read r cross join here
  where r.geom is not null and not extensions.ST_Intersects(r.geom, here.geom)
    and not extensions.ST_DWithin(r.geom::extensions.geography, here.ground, 500)
  union all
  select s.row_number, 'warning', 'sticks_out', 'geometry', jsonb_build_object('share', round(s.share::numeric, 3))
  from (
    select r.row_number, 1 - extensions.ST_Area(extensions.ST_Intersection(r.geom, here.geom)) / extensions.ST_Area(r.geom) as share
    from read r cross join here
    where layer = 'hamlets' and r.geom is not null and not extensions.ST_CoveredBy(r.geom, here.geom)
  ) s where s.share > 0.01
  union all
  select r.row_number, 'error', 'no_hamlet_here', 'geometry', null from read r
  where layer = 'model_roads' and r.geom is not null
    and not exists (select 1 from app.hamlets h where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, r.geom))
  order by 1, 2, 3
$$;
comment on function app.feature_problems(text, jsonb, uuid) is
  'What is wrong (error: nothing can be stored), odd (warning) or was mended (repair) in each row; the screen has the words for each code.';

revoke execute on function app.stored_places(text, uuid), app.read_geometry(jsonb, text), app.layer_fields(text), app.is_day(text), app.read_features(text, jsonb),
  app.feature_problems(text, jsonb, uuid) from public;
grant execute on function app.stored_places(text, uuid), app.read_geometry(jsonb, text), app.layer_fields(text), app.is_day(text), app.read_features(text, jsonb),
  app.feature_problems(text, jsonb, uuid) to authenticated;
