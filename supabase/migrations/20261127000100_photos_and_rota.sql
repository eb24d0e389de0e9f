-- What hangs on care: photos, and who is to do which road in which week.

alter table app.care_records add unique (id, commune_id);
alter table app.care_records add column noted_at timestamptz;
comment on column app.care_records.noted_at is 'When the phone says it was written down; recorded_at is the server''s own time.';

create table app.photos (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  care_record_id uuid not null,
  moment text check (moment in ('before', 'after')),
  width integer not null check (width between 1 and 1600),
  height integer not null check (height between 1 and 1600),
  taken_at timestamptz,
  geom extensions.geometry(Point, 4326),
  bytes integer check (bytes between 1 and 307200),
  stored_at timestamptz,
  added_by uuid default auth.uid() references auth.users (id) on delete set null,
  added_at timestamptz not null default now(),
  version integer not null default 1,
  check ((stored_at is null) = (bytes is null)),
  foreign key (care_record_id, commune_id) references app.care_records (id, commune_id) on delete cascade
);
comment on table app.photos is
  'Photos of care: the picture itself lies in the storage service as photos/<commune_id>/<id>.jpg, without any data of the camera. Whoever may read the record with its note may see them.';
comment on column app.photos.taken_at is 'When it was taken, where the person agreed to keep that; like geom, the place.';
comment on column app.photos.stored_at is 'When the picture itself had arrived. Null: it is still on the phone.';
create index photos_commune on app.photos (commune_id);
create index photos_care_record on app.photos (care_record_id, commune_id);
create index photos_added_by on app.photos (added_by);
create trigger snap_geometry before insert or update of geom on app.photos for each row execute function app.snap_geometry();
create trigger raise_version before update on app.photos for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.photos for each row execute function app.log_change();

alter table app.photos enable row level security;
create policy "members see the photos of their commune" on app.photos for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "who recorded care adds its photos, officers too" on app.photos for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and exists (
      select from app.care_records c where c.id = care_record_id and c.done_by = (select auth.uid())));
create policy "who added a photo says that it has arrived, officers too" on app.photos for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes()) and added_by = (select auth.uid()))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes()) and added_by = (select auth.uid()));
create policy "who added a photo takes it back, officers too" on app.photos for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes()) and added_by = (select auth.uid()));
grant select, insert, delete on app.photos to authenticated;
grant update (bytes, stored_at) on app.photos to authenticated;

create view public.photos with (security_invoker = true) as
  select id, commune_id, care_record_id, moment, width, height, taken_at, extensions.ST_AsGeoJSON(geom, 7)::jsonb as geometry, bytes, stored_at,
    added_by, added_at, version
  from app.photos;
create trigger read_only instead of insert or update or delete on public.photos for each row execute function app.refuse_write();
grant select on public.photos to authenticated;

create or replace view public.care_records with (security_invoker = true) as
  select id, commune_id, model_road_id, cemetery_id, waste_point_id, organization_id, done_on, stretch_from, stretch_to, people, criteria, note,
    state, done_by, recorded_at, approved_by, approved_at, version, noted_at
  from app.care_records;

create table app.care_rota (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  model_road_id uuid not null,
  organization_id uuid,
  week date not null check (extract(isodow from week) = 1),
  team text not null check (team = normalize(team, NFC) and length(trim(team)) between 1 and 120 and team !~ '[<>]'),
  version integer not null default 1,
  unique (model_road_id, week, team),
  foreign key (model_road_id, commune_id) references app.model_roads (id, commune_id) on delete cascade,
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.care_rota is 'Who is to look after which road in which week: a team as people call it, no person''s name needed.';
comment on column app.care_rota.week is 'The Monday with which the week begins.';
comment on column app.care_rota.organization_id is 'The organization whose rota it is: the road''s when it was written.';
create index care_rota_commune on app.care_rota (commune_id);
create index care_rota_model_road on app.care_rota (model_road_id, commune_id);
create index care_rota_organization on app.care_rota (organization_id, commune_id);
create trigger raise_version before update on app.care_rota for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.care_rota for each row execute function app.log_change();

alter table app.care_rota enable row level security;
create policy "members read the rota of their commune" on app.care_rota for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "officers write the rota, members that of their organization" on app.care_rota for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations()));
create policy "officers shorten the rota, members that of their organization" on app.care_rota for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations()));
grant select, insert, delete on app.care_rota to authenticated;

create view public.care_rota with (security_invoker = true) as
  select id, commune_id, model_road_id, organization_id, week, team, version from app.care_rota;
create trigger read_only instead of insert or update or delete on public.care_rota for each row execute function app.refuse_write();
grant select on public.care_rota to authenticated;
