-- Coverage: which part of each hamlet lies within a chosen distance of the points of a layer, where it does not, and
-- where another point would reach most.

create function app.point_places(layer text, kinds text[], as_of date, of_commune uuid)
returns table (id uuid, kind text, geom extensions.geometry)
language sql stable set search_path = '' as
$$
  select w.id, w.kind, w.geom from app.waste_points w
  join lateral (
    select s.state from app.waste_point_states s where s.waste_point_id = w.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on state.state <> 'closed'
  where point_places.layer = 'waste-points' and w.commune_id = of_commune and (w.valid_to is null or w.valid_to > as_of)
    and (coalesce(cardinality(kinds), 0) = 0 or w.kind = any (kinds))
  union all
  select c.id, 'cemetery', extensions.ST_PointOnSurface(c.geom) from app.cemeteries c
  where point_places.layer = 'cemeteries' and c.commune_id = of_commune and c.valid_from <= as_of and (c.valid_to is null or c.valid_to > as_of)
$$;
comment on function app.point_places(text, text[], date, uuid) is
  'The places of a layer''s points that are in use at the end of a day: not closed, not gone. A cemetery''s outline counts by a point inside. No kinds: all.';

create function app.refuse_reach(layer text, kinds text[], radius_m integer) returns void
language plpgsql stable set search_path = '' as
$$
begin
  if layer is null or layer not in ('waste-points', 'cemeteries') then
    raise exception using errcode = 'PT422', hint = 'layer_invalid', message = 'Chỉ tính được tầm phục vụ của điểm rác, thu gom và nghĩa trang liệt sĩ. Hãy chọn một trong các lớp đó.';
  end if;
  if exists (select from unnest(kinds) k where layer <> 'waste-points'
    or k not in ('collection', 'green_house', 'battery_exchange', 'pesticide_tank', 'black_spot')) then
    raise exception using errcode = 'PT422', hint = 'kind_invalid', message = 'Lớp này không có loại điểm đó. Hãy chọn lại loại điểm.';
  end if;
  if radius_m is null or radius_m not between 100 and 2000 then
    raise exception using errcode = 'PT422', hint = 'radius_invalid', message = 'Bán kính phải từ 100 m đến 2.000 m. Hãy chọn lại.';
  end if;
end
$$;
comment on function app.refuse_reach(text, text[], integer) is 'Raises PT422 layer_invalid, kind_invalid or radius_invalid.';

create function app.projected_parts(as_of date, of_commune uuid, layer text, kinds text[])
returns table (part text, id uuid, geom extensions.geometry)
language sql stable set search_path = '' as
$$
  with gathered as (
    select g.*, row_number() over (order by g.part, g.id) as n from (
      select 'hamlet' as part, h.id, h.geom from app.hamlets h
      where h.commune_id = of_commune and h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
      union all
      select 'residential', h.id, h.residential_geom from app.hamlets h
      where h.commune_id = of_commune and h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of) and h.residential_geom is not null
      union all
      select 'point', p.id, p.geom from app.point_places(layer, kinds, as_of, of_commune) p
    ) g
  ),
  -- In one piece: reading the description of a projection takes longer than projecting.
  projected as materialized (
    select extensions.ST_Transform(extensions.ST_Collect(g.geom order by g.n), '+proj=longlat +datum=WGS84 +no_defs', s.proj) as geom
    from gathered g cross join app.communes c join app.coordinate_systems s on s.code = c.coordinate_system
    where c.id = of_commune group by s.proj
  )
  select g.part, g.id, extensions.ST_GeometryN(p.geom, g.n::integer) from gathered g cross join projected p
$$;
comment on function app.projected_parts(date, uuid, text, text[]) is
  'Hamlets, their residential areas and a layer''s points of a day, in metres of the commune''s VN-2000 zone.';

