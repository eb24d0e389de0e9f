-- Hamlets merge and split: the old ones end on a day, new ones begin on it, and who became whom is written down, so
-- that roads and figures find their way from one to the other at every date.

create function app.without_slits(area extensions.geometry) returns extensions.geometry
language sql immutable set search_path = '' as
$$
  select extensions.ST_Multi(extensions.ST_Collect(extensions.ST_MakePolygon(extensions.ST_ExteriorRing(d.geom), array(
    select extensions.ST_InteriorRingN(d.geom, n) from generate_series(1, extensions.ST_NumInteriorRings(d.geom)) n
    where exists (select 1 from app.wide_pieces(extensions.ST_MakePolygon(extensions.ST_InteriorRingN(d.geom, n)), 1))))))
  from extensions.ST_Dump(area) d
$$;
comment on function app.without_slits(extensions.geometry) is
  'An area without the holes that are nowhere wider than 1 m: what two borders that were drawn apart leave between them.';

create function app.fitted_parts(outline extensions.geometry, parts extensions.geometry[])
returns table ("row" integer, geom extensions.geometry)
language sql stable set search_path = '' as
$$
  with face as materialized (
    select f.number, f.geom, (
      select min(n) from generate_subscripts(parts, 1) n where extensions.ST_Intersects(parts[n], f.inside)) as owner
    from (select row_number() over () as number, f as geom, extensions.ST_PointOnSurface(f) as inside
      from app.faces(array[outline] || parts) f) f
    where extensions.ST_Intersects(outline, f.inside)
  ),
  owned as (
    select f.geom, coalesce(f.owner, (
      select n.owner from face n where n.owner is not null
      group by n.owner
      order by sum(extensions.ST_Length(extensions.ST_Intersection(extensions.ST_Boundary(f.geom), extensions.ST_Boundary(n.geom)))) desc,
        min(extensions.ST_Distance(f.geom, n.geom)), n.owner limit 1)) as owner
    from face f
  )
  select o.owner, extensions.ST_Multi(extensions.ST_Union(o.geom)) from owned o where o.owner is not null group by o.owner
$$;
comment on function app.fitted_parts(extensions.geometry, extensions.geometry[]) is
  'Parts as they tile an outline exactly: a strip between them goes to the one with the longest border with it, one under two of them to the first, what sticks out is cut off.';

create function app.tiling_problems(outline extensions.geometry, parts extensions.geometry[])
returns table (level text, code text, field text, detail jsonb, "row" integer)
language sql stable set search_path = '' as
$$
  with found as (
    select 'parts_leave_gap' as code, null::integer as "row", null::integer as other, w.*
    from (select extensions.ST_Union(p) as geom from unnest(parts) p) together
    cross join lateral app.wide_pieces(extensions.ST_Difference(outline, together.geom), 1) w
    union all
    select 'part_outside', n, null, w.*
    from generate_subscripts(parts, 1) n cross join lateral app.wide_pieces(extensions.ST_Difference(parts[n], outline), 1) w
    union all
    select 'parts_overlap', m, n, w.*
    from generate_subscripts(parts, 1) n join generate_subscripts(parts, 1) m on m > n
    cross join lateral app.wide_pieces(extensions.ST_Intersection(parts[n], parts[m]), 1) w
  )
  select 'error', f.code, 'geometry', jsonb_build_object('area_m2', round(sum(f.area_m2)), 'with', f.other,
    'place', extensions.ST_AsGeoJSON(extensions.ST_PointOnSurface((array_agg(f.geom order by f.area_m2 desc))[1]), 7)::jsonb), f."row"
  from found f group by f.code, f."row", f.other
$$;
comment on function app.tiling_problems(extensions.geometry, extensions.geometry[]) is
  'Where parts do not tile an outline by more than 1 m: parts_leave_gap, part_outside (row), parts_overlap (row, with the row before it); area in square metres and a place in the largest piece.';

create function app.end_hamlet(hamlet uuid, on_date date, edited_version integer) returns void
language sql volatile set search_path = '' as
$$ select app.end_record('hamlets', app.stored_record('hamlets', hamlet), jsonb_build_object('valid_to', on_date), edited_version) $$;
comment on function app.end_hamlet(uuid, date, integer) is 'Ends a hamlet on the day on which others succeed it.';

