-- What the hamlets' committees report for each period, and what is done for roads, cemeteries and waste points.

create function app.my_hamlets() returns setof uuid
language sql stable set search_path = '' as
$$
  select m.hamlet_id from app.members m
  where m.user_id = (select auth.uid()) and m.active and m.role = 'hamlet_committee' and m.hamlet_id is not null
$$;
comment on function app.my_hamlets() is 'The hamlets for whose committee the caller speaks.';

create function app.my_organizations() returns setof uuid
language sql stable set search_path = '' as
$$
  select m.organization_id from app.members m
  where m.user_id = (select auth.uid()) and m.active and m.organization_id is not null
$$;
comment on function app.my_organizations() is 'The organizations to which the caller belongs.';
revoke execute on function app.my_hamlets(), app.my_organizations() from public;
grant execute on function app.my_hamlets(), app.my_organizations() to authenticated;

create table app.reports (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  hamlet_id uuid not null,
  indicator text not null references app.indicators (code),
  period date not null check (extract(day from period) = 1),
  revision integer not null default 1 check (revision >= 1),
  numerator numeric check (numerator >= 0 and numerator < 1e9),
  denominator numeric check (denominator >= 0 and denominator < 1e9 and numerator <= denominator),
  reason app.reason,
  reported_by uuid default auth.uid() references auth.users (id) on delete set null,
  reported_at timestamptz not null default now(),
  version integer not null default 1,
  unique (hamlet_id, indicator, period, revision),
  check (revision = 1 or reason is not null),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id) on delete cascade
);
comment on table app.reports is 'Figures that a hamlet reports for a period. The highest revision counts; a correction of what was confirmed is a new one.';
comment on column app.reports.period is 'First day of the month or the year.';
comment on column app.reports.numerator is 'Null: taken back, "chưa có số liệu".';
comment on column app.reports.denominator is 'Null: as app.indicators.denominator_source says.';
create index reports_commune on app.reports (commune_id);
create index reports_indicator on app.reports (indicator);
create index reports_reported_by on app.reports (reported_by);
create trigger raise_version before update on app.reports for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.reports for each row execute function app.log_change();

create table app.report_locks (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  hamlet_id uuid not null,
  every text not null check (every in ('month', 'year')),
  period date not null check (extract(day from period) = 1),
  locked_by uuid default auth.uid() references auth.users (id) on delete set null,
  locked_at timestamptz not null default now(),
  unique (hamlet_id, every, period),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id) on delete cascade
);
comment on table app.report_locks is 'Periods that a hamlet''s figures were confirmed for: from then on they are corrected, not entered.';
create index report_locks_commune on app.report_locks (commune_id);
create index report_locks_locked_by on app.report_locks (locked_by);
create trigger log_change after insert or update or delete on app.report_locks for each row execute function app.log_change();

alter table app.reports enable row level security;
create policy "reports are read with their commune" on app.reports for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "officers report for every hamlet, committees for their own" on app.reports for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{hamlet_committee}')) and hamlet_id in (select app.my_hamlets()));
create policy "officers change reports of every hamlet, committees of their own" on app.reports for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{hamlet_committee}')) and hamlet_id in (select app.my_hamlets()))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{hamlet_committee}')) and hamlet_id in (select app.my_hamlets()));
create policy "administrators and front officers take back reports" on app.reports for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
-- Who entered a figure and why it was corrected is for those who are signed in.
grant select (id, commune_id, hamlet_id, indicator, period, revision, numerator, denominator, reported_at, version) on app.reports to anon;
grant select on app.reports to authenticated, service_role;
grant insert, delete on app.reports to authenticated;
grant update (numerator, denominator, reported_by, reported_at) on app.reports to authenticated;

