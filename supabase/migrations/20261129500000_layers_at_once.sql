-- What every visit asks for: hamlets, criteria and intervals are looked up once for all roads and points of a day, and
-- lengths inside a hamlet measured only where it was split. The answers are the same.

create or replace function app.model_roads_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, registered_on date, recognised_on date,
  decision_number text, decision_date date, assessed_on date, criteria jsonb, criteria_met integer, criteria_total integer,
  length_m double precision, geometry jsonb,
  version integer, valid_to date, retired_reason text, registered_hamlet_id uuid, state_id uuid, state_version integer,
  state_reason text, document_title text, document_kept_at text, assessment_id uuid, assessment_version integer
)
language sql stable set search_path = '' as
$$
  with recursive line (origin, id) as (
    select h.id, h.id from app.hamlets h where of_commune is null or h.commune_id = of_commune
    union
    select l.origin, s.successor_id from line l join app.hamlet_successions s on s.hamlet_id = l.id
  ),
  road as materialized (
    select r.* from app.model_roads r
    where (of_commune is null or r.commune_id = of_commune) and (r.valid_to is null or r.valid_to > as_of)
  ),
  holding as (
    select r.id, h.id as hamlet_id, h.name, h.former_commune,
      -- After a split the part of the old hamlet that holds most of the road answers for it; measured only there.
      case when count(*) over (partition by r.id) > 1 then extensions.ST_Length(extensions.ST_Intersection(h.geom, r.geom)) end as held
    from road r join line l on l.origin = r.hamlet_id join app.hamlets h on h.id = l.id
    where h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
  ),
  answering as materialized (select distinct on (h.id) h.* from holding h order by h.id, h.held desc, h.hamlet_id),
  list as materialized (
    select c.commune_id, jsonb_array_length(value) as total, value
    from (select distinct r.commune_id from road r) c
    cross join lateral app.setting_on('model_road_criteria', as_of, c.commune_id) value
  )
  select r.id, r.commune_id, r.name, hamlet.hamlet_id, hamlet.name, hamlet.former_commune,
    r.organization_id, o.name, state.state, state.valid_from, history.registered_on,
    case when state.state = 'recognised' then state.valid_from end,
    case when state.state = 'recognised' then state.decision_number end,
    case when state.state = 'recognised' then state.decision_date end,
    assessment.assessed_on, assessment.criteria, assessment.met, list.total,
    extensions.ST_Length(r.geom::extensions.geography), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb,
    r.version, r.valid_to, r.retired_reason, r.hamlet_id, state.id, state.version,
    state.reason, state.document_title, state.document_kept_at, assessment.id, assessment.version
  from road r
  left join app.organizations o on o.id = r.organization_id
  join lateral (
    select s.* from app.model_road_states s
    where s.model_road_id = r.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join lateral (
    select min(s.valid_from) as registered_on from app.model_road_states s
    where s.model_road_id = r.id and s.state = 'registered' and s.valid_from <= as_of
  ) history on true
  left join answering hamlet on hamlet.id = r.id
  left join list on list.commune_id = r.commune_id
  left join lateral (
    select a.id, a.version, a.assessed_on, a.criteria,
      -- While no list says what counts, nobody knows how many are met: null, not 0.
      case when list.value is not null then
        (select count(*)::integer from jsonb_array_elements(list.value) criterion
         where a.criteria -> (criterion ->> 'code') = 'true')
      end as met
    from app.model_road_assessments a
    where a.model_road_id = r.id and a.assessed_on <= as_of order by a.assessed_on desc limit 1
  ) assessment on true
$$;

create function app.care_state_within(last_done_on date, as_of date, due integer, overdue integer) returns text
language sql immutable set search_path = '' as
$$
  select case when last_done_on is null then 'never' when last_done_on > as_of - due then 'kept' when last_done_on > as_of - overdue then 'due' else 'overdue' end
$$;
comment on function app.care_state_within(date, date, integer, integer) is
  'The state of care (see app.care_state) by the days after which it is due and overdue.';
revoke execute on function app.care_state_within(date, date, integer, integer) from public;
grant execute on function app.care_state_within(date, date, integer, integer) to anon, authenticated, service_role;

create or replace function app.care_state(last_done_on date, as_of date, of_commune uuid) returns text
language sql stable set search_path = '' as
$$
  select app.care_state_within(last_done_on, as_of, app.care_interval('due', as_of, of_commune), app.care_interval('overdue', as_of, of_commune))
$$;

create or replace function app.care_stretches_on(as_of date, of_commune uuid)
returns table (
  id uuid, model_road_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text, organization_id uuid,
  organization_name text, road_state text, stretch_from numeric, stretch_to numeric, length_m double precision, last_done_on date,
  state text, geometry jsonb
)
language sql stable set search_path = '' as
$$
  with within as materialized (
    select app.care_interval('due', as_of, of_commune) as due, app.care_interval('overdue', as_of, of_commune) as overdue
  ),
  road as materialized (select r.* from app.model_roads_on(as_of, of_commune) r where r.state <> 'lapsed'),
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
    app.care_state_within(s.last_done_on, as_of, w.due, w.overdue),
    extensions.ST_AsGeoJSON(app.stretch_of(m.geom, s.stretch_from, s.stretch_to), 7)::jsonb
  from stretch s join road r using (id) join app.model_roads m using (id) cross join within w
$$;

create or replace function app.waste_points_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, collection_days smallint[], geometry jsonb,
  version integer, valid_to date, retired_reason text, state_id uuid, state_version integer
)
language sql stable set search_path = '' as
$$
  select w.id, w.commune_id, w.name, w.kind, hamlet.id, hamlet.name, hamlet.former_commune,
    w.organization_id, o.name, state.state, state.valid_from, w.collection_days, extensions.ST_AsGeoJSON(w.geom, 7)::jsonb,
    w.version, w.valid_to, w.retired_reason, state.id, state.version
  from app.waste_points w
  left join app.organizations o on o.id = w.organization_id
  join lateral (
    select s.id, s.version, s.state, s.valid_from from app.waste_point_states s
    where s.waste_point_id = w.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join (
    -- As app.hamlet_around, for all points at once.
    select distinct on (p.id) p.id as point_id, h.id, h.name, h.former_commune
    from app.waste_points p join app.hamlets h on h.commune_id = p.commune_id and extensions.ST_Intersects(h.geom, p.geom)
    where (of_commune is null or p.commune_id = of_commune) and h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
    order by p.id, h.id
  ) hamlet on hamlet.point_id = w.id
  where (of_commune is null or w.commune_id = of_commune) and (w.valid_to is null or w.valid_to > as_of)
$$;
