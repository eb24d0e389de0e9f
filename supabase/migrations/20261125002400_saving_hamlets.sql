-- Hamlets tile the commune, so an outline is nobody's alone: what one gains another loses. Nothing overlaps silently.

create function app.wide_pieces(area extensions.geometry, width_m double precision) returns table (geom extensions.geometry, area_m2 double precision)
language sql immutable set search_path = '' as
$$
  -- A plane in metres is exact enough for a width: a degree of latitude has 110,574 m, one of longitude 111,320 m times the cosine.
  select d.geom, extensions.ST_Area(d.geom::extensions.geography)
  from extensions.ST_Dump(extensions.ST_CollectionExtract(area, 3)) d
  where not extensions.ST_IsEmpty(extensions.ST_Buffer(
    extensions.ST_Scale(d.geom, 111320 * cos(radians(extensions.ST_YMin(d.geom))), 110574), -width_m / 2))
$$;
comment on function app.wide_pieces(extensions.geometry, double precision) is
  'The pieces of an area that are somewhere wider than so many metres: what is narrower is how two people draw one border.';

create function app.faces(outlines extensions.geometry[]) returns setof extensions.geometry
language sql immutable set search_path = '' as
$$
  select d.geom
  from (
    select extensions.ST_Polygonize(lines.geom) as geom
    from (select extensions.ST_UnaryUnion(extensions.ST_Collect(extensions.ST_Boundary(o)), 1e-7) as geom from unnest(outlines) o) lines
  ) polygons cross join lateral extensions.ST_Dump(polygons.geom) d
$$;
comment on function app.faces(extensions.geometry[]) is
  'The pieces into which outlines cut the ground, every corner on the grid of 1e-7 degrees: areas that are put together from them share their borders exactly.';

create function app.fitted_hamlets(edited uuid[], outlines extensions.geometry[], old_land extensions.geometry, commune uuid)
returns table (id uuid, geom extensions.geometry, area_m2 double precision)
language sql stable set search_path = '' as
$$
  with mine as materialized (select e.id, e.geom, e.position from unnest(edited, outlines) with ordinality e (id, geom, position)),
  land as (select extensions.ST_Union(l.geom) as geom from (select m.geom from mine m union all select old_land) l),
  others as materialized (
    select h.id, h.geom from app.hamlets h, land
    where h.commune_id = commune and h.id <> all (edited) and h.valid_from <= app.today() and (h.valid_to is null or h.valid_to > app.today())
      and extensions.ST_Intersects(h.geom, land.geom)
  ),
  face as materialized (
    select f.number, f.geom, f.inside,
      (select m.id from mine m where extensions.ST_Intersects(m.geom, f.inside) order by m.position limit 1) as taker
    from (
      select row_number() over () as number, f as geom, extensions.ST_PointOnSurface(f) as inside
      from app.faces(array(select m.geom from mine m union all select o.geom from others o union all
        select old_land where old_land is not null)) f
    ) f
  ),
  covered as materialized (
    select f.number, o.id from face f join others o on extensions.ST_Intersects(o.geom, f.inside)
  ),
  -- What an outline leaves behind goes to whoever has the longest border with the piece.
  inherited as (
    select f.number, heir.id from face f cross join lateral (
      select c.id from covered c join face n on n.number = c.number
      where n.taker is null and extensions.ST_Intersects(n.geom, f.geom)
      group by c.id
      having sum(extensions.ST_Length(extensions.ST_Intersection(extensions.ST_Boundary(f.geom), extensions.ST_Boundary(n.geom)))) > 0
      order by sum(extensions.ST_Length(extensions.ST_Intersection(extensions.ST_Boundary(f.geom), extensions.ST_Boundary(n.geom)))) desc, c.id
      limit 1
    ) heir
    where f.taker is null and extensions.ST_Intersects(old_land, f.inside) and f.number not in (select c.number from covered c)
  ),
  changed as (
    select c.id, -extensions.ST_Area(f.geom::extensions.geography) as area_m2 from covered c join face f using (number) where f.taker is not null
    union all
    select i.id, extensions.ST_Area(f.geom::extensions.geography) from inherited i join face f using (number)
  ),
  kept as (
    select f.taker as id, f.geom from face f where f.taker is not null
    union all
    select c.id, f.geom from covered c join face f using (number) where f.taker is null
    union all
    select i.id, f.geom from inherited i join face f using (number)
  )
  select k.id, extensions.ST_Multi(extensions.ST_Union(k.geom)),
    (select sum(c.area_m2) from changed c where c.id = k.id)
  from kept k where k.id = any (edited) or k.id in (select c.id from changed c)
  group by k.id