create function app.degrees_of(place extensions.geometry, of_commune uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select extensions.ST_AsGeoJSON(extensions.ST_Transform(place, s.proj, '+proj=longlat +datum=WGS84 +no_defs'), 7)::jsonb
  from app.communes c join app.coordinate_systems s on s.code = c.coordinate_system where c.id = of_commune
$$;
comment on function app.degrees_of(extensions.geometry, uuid) is 'GeoJSON in WGS84 degrees of a geometry in the commune''s VN-2000 zone.';

create function public.coverage_at(layer text, kinds text[], radius_m integer, as_of date default null, commune_id uuid default null)
returns table (
  hamlet_id uuid, area_m2 double precision, reached_m2 double precision, residential_m2 double precision,
  residential_reached_m2 double precision, nearest_m double precision, gap jsonb
)
language plpgsql stable set search_path = '' as
$$
declare
  commune constant uuid := app.resolve_commune(coverage_at.commune_id);
  day constant date := coalesce(coverage_at.as_of, app.today());
begin
  perform app.refuse_reach(coverage_at.layer, coverage_at.kinds, radius_m);
  return query
    with parts as materialized (select p.* from app.projected_parts(day, commune, coverage_at.layer, coverage_at.kinds) p),
    circles as materialized (select p.id, extensions.ST_Buffer(p.geom, radius_m, 16) as geom from parts p where p.part = 'point'),
    areas as materialized (
      select a.part, a.id, a.geom,
        (select extensions.ST_Union(c.geom) from circles c where extensions.ST_Intersects(c.geom, a.geom)) as reach,
        case a.part when 'hamlet' then (select min(extensions.ST_Distance(l.geom, p.geom)) from parts p where p.part = 'point') end as nearest
      from parts a
      -- From the middle of where people live, else of the hamlet: the centre of the largest circle inside.
      left join lateral (
        select (extensions.ST_MaximumInscribedCircle(coalesce(
          (select r.geom from parts r where r.part = 'residential' and r.id = a.id), a.geom))).center as geom
      ) l on a.part = 'hamlet'
      where a.part <> 'point'
    ),
    cut as materialized (
      select a.part, a.id, a.nearest, extensions.ST_Area(a.geom) as whole,
        coalesce(extensions.ST_Area(extensions.ST_Intersection(a.geom, a.reach)), 0) as reached,
        case when a.part = 'hamlet' then case when a.reach is null then a.geom
          else extensions.ST_CollectionExtract(extensions.ST_Difference(a.geom, a.reach), 3) end end as gap
      from areas a
    ),
    -- One transformation for all gaps, and each of them back by its place.
    gaps as materialized (
      select extensions.ST_Transform(extensions.ST_Collect(extensions.ST_Multi(g.gap) order by g.id), s.proj, '+proj=longlat +datum=WGS84 +no_defs') as geom
      from cut g cross join app.communes c join app.coordinate_systems s on s.code = c.coordinate_system
      where c.id = commune and g.part = 'hamlet' group by s.proj
    ),
    numbered as (select c.*, row_number() over (order by c.id)::integer as n from cut c where c.part = 'hamlet')
    select h.id, h.whole, h.reached, r.whole, r.reached, h.nearest,
      case when extensions.ST_IsEmpty(h.gap) then null else extensions.ST_AsGeoJSON(extensions.ST_GeometryN(g.geom, h.n), 7)::jsonb end
    from numbered h cross join gaps g left join cut r on r.part = 'residential' and r.id = h.id
    order by h.id;
end
$$;
comment on function public.coverage_at(text, text[], integer, date, uuid) is
  'For each hamlet of a day: its area and how much of it lies within radius_m (100 to 2000) of a point of the layer (waste-points with kinds, cemeteries) that is in use, the same of its residential area (null where none is drawn), the part that is not reached (gap), and how far the nearest point is from the middle of its residential area, else of the hamlet. Square metres and metres in the commune''s VN-2000 zone; circles of 64 sides. PT422 layer_invalid, kind_invalid, radius_invalid.';

create function public.best_places(
  layer text, kinds text[], radius_m integer, as_of date default null, places integer default 5, commune_id uuid default null
)
returns table (rank integer, hamlet_id uuid, free_radius_m double precision, adds_m2 double precision, geometry jsonb)
language plpgsql stable set search_path = '' as
$$
declare
  commune constant uuid := app.resolve_commune(best_places.commune_id);
  day constant date := coalesce(best_places.as_of, app.today());
  whole extensions.geometry;
  gap extensions.geometry;
  circle extensions.geometry;
  largest record;
begin
  perform app.refuse_reach(best_places.layer, best_places.kinds, radius_m);
  with parts as materialized (select p.* from app.projected_parts(day, commune, best_places.layer, best_places.kinds) p)
  select extensions.ST_Union(p.geom) filter (where p.part = 'hamlet'),
    extensions.ST_Union(extensions.ST_Buffer(p.geom, radius_m, 16)) filter (where p.part = 'point')
  into whole, circle from parts p;
  gap := case when circle is null then whole else extensions.ST_CollectionExtract(extensions.ST_Difference(whole, circle), 3) end;
  for position in 1 .. least(greatest(coalesce(places, 5), 1), 5) loop
    exit when gap is null or extensions.ST_IsEmpty(gap);
    select m.center, m.radius into largest from extensions.ST_MaximumInscribedCircle(gap) m;
    -- Slivers along the circles are no place for anything.
    exit when largest.radius is null or largest.radius < 25;
    circle := extensions.ST_Buffer(largest.center, radius_m, 16);
    rank := position;
    free_radius_m := largest.radius;
    adds_m2 := extensions.ST_Area(extensions.ST_Intersection(gap, circle));
    geometry := app.degrees_of(largest.center, commune);
    hamlet_id := (select h.id from app.hamlet_around(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(geometry), 4326), day, commune) h);
    return next;
    gap := extensions.ST_CollectionExtract(extensions.ST_Difference(gap, circle), 3);
  end loop;
end
$$;
comment on function public.best_places(text, text[], integer, date, integer, uuid) is
  'Up to five places for another point, the best first: each the centre of the largest circle that fits into what is not reached yet (radius free_radius_m), with the area that a point there would add; then its own reach is taken out. Square metres and metres in the commune''s VN-2000 zone. Errors as coverage_at.';

revoke execute on function app.point_places(text, text[], date, uuid), app.refuse_reach(text, text[], integer),
  app.projected_parts(date, uuid, text, text[]), app.degrees_of(extensions.geometry, uuid),
  public.coverage_at(text, text[], integer, date, uuid), public.best_places(text, text[], integer, date, integer, uuid) from public;
grant execute on function app.point_places(text, text[], date, uuid), app.refuse_reach(text, text[], integer),
  app.projected_parts(date, uuid, text, text[]), app.degrees_of(extensions.geometry, uuid),
  public.coverage_at(text, text[], integer, date, uuid), public.best_places(text, text[], integer, date, integer, uuid)
  to anon, authenticated, service_role;
