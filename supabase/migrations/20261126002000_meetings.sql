-- Meetings: what was shown at one (scenes, in an order) and what was concluded. They belong to those who steer the
-- plan; whoever a conclusion concerns reads that conclusion, and nothing else of the meeting.

create table app.meetings (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  title text not null check (title = normalize(title, NFC) and length(trim(title)) between 1 and 120 and title !~ '[<>]'),
  held_on date not null,
  state text not null default 'planned' check (state in ('planned', 'held')),
  version integer not null default 1,
  unique (id, commune_id)
);
comment on table app.meetings is 'Meetings about the plan, with the day on which each is held.';
comment on column app.meetings.state is 'held: it is over, and its scenes stay as they were shown. Conclusions are still written down.';
create index meetings_commune on app.meetings (commune_id);
create trigger raise_version before update on app.meetings for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.meetings for each row execute function app.log_change();

create table app.scenes (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  meeting_id uuid not null,
  position smallint not null check (position between 1 and 999),
  title text not null check (title = normalize(title, NFC) and length(trim(title)) between 1 and 120 and title !~ '[<>]'),
  note text check (note = normalize(note, NFC) and length(trim(note)) between 1 and 600 and note !~ '[<>]'),
  view text not null check (view ~ '^(\?[^[:cntrl:]]*)?$' and length(view) <= 2000),
  indicator text check (indicator ~ '^[a-z][a-z0-9-]{0,39}$'),
  west double precision not null check (west >= -180),
  south double precision not null check (south >= -85),
  east double precision not null check (east <= 180),
  north double precision not null check (north <= 85),
  frozen_on date not null,
  frozen_at timestamptz not null,
  figures jsonb,
  version integer not null default 1,
  unique (id, commune_id),
  -- Deferred, because a new order passes through places that are taken.
  unique (meeting_id, position) deferrable initially deferred,
  check (west < east and south < north),
  foreign key (meeting_id, commune_id) references app.meetings (id, commune_id) on delete cascade
);
comment on table app.scenes is 'A view of the map that is shown at a meeting, with the figures as they were known when it was frozen.';
comment on column app.scenes.view is 'What the link of the view says behind its address: layers, filters, rings. Which of its layers are shown, the rights of who watches decide.';
comment on column app.scenes.indicator is 'The indicator that colours the hamlets and whose figures are kept; null: none.';
comment on column app.scenes.west is 'With south, east and north, in degrees: the ground that every screen shows, whatever its shape.';
comment on column app.scenes.frozen_on is 'The day whose figures are shown.';
comment on column app.scenes.frozen_at is 'When they were taken down. What is corrected later does not change figures.';
comment on column app.scenes.figures is 'The indicator''s total and its value in each hamlet as app.figures_on said; null when the scene shows none.';
create index scenes_commune on app.scenes (commune_id);
create trigger raise_version before update on app.scenes for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.scenes for each row execute function app.log_change();

create table app.conclusions (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  meeting_id uuid not null,
  scene_id uuid,
  text text not null check (text = normalize(text, NFC) and length(trim(text)) between 1 and 600 and text !~ '[<>]'),
  hamlet_id uuid,
  organization_id uuid,
  due_on date,
  state text not null default 'open' check (state in ('open', 'done')),
  done_on date,
  closing_note text check (closing_note = normalize(closing_note, NFC) and length(trim(closing_note)) between 1 and 600 and closing_note !~ '[<>]'),
  version integer not null default 1,
  unique (id, commune_id),
  check ((state = 'done') = (done_on is not null)),
  foreign key (meeting_id, commune_id) references app.meetings (id, commune_id) on delete cascade,
  foreign key (scene_id, commune_id) references app.scenes (id, commune_id) on delete set null (scene_id),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.conclusions is 'What a meeting concluded: for whom, where, by when, and whether it is done.';
comment on column app.conclusions.scene_id is 'The scene that was shown when it was written down; null when none was, or when the scene was taken out.';
comment on column app.conclusions.closing_note is 'What was done, in the words of whoever closed it.';
create index conclusions_commune on app.conclusions (commune_id);
create index conclusions_meeting on app.conclusions (meeting_id);
create index conclusions_scene on app.conclusions (scene_id);
create index conclusions_hamlet on app.conclusions (hamlet_id);
create index conclusions_organization on app.conclusions (organization_id);
create trigger raise_version before update on app.conclusions for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.conclusions for each row execute function app.log_change();

alter table app.meetings enable row level security;
create policy "those who steer the plan read meetings" on app.meetings for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan add meetings" on app.meetings for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan change meetings" on app.meetings for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan take back meetings" on app.meetings for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));

alter table app.scenes enable row level security;
create policy "those who steer the plan read scenes" on app.scenes for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan add scenes" on app.scenes for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan change scenes" on app.scenes for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan take out scenes" on app.scenes for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));

alter table app.conclusions enable row level security;
create policy "those who steer the plan read conclusions, others those of their hamlet or organization" on app.conclusions for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}'))
    or hamlet_id in (select m.hamlet_id from app.members m where m.user_id = (select auth.uid()) and m.active and m.role = 'hamlet_committee')
    or organization_id in (select m.organization_id from app.members m where m.user_id = (select auth.uid()) and m.active));
create policy "those who steer the plan add conclusions" on app.conclusions for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan change conclusions" on app.conclusions for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "those who steer the plan take back conclusions" on app.conclusions for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer,leader}')));

revoke all on app.meetings, app.scenes, app.conclusions from public, anon, authenticated;
grant select, insert, update, delete on app.meetings, app.scenes, app.conclusions to authenticated;

create view public.meetings with (security_invoker = true) as
  select m.id, m.commune_id, m.title, m.held_on, m.state, m.version,
    (select count(*) from app.scenes s where s.meeting_id = m.id)::integer as scenes,
    (select count(*) from app.conclusions c where c.meeting_id = m.id)::integer as conclusions,
    (select count(*) from app.conclusions c where c.meeting_id = m.id and c.state = 'open')::integer as open_conclusions
  from app.meetings m;
-- Who reads one conclusion alone does not read its meeting: title and day are null then.
create view public.conclusions with (security_invoker = true) as
  select c.id, c.commune_id, c.meeting_id, c.scene_id, c.text, c.hamlet_id, c.organization_id, c.due_on, c.state, c.done_on,
    c.closing_note, c.version, (select m.title from app.meetings m where m.id = c.meeting_id) as meeting_title,
    (select m.held_on from app.meetings m where m.id = c.meeting_id) as meeting_held_on
  from app.conclusions c;
revoke all on public.meetings, public.conclusions from public, anon, authenticated;
grant select on public.meetings, public.conclusions to authenticated;
