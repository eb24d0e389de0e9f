-- Hamlets (thôn). They merge and split, so each has a time in which it is valid, and
-- successors. A name is a key only together with the former commune: "Thôn 3" exists twice.

create table app.hamlets (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 120),
  former_commune text check (former_commune = normalize(former_commune, NFC)),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  roads_declared_complete_on date,
  geom extensions.geometry(MultiPolygon, 4326) not null check (extensions.ST_IsValid(geom)),
  residential_geom extensions.geometry(MultiPolygon, 4326) check (extensions.ST_IsValid(residential_geom)),
  label_geom extensions.geometry(Point, 4326) not null,
  unique (id, commune_id)
);
comment on table app.hamlets is 'Hamlets, valid from valid_from up to but not on valid_to.';
comment on column app.hamlets.roads_declared_complete_on is
  'Day on which the hamlet said that its list of model roads was complete: only then does "none" mean none, and not "nobody reported".';
comment on column app.hamlets.label_geom is 'Where the name stands: centre of the largest circle inside the outline.';
create unique index hamlets_key on app.hamlets (commune_id, coalesce(app.name_key(former_commune), ''), app.name_key(name))
  where valid_to is null;
create index hamlets_commune on app.hamlets (commune_id);
create index hamlets_geom on app.hamlets using gist (geom);

create function app.label_hamlet() returns trigger
language plpgsql set search_path = '' as
$$
begin
  new.label_geom := extensions.ST_SnapToGrid((extensions.ST_MaximumInscribedCircle(new.geom)).center, 1e-7);
  return new;
end
$$;
comment on function app.label_hamlet() is 'Trigger: places the label in the centre of the largest circle inside the outline.';
revoke execute on function app.label_hamlet() from public;
create trigger snap_geometry before insert or update of geom on app.hamlets
  for each row execute function app.snap_geometry();
-- Triggers fire in alphabetical order: the label is placed in the snapped outline.
create trigger then_label before insert or update of geom on app.hamlets
  for each row execute function app.label_hamlet();
create trigger log_change after insert or update or delete on app.hamlets for each row execute function app.log_change();

alter table app.members add foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id);

create table app.hamlet_successions (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  hamlet_id uuid not null,
  successor_id uuid not null check (successor_id <> hamlet_id),
  unique (hamlet_id, successor_id),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id) on delete cascade,
  foreign key (successor_id, commune_id) references app.hamlets (id, commune_id) on delete cascade
);
comment on table app.hamlet_successions is 'Which hamlet became which: several rows with one successor are a merger, several with one hamlet a split.';
create index hamlet_successions_commune on app.hamlet_successions (commune_id);
create index hamlet_successions_successor on app.hamlet_successions (successor_id);
create trigger log_change after insert or update or delete on app.hamlet_successions for each row execute function app.log_change();

create table app.hamlet_statistics (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  hamlet_id uuid not null,
  valid_from date not null,
  households integer check (households >= 0),
  population integer check (population >= 0),
  cultivated_area_ha numeric(10, 2) check (cultivated_area_ha >= 0),
  unique (hamlet_id, valid_from),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id) on delete cascade
);
comment on table app.hamlet_statistics is 'Dated denominators of a hamlet. Null is "chưa có số liệu", never 0.';
create index hamlet_statistics_commune on app.hamlet_statistics (commune_id);
create trigger log_change after insert or update or delete on app.hamlet_statistics for each row execute function app.log_change();

alter table app.hamlets enable row level security;
create policy "hamlets are read with their commune" on app.hamlets for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add hamlets" on app.hamlets for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.hamlets to anon, authenticated, service_role;
grant insert on app.hamlets to authenticated;

alter table app.hamlet_successions enable row level security;
create policy "successions are read with their commune" on app.hamlet_successions for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
grant select on app.hamlet_successions to anon, authenticated, service_role;

alter table app.hamlet_statistics enable row level security;
create policy "hamlet statistics are read with their commune" on app.hamlet_statistics for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add hamlet statistics" on app.hamlet_statistics for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.hamlet_statistics to anon, authenticated, service_role;
grant insert on app.hamlet_statistics to authenticated;

create function app.hamlet_successors(hamlet_id uuid, as_of date) returns setof uuid
language sql stable set search_path = '' as
$$
  with recursive line (id) as (
    select hamlet_successors.hamlet_id
    union
    select s.successor_id from line join app.hamlet_successions s on s.hamlet_id = line.id
  )
  select h.id from line join app.hamlets h using (id)
  where h.valid_from <= as_of and (h.valid_to is null or h.valid_to > as_of)
$$;
comment on function app.hamlet_successors(uuid, date) is
  'The hamlets valid at a date that a hamlet is or has become: itself while it lasts, one after a merger, several after a split.';
revoke execute on function app.hamlet_successors(uuid, date) from public;
grant execute on function app.hamlet_successors(uuid, date) to anon, authenticated, service_role;