$$;
comment on function app.fitted_hamlets(uuid[], extensions.geometry[], extensions.geometry, uuid) is
  'Outlines after a border has moved: the edited ones, and of today''s neighbours those that lost or gained ground, with how much in square metres. old_land is what the edited ones covered before.';

create function app.outline_problems(edited uuid[], old_outlines extensions.geometry[])
returns table (level text, code text, field text, detail jsonb, "row" bigint)
language sql stable set search_path = '' as
$$
  with mine as materialized (
    select h.*, e.position, e.old_geom from unnest(edited, old_outlines) with ordinality e (id, old_geom, position) join app.hamlets h using (id)
    where h.valid_to is null or h.valid_to > app.today()
  ),
  pairs as (
    select m.position, n.id, n.name, (select sum(w.area_m2) from app.wide_pieces(extensions.ST_Intersection(m.geom, n.geom), 1) w) as area_m2,
      coalesce(extensions.ST_Area(extensions.ST_Intersection(m.old_geom, coalesce(o.old_geom, n.geom))::extensions.geography), 0) as before_m2
    from mine m join app.hamlets n on n.commune_id = m.commune_id and n.id <> m.id and (n.valid_to is null or n.valid_to > app.today())
      and daterange(n.valid_from, n.valid_to) && daterange(m.valid_from, m.valid_to)
      and extensions.ST_Intersects(m.geom, n.geom)
    left join mine o on o.id = n.id
    where o.position is null or o.position > m.position
  ),
  gap as (
    select sum(w.area_m2) as area_m2
    from (
      select extensions.ST_Difference(extensions.ST_Union(m.old_geom), (
        select extensions.ST_Union(h.geom) from app.hamlets h
        where h.commune_id = (select commune_id from mine limit 1) and (h.valid_to is null or h.valid_to > app.today()))) as geom
      from mine m
    ) left_behind cross join lateral app.wide_pieces(left_behind.geom, 1) w
  )
  -- What lay there before is told; only more of it is refused.
  select case when p.area_m2 > p.before_m2 + 1 then 'error' else 'warning' end, 'overlaps', 'geometry',
    jsonb_build_object('hamlets', jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'area_m2', round(p.area_m2)) order by p.name, p.id)),
    p.position
  from pairs p where p.area_m2 is not null group by 1, p.position
  union all
  select 'warning', 'leaves_gap', 'geometry', jsonb_build_object('area_m2', round(g.area_m2)), null from gap g where g.area_m2 is not null
$$;
comment on function app.outline_problems(uuid[], extensions.geometry[]) is
  'What the stored outlines of hamlets do to others of the same time: an overlap wider than 1 m is an error where it grew, a warning where it was there before (areas in square metres); leaves_gap: ground that belonged to them and is nobody''s now.';