create function app.ending_problems(hamlet jsonb, on_date date)
returns table (level text, code text, field text, detail jsonb)
language sql stable set search_path = '' as
$$
  select 'error', 'required', 'on_date', null::jsonb where on_date is null
  union all
  select 'error', 'before_start', 'on_date', jsonb_build_object('starts_on', hamlet -> 'valid_from') where on_date <= (hamlet ->> 'valid_from')::date
  union all
  select 'error', 'already_ended', 'id', jsonb_build_object('id', hamlet -> 'id', 'name', hamlet -> 'name', 'ended_on', hamlet -> 'valid_to',
    'successors', app.hamlet_becomes((hamlet ->> 'id')::uuid)) where hamlet ->> 'valid_to' is not null
$$;
comment on function app.ending_problems(jsonb, date) is 'Why a hamlet cannot end on a day in favour of others.';

create function app.hamlet_sum(hamlets uuid[], on_date date) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object(
    'households', case when count(s.households) = cardinality(hamlets) then sum(s.households) end,
    'population', case when count(s.population) = cardinality(hamlets) then sum(s.population) end,
    'cultivated_area_ha', case when count(s.cultivated_area_ha) = cardinality(hamlets) then sum(s.cultivated_area_ha) end)
  from unnest(hamlets) h (id) left join lateral (
    select t.* from app.hamlet_statistics t where t.hamlet_id = h.id and t.valid_from < on_date order by t.valid_from desc limit 1) s on true
$$;
comment on function app.hamlet_sum(uuid[], date) is
  'The latest figures of several hamlets before a day, added up; null where one of them did not report. An offer for a form: nothing stores it.';

create function public.merge_hamlets(hamlets jsonb, hamlet jsonb, on_date date) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  new_id constant uuid := app.record_id(hamlet);
  ids constant uuid[] := array(select app.record_id(h.hamlet) from jsonb_array_elements(merge_hamlets.hamlets) with ordinality h (hamlet, position) order by h.position);
  old constant jsonb[] := array(select app.record_to_end('hamlets', i.id) from unnest(ids) with ordinality i (id, position) order by i.position);
  commune constant uuid := old[1] ->> 'commune_id';
  problems jsonb := '[]';
  feature jsonb;
  merged extensions.geometry;
  built_up extensions.geometry;
begin
  -- Sent twice: these have become that one already.
  if not exists (select 1 from unnest(ids) i (id) where not exists (
    select 1 from app.hamlet_successions s where s.hamlet_id = i.id and s.successor_id = new_id)) and cardinality(ids) > 0 then
    return app.merge_answer(new_id, ids, on_date, problems);
  end if;
  if (select count(distinct i) from unnest(ids) i) < 2 then
    problems := '[{"level": "error", "field": "hamlets", "code": "too_few", "detail": null}]';
  end if;
  for n in 1 .. cardinality(ids) loop
    problems := problems || coalesce((select jsonb_agg(to_jsonb(p) || jsonb_build_object('row', n)) from app.ending_problems(old[n], on_date) p), '[]');
  end loop;
  perform app.refuse_fields(problems);
  select extensions.ST_Union(h.geom), extensions.ST_Union(h.residential_geom) into merged, built_up from app.hamlets h where h.id = any (ids);
  for n in 1 .. cardinality(ids) loop
    perform app.end_hamlet(ids[n], on_date, (select (h.hamlet ->> 'version')::integer
      from jsonb_array_elements(merge_hamlets.hamlets) with ordinality h (hamlet, position) where h.position = n));
  end loop;
  feature := case when (select count(distinct o ->> 'former_commune') from unnest(old) o) = 1
      then jsonb_build_object('former_commune', old[1] -> 'former_commune') else '{}' end
    || hamlet || jsonb_build_object('valid_from', on_date, 'geometry', extensions.ST_AsGeoJSON(app.without_slits(merged), 7)::jsonb)
    || case when built_up is not null then jsonb_build_object('residential_geometry', extensions.ST_AsGeoJSON(extensions.ST_Multi(built_up), 7)::jsonb) else '{}' end;
  problems := coalesce((select jsonb_agg(to_jsonb(p)) from app.record_problems('hamlets', feature, null, commune) p), '[]');
  if extensions.ST_NumGeometries(merged) > 1 then
    problems := problems || '[{"level": "warning", "field": "hamlets", "code": "not_adjacent", "detail": null}]';
  end if;
  perform app.refuse_fields(problems);
  perform app.store_record('hamlets', feature, null, null, commune);
  insert into app.hamlet_successions (id, commune_id, hamlet_id, successor_id)
  select gen_random_uuid(), commune, i.id, new_id from unnest(ids) i (id);
  return app.merge_answer(new_id, ids, on_date, problems);
