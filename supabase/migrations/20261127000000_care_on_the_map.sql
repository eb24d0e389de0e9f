-- What care has left on the map: which part of a road is kept up at the end of a day, and what an organization has to
-- look after next.

create function app.stretch_of(path extensions.geometry, stretch_from numeric, stretch_to numeric) returns extensions.geometry
language sql immutable set search_path = '' as
$$
  with scale as (select cos(radians(extensions.ST_Y(extensions.ST_Centroid(path)))) as east),
  part as (
    select d.path[1] as n, extensions.ST_Scale(d.geom, s.east, 1) as geom from scale s cross join lateral extensions.ST_Dump(stretch_of.path) d
  ),
  placed as (
    select p.n, p.geom, extensions.ST_Length(p.geom) as length,
      sum(extensions.ST_Length(p.geom)) over (order by p.n) as until, sum(extensions.ST_Length(p.geom)) over () as whole
    from part p where extensions.ST_Length(p.geom) > 0
  ),
  cut as (
    select p.n, extensions.ST_LineSubstring(p.geom,
      greatest(0, (stretch_of.stretch_from * p.whole - (p.until - p.length)) / p.length),
      least(1, (stretch_of.stretch_to * p.whole - (p.until - p.length)) / p.length)) as geom
    from placed p
    where stretch_of.stretch_from * p.whole < p.until and stretch_of.stretch_to * p.whole > p.until - p.length
  )
  select extensions.ST_Multi(extensions.ST_Scale(extensions.ST_Collect(c.geom order by c.n), 1 / s.east, 1)) from cut c, scale s group by s.east
$$;
comment on function app.stretch_of(extensions.geometry, numeric, numeric) is
  'The part of a path between two fractions of its length, its pieces taken one after another. Degrees east count as long as they are at the path''s latitude, so that a fraction is one of metres.';

create function app.care_state(last_done_on date, as_of date, of_commune uuid) returns text
language sql stable set search_path = '' as
$$
  select case
    when last_done_on is null then 'never'
    when last_done_on > as_of - app.care_interval('due', as_of, of_commune) then 'kept'
    when last_done_on > as_of - app.care_interval('overdue', as_of, of_commune) then 'due'
    else 'overdue' end
$$;
comment on function app.care_state(date, date, uuid) is
  'kept: cared for within the days after which care is due (setting care_interval_days, as of that day); due: within those after which it is overdue; else overdue; never: no care was ever recorded.';

create function app.care_stretches_on(as_of date, of_commune uuid)
returns table (
  id uuid, model_road_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text, organization_id uuid,
  organization_name text, road_state text, stretch_from numeric, stretch_to numeric, length_m double precision, last_done_on date,
  state text, geometry jsonb
)
language sql stable set search_path = '' as
$$
  with road as materialized (select r.* from app.model_roads_on(as_of, of_commune) r where r.state <> 'lapsed'),
  care as materialized (
    select c.model_road_id, c.stretch_from, c.stretch_to, c.done_on from app.care_records c
    where c.commune_id = of_commune and c.model_road_id is not null and c.done_on <= as_of
  ),
  cut as (
    select r.id, e.at from road r cross join (values (0::numeric), (1)) e (at)
    union select c.model_road_id, c.stretch_from from care c
    union select c.model_road_id, c.stretch_to from care c
  ),
  piece as (select p.id, p.at as stretch_from, lead(p.at) over (partition by p.id order by p.at) as stretch_to from cut p),
  known as (
    select p.*, (select max(c.done_on) from care c
      where c.model_road_id = p.id and c.stretch_from <= p.stretch_from and c.stretch_to >= p.stretch_to) as last_done_on
    from piece p where p.stretch_to is not null
  ),
  -- Neighbours that were last cared for on one day are one stretch.
  counted as (
    select k.*, count(*) filter (where k.is_new) over (partition by k.id order by k.stretch_from) as run from (
      select k.*, k.last_done_on is distinct from lag(k.last_done_on) over w or row_number() over w = 1 as is_new
      from known k window w as (partition by k.id order by k.stretch_from)) k
  ),
  stretch as (
    select c.id, min(c.stretch_from) as stretch_from, max(c.stretch_to) as stretch_to, c.last_done_on from counted c group by c.id, c.run, c.last_done_on
  )
  select md5(r.id::text || s.stretch_from)::uuid, r.id, r.name, r.hamlet_id, r.hamlet_name, r.former_commune, r.organization_id, r.organization_name,
    r.state, s.stretch_from, s.stretch_to, (r.length_m * (s.stretch_to - s.stretch_from))::double precision, s.last_done_on,
    app.care_state(s.last_done_on, as_of, of_commune),
    extensions.ST_AsGeoJSON(app.stretch_of(m.geom, s.stretch_from, s.stretch_to), 7)::jsonb
  from stretch s join road r using (id) join app.model_roads m using (id)