create function public.save_hamlets(features jsonb, neighbours text default 'keep', commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  ids constant uuid[] := array(select app.record_id(f.feature) from jsonb_array_elements(features) with ordinality f (feature, position) order by f.position);
  meant constant uuid := coalesce((select h.commune_id from app.hamlets h where h.id = ids[1]), app.resolve_commune(save_hamlets.commune_id));
  old_outlines constant extensions.geometry[] := array(select h.geom from unnest(ids) with ordinality i (id, position)
    left join app.hamlets h using (id) order by i.position);
  sent jsonb[] := array(select f.feature from jsonb_array_elements(features) with ordinality f (feature, position) order by f.position);
  stored constant jsonb[] := array(select app.stored_record('hamlets', i.id) from unnest(ids) with ordinality i (id, position) order by i.position);
  problems jsonb := '[]';
  moved integer[];
  fitted record;
  adjusted jsonb := '[]';
begin
  if cardinality(ids) = 0 or neighbours not in ('keep', 'fit') then
    perform app.refuse_fields(jsonb_build_array(jsonb_build_object('level', 'error', 'code', 'required',
      'field', case cardinality(ids) when 0 then 'features' else 'neighbours' end, 'detail', null)));
  end if;
  for n in 1 .. cardinality(ids) loop
    problems := problems || coalesce((select jsonb_agg(to_jsonb(p) || jsonb_build_object('row', n))
      from app.record_problems('hamlets', sent[n] - 'version', stored[n], meant) p), '[]');
  end loop;
  perform app.refuse_fields(problems);

  moved := array(select n from generate_subscripts(ids, 1) n where sent[n] ? 'geometry');
  if neighbours = 'fit' and cardinality(moved) > 0 then
    for fitted in
      select f.* from app.fitted_hamlets(
        array(select ids[n] from unnest(moved) n),
        array(select (app.read_geometry(sent[n] -> 'geometry', 'area')).geom from unnest(moved) n),
        (select extensions.ST_Union(old_outlines[n]) from unnest(moved) n), meant) f
    loop
      if fitted.id = any (ids) then
        sent[array_position(ids, fitted.id)] := sent[array_position(ids, fitted.id)]
          || jsonb_build_object('geometry', extensions.ST_AsGeoJSON(fitted.geom, 7)::jsonb);
      else
        update app.hamlets h set geom = fitted.geom where h.id = fitted.id;
        adjusted := adjusted || jsonb_build_object('id', fitted.id, 'area_m2', round(fitted.area_m2));
      end if;
    end loop;
  end if;
  for n in 1 .. cardinality(ids) loop
    perform app.store_record('hamlets', sent[n] - 'version', stored[n], (sent[n] ->> 'version')::integer, meant);
  end loop;
  if cardinality(moved) > 0 then
    problems := problems || coalesce((select jsonb_agg(to_jsonb(p) || jsonb_build_object('row', moved[p."row"])) from app.outline_problems(
      array(select ids[n] from unnest(moved) n), array(select old_outlines[n] from unnest(moved) n)) p), '[]');
    perform app.refuse_fields(problems);
  end if;
  return app.saved_answer('hamlets', ids[1], problems) - 'id' - 'version' || jsonb_build_object(
    'hamlets', (select jsonb_agg(jsonb_build_object('id', h.id, 'version', h.version) order by array_position(ids, h.id))
      from app.hamlets h where h.id = any (ids)),
    'adjusted', coalesce((select jsonb_agg(a || jsonb_build_object('name', h.name, 'version', h.version) order by h.name, h.id)
      from jsonb_array_elements(adjusted) a join app.hamlets h on h.id = (a ->> 'id')::uuid), '[]'));
end
$$;
comment on function public.save_hamlets(jsonb, text, uuid) is
  'Makes or changes several hamlets in one act, all or none: an array of {id, version (that was edited), name, former_commune, valid_from, roads_declared_complete_on, geometry (area), residential_geometry (area or null)}. neighbours: keep refuses an outline that grows over a neighbour (overlaps); fit lets neighbours give up what is covered and take over what is left. Answers {hamlets: [{id, version}], adjusted: [{id, name, version, area_m2 gained}], repairs, warnings}. Errors as save_road, each with the row (from 1) it is about.';

create function public.save_hamlet(
  feature jsonb, edited_version integer default null, neighbours text default 'keep', commune_id uuid default null
) returns jsonb
language sql volatile set search_path = '' as
$$
  select s.answer - 'hamlets' || (s.answer -> 'hamlets' -> 0)
  from public.save_hamlets(jsonb_build_array(feature || jsonb_build_object('version', edited_version)), neighbours, commune_id) s (answer)
$$;
comment on function public.save_hamlet(jsonb, integer, text, uuid) is
  'Makes or changes one hamlet; see save_hamlets. Answers {id, version, adjusted, repairs, warnings}.';

revoke execute on function app.wide_pieces(extensions.geometry, double precision), app.faces(extensions.geometry[]),
  app.fitted_hamlets(uuid[], extensions.geometry[], extensions.geometry, uuid), app.outline_problems(uuid[], extensions.geometry[]),
  public.save_hamlets(jsonb, text, uuid), public.save_hamlet(jsonb, integer, text, uuid) from public;
grant execute on function app.wide_pieces(extensions.geometry, double precision), app.faces(extensions.geometry[]),
  app.fitted_hamlets(uuid[], extensions.geometry[], extensions.geometry, uuid), app.outline_problems(uuid[], extensions.geometry[]),
  public.save_hamlets(jsonb, text, uuid), public.save_hamlet(jsonb, integer, text, uuid) to authenticated;