end
$$;
comment on function public.merge_hamlets(jsonb, jsonb, date) is
  'Merges hamlets, [{id, version}], into a new one, {id, name, former_commune}, from a day on: they end on it, their outlines become one, and their succession is written. Answers {id, version, ended: [{id, version}], statistics_sum, repairs, warnings}; statistics_sum (households, population, cultivated_area_ha in hectares) is offered, not stored. Errors as save_hamlets; too_few, already_ended; warning not_adjacent.';

create function app.merge_answer(new_id uuid, ids uuid[], on_date date, problems jsonb) returns jsonb
language sql stable set search_path = '' as
$$
  select app.saved_answer('hamlets', new_id, problems) || jsonb_build_object('statistics_sum', app.hamlet_sum(ids, on_date),
    'ended', (select jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version) order by array_position(ids, h.id)) from app.hamlets h where h.id = any (ids)))
$$;
comment on function app.merge_answer(uuid, uuid[], date, jsonb) is 'What merge_hamlets answers.';

create function public.split_hamlet(id uuid, parts jsonb, on_date date, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  old constant jsonb := app.record_to_end('hamlets', split_hamlet.id);
  commune constant uuid := old ->> 'commune_id';
  ids constant uuid[] := array(select app.record_id(p.part) from jsonb_array_elements(parts) with ordinality p (part, position) order by p.position);
  features constant jsonb[] := array(
    select jsonb_build_object('former_commune', old -> 'former_commune') || p.part || jsonb_build_object('valid_from', on_date)
    from jsonb_array_elements(parts) with ordinality p (part, position) order by p.position);
  shapes constant extensions.geometry[] := array(
    select (app.read_geometry(f.feature -> 'geometry', 'area')).geom from unnest(features) with ordinality f (feature, position) order by f.position);
  whole record;
  fitted record;
  problems jsonb := '[]';
begin
  if cardinality(ids) > 0 and not exists (select 1 from unnest(ids) i (id) where not exists (
    select 1 from app.hamlet_successions s where s.hamlet_id = split_hamlet.id and s.successor_id = i.id)) then
    return app.split_answer(split_hamlet.id, ids, problems);
  end if;
  select h.geom, h.residential_geom into whole from app.hamlets h where h.id = split_hamlet.id;
  if (select count(distinct i) from unnest(ids) i) < 2 then
    problems := '[{"level": "error", "field": "parts", "code": "too_few", "detail": null}]';
  end if;
  problems := problems || coalesce((select jsonb_agg(to_jsonb(p)) from app.ending_problems(old, on_date) p), '[]');
  -- Ended first, so that a part may keep the name.
  if problems = '[]' then
    perform app.end_hamlet(split_hamlet.id, on_date, edited_version);
  end if;
  for n in 1 .. cardinality(ids) loop
    problems := problems || coalesce((select jsonb_agg(to_jsonb(p) || jsonb_build_object('row', n))
      from app.record_problems('hamlets', features[n], null, commune) p
      where not (p.field = 'valid_from' and on_date is null) and not (p.code = 'exists_already' and problems @> '[{"level": "error"}]')), '[]')
      || coalesce((select jsonb_agg(jsonb_build_object('level', 'error', 'code', 'same_name_twice', 'field', 'name', 'row', n, 'detail', jsonb_build_object('row', m)))
        from generate_subscripts(features, 1) m where m < n and app.name_key(features[m] ->> 'name') = app.name_key(features[n] ->> 'name')
          and app.name_key(features[m] ->> 'former_commune') is not distinct from app.name_key(features[n] ->> 'former_commune')), '[]');
  end loop;
  if array_position(shapes, null) is null then
    problems := problems || coalesce((select jsonb_agg(to_jsonb(p)) from app.tiling_problems(whole.geom, shapes) p), '[]');
  end if;
  perform app.refuse_fields(problems);
  for fitted in select f.* from app.fitted_parts(whole.geom, shapes) f order by f."row" loop
    perform app.store_record('hamlets', features[fitted."row"] || jsonb_build_object(
      'geometry', extensions.ST_AsGeoJSON(fitted.geom, 7)::jsonb,
      -- Land that was built up stays so, whoever it belongs to.
      'residential_geometry', (select extensions.ST_AsGeoJSON(r.geom, 7)::jsonb
        from (select extensions.ST_Multi(extensions.ST_CollectionExtract(extensions.ST_Intersection(whole.residential_geom, fitted.geom), 3)) as geom) r
        where not extensions.ST_IsEmpty(r.geom))), null, null, commune);
    insert into app.hamlet_successions (id, commune_id, hamlet_id, successor_id)
    values (gen_random_uuid(), commune, split_hamlet.id, ids[fitted."row"]);
    problems := problems || coalesce((
      select jsonb_build_array(jsonb_build_object('level', 'repair', 'code', 'edges_fitted', 'field', 'geometry', 'row', fitted."row",
        'detail', jsonb_build_object('area_m2', round(d.area_m2))))
      from (select extensions.ST_Area(extensions.ST_SymDifference(fitted.geom, shapes[fitted."row"])::extensions.geography) as area_m2) d
      where d.area_m2 >= 1), '[]');
  end loop;
  return app.split_answer(split_hamlet.id, ids, problems);
end
$$;
comment on function public.split_hamlet(uuid, jsonb, date, integer) is
  'Splits a hamlet into parts, [{id, name, former_commune, geometry (area)}], from a day on: it ends on it, the parts begin without figures, and their succession is written. The parts tile the old outline: up to 1 m they are fitted (repair edges_fitted), beyond it refused (parts_leave_gap, parts_overlap, part_outside). Answers {hamlets: [{id, version}], ended: {id, version}, repairs, warnings}. Errors as save_hamlets; too_few, already_ended.';

create function app.split_answer(old_id uuid, ids uuid[], problems jsonb) returns jsonb
language sql stable set search_path = '' as
$$
  select app.saved_answer('hamlets', old_id, problems) - 'id' - 'version' || jsonb_build_object(
    'ended', (select jsonb_build_object('id', h.id, 'version', h.version) from app.hamlets h where h.id = old_id),
    'hamlets', (select jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version) order by array_position(ids, h.id)) from app.hamlets h where h.id = any (ids)))
$$;
comment on function app.split_answer(uuid, uuid[], jsonb) is 'What split_hamlet answers.';

revoke execute on function app.without_slits(extensions.geometry), app.fitted_parts(extensions.geometry, extensions.geometry[]),
  app.tiling_problems(extensions.geometry, extensions.geometry[]), app.end_hamlet(uuid, date, integer), app.ending_problems(jsonb, date),
  app.hamlet_sum(uuid[], date), app.merge_answer(uuid, uuid[], date, jsonb), app.split_answer(uuid, uuid[], jsonb),
  public.merge_hamlets(jsonb, jsonb, date), public.split_hamlet(uuid, jsonb, date, integer) from public;
grant execute on function app.without_slits(extensions.geometry), app.fitted_parts(extensions.geometry, extensions.geometry[]),
  app.tiling_problems(extensions.geometry, extensions.geometry[]), app.end_hamlet(uuid, date, integer), app.ending_problems(jsonb, date),
  app.hamlet_sum(uuid[], date), app.merge_answer(uuid, uuid[], date, jsonb), app.split_answer(uuid, uuid[], jsonb),
  public.merge_hamlets(jsonb, jsonb, date), public.split_hamlet(uuid, jsonb, date, integer) to authenticated;
