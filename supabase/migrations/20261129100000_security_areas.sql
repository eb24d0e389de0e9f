-- Self-managed residential areas: where they are, and what each year's assessment said. Nothing about persons, and
-- nothing of incidents: docs/decisions/0037.

create table app.security_areas (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 120 and name !~ '[<>]'),
  kind text not null check (kind in ('residential_area', 'drug_free_branch', 'self_managed_road', 'other')),
  hamlet_id uuid,
  geom extensions.geometry(MultiPolygon, 4326),
  responsible text check (responsible in ('hamlet_head', 'front_committee_head', 'party_secretary', 'security_team_head', 'branch_head')),
  registered_on date not null,
  valid_to date check (valid_to > registered_on),
  retired_reason app.reason,
  version integer not null default 1,
  check ((hamlet_id is null) <> (geom is null)),
  check ((valid_to is null) = (retired_reason is null)),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id),
  unique (id, commune_id)
);
comment on table app.security_areas is 'Areas that look after their own security: a whole hamlet, or ground that was drawn.';
comment on column app.security_areas.geom is 'Drawn ground; null where it is the hamlet''s.';
comment on column app.security_areas.responsible is 'The office of whoever is responsible, never a name.';
comment on column app.security_areas.valid_to is 'The first day on which it is no more.';
create index security_areas_commune on app.security_areas (commune_id);
create index security_areas_hamlet on app.security_areas (hamlet_id, commune_id);
create index security_areas_geom on app.security_areas using gist (geom);
create trigger snap_geometry before insert or update of geom on app.security_areas for each row execute function app.snap_geometry();
create trigger raise_version before update on app.security_areas for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.security_areas for each row execute function app.log_change();

create table app.security_area_results (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  security_area_id uuid not null,
  year smallint not null check (year between 2000 and 2100),
  assessed_on date not null,
  criteria boolean[] not null check (array_ndims(criteria) = 1 and array_lower(criteria, 1) = 1 and array_length(criteria, 1) = 5),
  households integer check (households >= 0),
  households_signed integer check (households_signed >= 0 and households_signed <= households),
  drug_free boolean,
  conciliation_opened integer check (conciliation_opened >= 0),
  conciliation_succeeded integer check (conciliation_succeeded >= 0),
  conciliation_failed integer check (conciliation_failed >= 0),
  conciliation_pending integer check (conciliation_pending >= 0),
  version integer not null default 1,
  check (num_nulls(conciliation_opened, conciliation_succeeded, conciliation_failed, conciliation_pending) in (0, 4)),
  check (households_signed is null or households is not null),
  check (conciliation_opened = conciliation_succeeded + conciliation_failed + conciliation_pending),
  foreign key (security_area_id, commune_id) references app.security_areas (id, commune_id) on delete cascade,
  unique (security_area_id, year)
);
comment on table app.security_area_results is
  'What a year''s assessment said of an area. Null anywhere: no figure was given, which is neither 0 nor no.';
comment on column app.security_area_results.criteria is
  'The five criteria of the standard "An toàn về an ninh, trật tự", in the order of Circular 124/2021/TT-BCA, article 4, as amended: met, not met, or null.';
comment on column app.security_area_results.assessed_on is 'From this day on it is known; the map of an earlier day shows the year before.';
create index security_area_results_commune on app.security_area_results (commune_id);
create index security_area_results_area on app.security_area_results (security_area_id, commune_id);
create trigger raise_version before update on app.security_area_results for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.security_area_results for each row execute function app.log_change();

alter table app.security_areas enable row level security;
create policy "members read the security areas of their commune" on app.security_areas for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "officers and police add security areas" on app.security_areas for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer,police}')));
create policy "officers and police change security areas" on app.security_areas for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,police}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer,police}')));
create policy "administrators and front officers take back security areas" on app.security_areas for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select, insert, update, delete on app.security_areas to authenticated;

alter table app.security_area_results enable row level security;
create policy "members read the results of security areas" on app.security_area_results for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "officers and police add results of security areas" on app.security_area_results for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer,police}')));
create policy "officers and police correct results of security areas" on app.security_area_results for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,police}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer,police}')));
create policy "administrators and front officers take back results of security areas" on app.security_area_results for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select, insert, update, delete on app.security_area_results to authenticated;

create function app.standard_result(criteria boolean[]) returns text
language sql immutable set search_path = '' as
$$
  select case when false = any (criteria) then 'not_met' when true = all (criteria) then 'met' else 'no_data' end
$$;
comment on function app.standard_result(boolean[]) is
  'Whether an area meets the standard: met with all five criteria, not_met as soon as one is not, no_data otherwise.';

create function app.security_areas_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text, responsible text,
  registered_on date, result_year smallint, result text, criteria boolean[], households integer, households_signed integer,
  drug_free boolean, conciliation_opened integer, conciliation_succeeded integer, conciliation_failed integer,
  conciliation_pending integer, version integer, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select a.id, a.commune_id, a.name, a.kind, coalesce(own.id, around.id), coalesce(own.name, around.name),
    coalesce(own.former_commune, around.former_commune), a.responsible, a.registered_on, r.year,
    coalesce(app.standard_result(r.criteria), 'no_data'), r.criteria, r.households, r.households_signed, r.drug_free,
    r.conciliation_opened, r.conciliation_succeeded, r.conciliation_failed, r.conciliation_pending, a.version,
    extensions.ST_AsGeoJSON(coalesce(a.geom, own.geom), 7)::jsonb
  from app.security_areas a
  left join app.hamlets own on own.id = a.hamlet_id
  left join lateral app.hamlet_around(a.geom, as_of, a.commune_id) around on a.geom is not null
  left join lateral (
    select s.* from app.security_area_results s
    where s.security_area_id = a.id and s.assessed_on <= as_of order by s.year desc limit 1
  ) r on true
  where (of_commune is null or a.commune_id = of_commune) and a.registered_on <= as_of and (a.valid_to is null or a.valid_to > as_of)
$$;
comment on function app.security_areas_on(date, uuid) is
  'Self-managed areas at the end of a day, each with the latest year that was assessed by then. WGS84.';

create view public.security_areas with (security_invoker = true) as select * from app.security_areas_on(app.today());
create trigger read_only instead of insert or update or delete on public.security_areas for each row execute function app.refuse_write();
create view public.security_area_results with (security_invoker = true) as
  select s.id, s.commune_id, s.security_area_id, s.year, s.assessed_on, app.standard_result(s.criteria) as result, s.criteria,
    s.households, s.households_signed, s.drug_free, s.conciliation_opened, s.conciliation_succeeded, s.conciliation_failed,
    s.conciliation_pending, s.version
  from app.security_area_results s;
create trigger read_only instead of insert or update or delete on public.security_area_results for each row execute function app.refuse_write();
revoke all on public.security_areas, public.security_area_results from public, anon, authenticated;
grant select on public.security_areas, public.security_area_results to authenticated;

create function public.security_areas_at(as_of date default null, commune_id uuid default null) returns setof public.security_areas
language sql stable set search_path = '' as
$$ select * from app.security_areas_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.security_areas_at(date, uuid) is
  'Self-managed areas as they were at the end of a day in Asia/Ho_Chi_Minh. Members of the commune alone get rows.';

revoke execute on function app.standard_result(boolean[]), app.security_areas_on(date, uuid), public.security_areas_at(date, uuid) from public;
grant execute on function app.standard_result(boolean[]), app.security_areas_on(date, uuid), public.security_areas_at(date, uuid) to authenticated;