$$;
comment on function app.care_stretches_on(date, uuid) is
  'Every road that is registered or recognised at the end of a day, in stretches by the day on which each was last cared for; length in metres. A record counts from the day the care was given, sent or approved.';

create function public.care_stretches_at(as_of date default null, commune_id uuid default null)
returns table (
  id uuid, model_road_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text, organization_id uuid,
  organization_name text, road_state text, stretch_from numeric, stretch_to numeric, length_m double precision, last_done_on date,
  state text, geometry jsonb
)
language sql stable set search_path = '' as
$$ select * from app.care_stretches_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.care_stretches_at(date, uuid) is
  'The stretches of the model roads at the end of a day by when each was last cared for; state kept, due, overdue or never.';

create function public.care_subjects_at(as_of date default null, commune_id uuid default null)
returns table (
  id uuid, layer text, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text, organization_id uuid, organization_name text,
  length_m double precision, kept_m double precision, last_done_on date, oldest_done_on date, state text, waiting integer, geometry jsonb
)
language sql stable set search_path = '' as
$$
  with asked as materialized (select coalesce(as_of, app.today()) as day, app.resolve_commune(commune_id) as commune),
  care as materialized (
    select coalesce(c.model_road_id, c.cemetery_id, c.waste_point_id) as id, max(c.done_on) as last_done_on,
      (count(*) filter (where c.state = 'sent'))::integer as waiting
    from asked a join app.care_records c on c.commune_id = a.commune and c.done_on <= a.day group by 1
  ),
  road as (
    select s.model_road_id as id, s.name, s.hamlet_id, s.hamlet_name, s.former_commune, s.organization_id, s.organization_name,
      sum(s.length_m) as length_m, sum(s.length_m) filter (where s.state = 'kept') as kept_m,
      case when bool_or(s.last_done_on is null) then null else min(s.last_done_on) end as oldest_done_on
    from asked a cross join lateral app.care_stretches_on(a.day, a.commune) s
    group by s.model_road_id, s.name, s.hamlet_id, s.hamlet_name, s.former_commune, s.organization_id, s.organization_name
  ),
  place as (
    select 'cemeteries' as layer, c.id, c.name, null::text as kind, c.hamlet_id, c.hamlet_name, c.former_commune, c.organization_id, c.organization_name, c.label_point as geometry
    from asked a cross join lateral app.cemeteries_on(a.day, a.commune) c
    union all
    -- A black spot is there to go; closed points are nobody's work.
    select 'waste-points', w.id, w.name, w.kind, w.hamlet_id, w.hamlet_name, w.former_commune, w.organization_id, w.organization_name, w.geometry
    from asked a cross join lateral app.waste_points_on(a.day, a.commune) w where w.state = 'active' and w.kind <> 'black_spot'
  )
  select r.id, 'model-roads', r.name, null, r.hamlet_id, r.hamlet_name, r.former_commune, r.organization_id, r.organization_name,
    r.length_m, coalesce(r.kept_m, 0), c.last_done_on, r.oldest_done_on, app.care_state(r.oldest_done_on, a.day, a.commune), coalesce(c.waiting, 0),
    extensions.ST_AsGeoJSON(m.geom, 7)::jsonb
  from asked a cross join road r join app.model_roads m using (id) left join care c using (id)
  union all
  select p.id, p.layer, p.name, p.kind, p.hamlet_id, p.hamlet_name, p.former_commune, p.organization_id, p.organization_name,
    null, null, c.last_done_on, c.last_done_on, app.care_state(c.last_done_on, a.day, a.commune), coalesce(c.waiting, 0), p.geometry
  from asked a cross join place p left join care c using (id)
$$;
comment on function public.care_subjects_at(date, uuid) is
  'Everything that is cared for at the end of a day: roads, cemeteries and waste points in use, each with its organization, when it was last cared for, and its state (of a road that of the stretch that waits longest; oldest_done_on null: some of it never). waiting: records that nobody has approved. Lengths in metres.';

revoke execute on function app.stretch_of(extensions.geometry, numeric, numeric), app.care_state(date, date, uuid), app.care_stretches_on(date, uuid),
  public.care_stretches_at(date, uuid), public.care_subjects_at(date, uuid) from public;
grant execute on function app.stretch_of(extensions.geometry, numeric, numeric), app.care_state(date, date, uuid), app.care_stretches_on(date, uuid),
  public.care_stretches_at(date, uuid), public.care_subjects_at(date, uuid) to anon, authenticated, service_role;
