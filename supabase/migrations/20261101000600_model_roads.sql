-- Model self-managed roads: "sáng - xanh - sạch - đẹp - an toàn".

create table app.model_roads (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  hamlet_id uuid not null,
  organization_id uuid,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 200),
  geom extensions.geometry(MultiLineString, 4326) not null,
  unique (id, commune_id),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.model_roads is 'Model self-managed roads. What they are at a date follows from app.model_road_states.';
comment on column app.model_roads.hamlet_id is 'The hamlet that registered it; after a merger or split its successor counts.';
create index model_roads_commune on app.model_roads (commune_id);
create index model_roads_hamlet on app.model_roads (hamlet_id);
create index model_roads_organization on app.model_roads (organization_id);
create index model_roads_geom on app.model_roads using gist (geom);
create trigger snap_geometry before insert or update of geom on app.model_roads
  for each row execute function app.snap_geometry();
create trigger log_change after insert or update or delete on app.model_roads for each row execute function app.log_change();

create table app.model_road_states (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  model_road_id uuid not null,
  state text not null check (state in ('registered', 'recognised', 'lapsed')),
  valid_from date not null,
  decision_number text,
  decision_date date,
  unique (model_road_id, valid_from),
  foreign key (model_road_id, commune_id) references app.model_roads (id, commune_id) on delete cascade
);
comment on table app.model_road_states is 'Dated states: the latest not after a date is the road''s state at that date.';
create index model_road_states_commune on app.model_road_states (commune_id);
create trigger log_change after insert or update or delete on app.model_road_states for each row execute function app.log_change();

create table app.model_road_assessments (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  model_road_id uuid not null,
  assessed_on date not null,
  criteria jsonb not null check (jsonb_typeof(criteria) = 'object'),
  unique (model_road_id, assessed_on),
  foreign key (model_road_id, commune_id) references app.model_roads (id, commune_id) on delete cascade
);
comment on table app.model_road_assessments is
  'Dated assessments: criterion code to true or false. A code that is missing was not assessed. The list is the setting model_road_criteria.';
create index model_road_assessments_commune on app.model_road_assessments (commune_id);
create trigger log_change after insert or update or delete on app.model_road_assessments for each row execute function app.log_change();

alter table app.model_roads enable row level security;
create policy "model roads are read with their commune" on app.model_roads for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add model roads" on app.model_roads for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.model_roads to anon, authenticated, service_role;
grant insert on app.model_roads to authenticated;

alter table app.model_road_states enable row level security;
create policy "states of model roads are read with their commune" on app.model_road_states for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add states of model roads" on app.model_road_states for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.model_road_states to anon, authenticated, service_role;
grant insert on app.model_road_states to authenticated;

alter table app.model_road_assessments enable row level security;
create policy "assessments are read with their commune" on app.model_road_assessments for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
grant select on app.model_road_assessments to anon, authenticated, service_role;

create function app.model_roads_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, hamlet_id uuid, hamlet_name text, former_commune text,
  organization_id uuid, organization_name text, state text, state_since date, registered_on date, recognised_on date,
  decision_number text, decision_date date, assessed_on date, criteria jsonb, criteria_met integer, criteria_total integer,
  length_m double precision, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select r.id, r.commune_id, r.name, hamlet.id, hamlet.name, hamlet.former_commune,
    r.organization_id, o.name, state.state, state.valid_from, history.registered_on,
    case when state.state = 'recognised' then state.valid_from end,
    case when state.state = 'recognised' then state.decision_number end,
    case when state.state = 'recognised' then state.decision_date end,
    assessment.assessed_on, assessment.criteria, assessment.met, list.total,
    extensions.ST_Length(r.geom::extensions.geography), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb
  from app.model_roads r
  left join app.organizations o on o.id = r.organization_id
  join lateral (
    select s.state, s.valid_from, s.decision_number, s.decision_date from app.model_road_states s
    where s.model_road_id = r.id and s.valid_from <= as_of order by s.valid_from desc limit 1
  ) state on true
  left join lateral (
    select min(s.valid_from) as registered_on from app.model_road_states s
    where s.model_road_id = r.id and s.state = 'registered' and s.valid_from <= as_of
  ) history on true
  -- After a split the part of the old hamlet that holds most of the road answers for it.
  left join lateral (
    select h.id, h.name, h.former_commune
    from app.hamlet_successors(r.hamlet_id, as_of) successor (id) join app.hamlets h using (id)
    order by extensions.ST_Length(extensions.ST_Intersection(h.geom, r.geom)) desc, h.id limit 1
  ) hamlet on true
  left join lateral (
    select jsonb_array_length(value) as total, value from app.setting_on('model_road_criteria', as_of, r.commune_id) value
  ) list on true
  left join lateral (
    select a.assessed_on, a.criteria,
      -- While no list says what counts, nobody knows how many are met: null, not 0.
      case when list.value is not null then
        (select count(*)::integer from jsonb_array_elements(list.value) criterion
         where a.criteria -> (criterion ->> 'code') = 'true')
      end as met
    from app.model_road_assessments a
    where a.model_road_id = r.id and a.assessed_on <= as_of order by a.assessed_on desc limit 1
  ) assessment on true
  where of_commune is null or r.commune_id = of_commune
$$;
comment on function app.model_roads_on(date, uuid) is
  'Model roads at the end of a day, from the day they were registered; length in metres on the WGS84 ellipsoid.';

create view public.model_roads with (security_invoker = true) as select * from app.model_roads_on(app.today());
create trigger read_only instead of insert or update or delete on public.model_roads
  for each row execute function app.refuse_write();
create function public.model_roads_at(as_of date default null, commune_id uuid default null) returns setof public.model_roads
language sql stable set search_path = '' as
$$ select * from app.model_roads_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.model_roads_at(date, uuid) is 'Model roads as they were at the end of a day in Asia/Ho_Chi_Minh.';

revoke execute on function app.model_roads_on(date, uuid), public.model_roads_at(date, uuid) from public;
grant execute on function app.model_roads_on(date, uuid), public.model_roads_at(date, uuid) to anon, authenticated, service_role;
grant select on public.model_roads to anon, authenticated, service_role;