alter table app.report_locks enable row level security;
create policy "locks of reports are read with their commune" on app.report_locks for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "officers confirm every hamlet's figures, committees their own" on app.report_locks for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{hamlet_committee}')) and hamlet_id in (select app.my_hamlets()));
create policy "administrators and front officers take back locks of reports" on app.report_locks for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select (id, commune_id, hamlet_id, every, period, locked_at) on app.report_locks to anon;
grant select on app.report_locks to authenticated, service_role;
grant insert, delete on app.report_locks to authenticated;

alter table app.cemeteries add unique (id, commune_id);

create table app.care_records (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  model_road_id uuid,
  cemetery_id uuid,
  waste_point_id uuid,
  organization_id uuid,
  done_on date not null,
  stretch_from numeric not null default 0 check (stretch_from >= 0),
  stretch_to numeric not null default 1 check (stretch_to <= 1 and stretch_to > stretch_from),
  people integer check (people between 1 and 10000),
  criteria jsonb check (jsonb_typeof(criteria) = 'object'),
  note text check (note = normalize(note, NFC) and length(trim(note)) between 1 and 500 and note !~ '[<>]'),
  state text not null default 'sent' check (state in ('sent', 'approved')),
  done_by uuid default auth.uid() references auth.users (id) on delete set null,
  recorded_at timestamptz not null default now(),
  approved_by uuid references auth.users (id) on delete set null,
  approved_at timestamptz,
  version integer not null default 1,
  check (num_nonnulls(model_road_id, cemetery_id, waste_point_id) = 1),
  check (model_road_id is not null or stretch_from = 0 and stretch_to = 1),
  check ((state = 'approved') = (approved_at is not null)),
  foreign key (model_road_id, commune_id) references app.model_roads (id, commune_id) on delete cascade,
  foreign key (cemetery_id, commune_id) references app.cemeteries (id, commune_id) on delete cascade,
  foreign key (waste_point_id, commune_id) references app.waste_points (id, commune_id) on delete cascade,
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.care_records is
  'Care that was given to a model road, a cemetery or a waste point on a day. One that is sent counts; approving it says that somebody else has looked.';
comment on column app.care_records.stretch_from is 'Where along the road it began, as a fraction of its length (with stretch_to, where it ended).';
comment on column app.care_records.people is 'How many took part. Null: not said.';
create index care_records_commune on app.care_records (commune_id);
create index care_records_model_road on app.care_records (model_road_id, done_on);
create index care_records_cemetery on app.care_records (cemetery_id, done_on);
create index care_records_waste_point on app.care_records (waste_point_id, done_on);
create index care_records_organization on app.care_records (organization_id);
create index care_records_done_by on app.care_records (done_by);
create index care_records_approved_by on app.care_records (approved_by);
create trigger raise_version before update on app.care_records for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.care_records for each row execute function app.log_change();

alter table app.care_records enable row level security;
create policy "care records are read with their commune" on app.care_records for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "officers record care, members that of their organization" on app.care_records for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations()));
create policy "officers approve care, members that of others in their organization" on app.care_records for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations())
      and done_by is distinct from (select auth.uid()))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations()));
create policy "officers take back care, members what they recorded" on app.care_records for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes()) and done_by = (select auth.uid()));
-- Notes and who did it are for those who are signed in.
grant select (id, commune_id, model_road_id, cemetery_id, waste_point_id, organization_id, done_on, stretch_from, stretch_to, people, state, recorded_at, version)
  on app.care_records to anon;
grant select on app.care_records to authenticated, service_role;
grant insert, delete on app.care_records to authenticated;
grant update (state, approved_by, approved_at) on app.care_records to authenticated;

create function app.care_interval(part text, as_of date, of_commune uuid) returns integer
language sql stable set search_path = '' as
$$ select (app.setting_on('care_interval_days', as_of, of_commune) ->> part)::integer $$;
comment on function app.care_interval(text, date, uuid) is 'Days after which care is due (part due) or overdue, as set on a day.';
revoke execute on function app.care_interval(text, date, uuid) from public;
grant execute on function app.care_interval(text, date, uuid) to anon, authenticated, service_role;
