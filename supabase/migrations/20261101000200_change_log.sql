-- Every write is logged by trigger: who, when, before, after.

create table app.changes (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  commune_id uuid not null references app.communes (id) on delete cascade,
  changed_by uuid references auth.users (id) on delete set null,
  table_name text not null,
  row_id uuid not null,
  action text not null check (action in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb
);
comment on table app.changes is 'Change log. Rows of sensitive tables carry neither before nor after.';
create index changes_commune_at on app.changes (commune_id, at desc);
create index changes_row on app.changes (table_name, row_id);
create index changes_changed_by on app.changes (changed_by);

-- Security definer: nobody has insert on the log itself, so nobody can forge it.
create function app.log_change() returns trigger
language plpgsql security definer set search_path = '' as
$$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  either_row jsonb := coalesce(new_row, old_row);
  sensitive boolean := tg_nargs > 0 and tg_argv[0] = 'sensitive';
  commune uuid := case tg_table_name when 'communes' then either_row ->> 'id' else either_row ->> 'commune_id' end;
begin
  if tg_op = 'UPDATE' and old_row = new_row then
    return null;
  end if;
  -- While a commune itself is deleted its log goes with it.
  if tg_op = 'DELETE' and not exists (select 1 from app.communes c where c.id = commune) then
    return null;
  end if;
  insert into app.changes (commune_id, changed_by, table_name, row_id, action, before, after)
  values (commune, (select u.id from auth.users u where u.id = auth.uid()), tg_table_name, (either_row ->> 'id')::uuid, lower(tg_op),
    case when not sensitive then old_row end, case when not sensitive then new_row end);
  return null;
end
$$;
comment on function app.log_change() is
  'Trigger: writes one row of the change log. With the argument ''sensitive'' it keeps only that a row was written.';
revoke execute on function app.log_change() from public;

create trigger log_change after insert or update or delete on app.communes for each row execute function app.log_change();
create trigger log_change after insert or update or delete on app.neighbours for each row execute function app.log_change();
create trigger log_change after insert or update or delete on app.organizations for each row execute function app.log_change();
create trigger log_change after insert or update or delete on app.members for each row execute function app.log_change();

alter table app.changes enable row level security;
create policy "those who steer the plan read the changes of its records" on app.changes for select to authenticated
  using (table_name not in ('members', 'incidents')
    and commune_id in (select app.my_communes('{administrator,front_officer,leader}')));
create policy "administrators read the changes of members" on app.changes for select to authenticated
  using (table_name = 'members' and commune_id in (select app.my_communes('{administrator}')));
create policy "police read that incidents were changed" on app.changes for select to authenticated
  using (table_name = 'incidents' and commune_id in (select app.my_communes('{police}')));
grant select on app.changes to authenticated, service_role;

create view public.changes with (security_invoker = true) as
  select id, at, commune_id, changed_by, table_name, row_id, action, before, after from app.changes;
grant select on public.changes to authenticated, service_role;
