-- Every visit asks for the model roads of a day three times over (themselves, hamlets, care): hamlets and criteria are
-- looked up once for all roads, and lengths inside a hamlet measured only where it was split.

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
