-- Who took everything away and when, and with what police seal their part of it.

create table app.incident_seals (
  commune_id uuid primary key references app.communes (id) on delete cascade,
  recipient text not null check (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
  sealed_identity text not null
    check (sealed_identity like '-----BEGIN AGE ENCRYPTED FILE-----%' and length(sealed_identity) < 5000),
  set_by uuid references auth.users (id) on delete set null,
  set_at timestamptz not null default now()
);
comment on table app.incident_seals is
  'What the security tables of a backup are sealed with: an age recipient, which is no secret, and its identity encrypted by a passphrase that only police know (age, scrypt). The server can seal and never open.';
create index incident_seals_set_by on app.incident_seals (set_by);

alter table app.incident_seals enable row level security;
create policy "administrators and police see that there is a seal" on app.incident_seals for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,police}')));
create policy "police set the seal of their commune" on app.incident_seals for insert to authenticated
  with check (set_by = (select auth.uid()) and commune_id in (select app.my_communes('{police}')));
create policy "police change the seal of their commune" on app.incident_seals for update to authenticated
  using (commune_id in (select app.my_communes('{police}')))
  with check (set_by = (select auth.uid()) and commune_id in (select app.my_communes('{police}')));
-- The encrypted identity travels in archives alone: from here nobody can try passphrases on it.
grant select (commune_id, recipient, set_by, set_at), insert, update (recipient, sealed_identity, set_by, set_at)
  on app.incident_seals to authenticated;

create view public.incident_seals with (security_invoker = true) as
select commune_id, set_at from app.incident_seals;
grant select on public.incident_seals to authenticated;

create function public.set_incident_seal(recipient text, sealed_identity text, commune_id uuid default null) returns void
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_variable
declare
  of_commune constant uuid := app.resolve_commune(commune_id);
begin
  if of_commune is null or of_commune not in (select app.my_communes('{police}')) then
    raise exception using errcode = '42501', message = 'permission denied to set the seal of incidents';
  end if;
  -- Not by "on conflict": that reads the identity, for which nobody has a right.
  update app.incident_seals s
    set recipient = set_incident_seal.recipient, sealed_identity = set_incident_seal.sealed_identity, set_by = auth.uid(), set_at = now()
    where s.commune_id = of_commune;
  if not found then
    insert into app.incident_seals (commune_id, recipient, sealed_identity, set_by)
      values (of_commune, set_incident_seal.recipient, set_incident_seal.sealed_identity, auth.uid());
  end if;
end
$$;
comment on function public.set_incident_seal(text, text, uuid) is
  'Police set what backups seal the security tables with, from then on; archives made before keep their own. 42501 for everybody else.';

create table app.backups (
  id bigint generated always as identity primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  made_at timestamptz not null default now(),
  made_by uuid references auth.users (id) on delete set null,
  holds_incidents boolean not null
);
comment on table app.backups is
  'Every archive of a commune''s data that was made: by whom (null: from the server''s own machine), and whether the sealed security tables are in it.';
create index backups_commune on app.backups (commune_id);
create index backups_made_by on app.backups (made_by);

alter table app.backups enable row level security;
create policy "administrators log the backups that they make" on app.backups for insert to authenticated
  with check (made_by = (select auth.uid()) and commune_id in (select app.my_communes('{administrator}')));
create policy "administrators and police see who took a backup" on app.backups for select to authenticated
  using (commune_id in (select app.my_communes('{administrator,police}')));
grant select, insert on app.backups to authenticated;

create view public.backups with (security_invoker = true) as
select b.id, b.commune_id, b.made_at, b.holds_incidents, m.display_name as made_by_name, b.made_by is null as is_from_shell
from app.backups b left join app.members m on m.user_id = b.made_by and m.commune_id = b.commune_id;
create trigger read_only instead of insert or update or delete on public.backups
  for each row execute function app.refuse_write();
grant select on public.backups to authenticated;

create function public.begin_backup(commune_id uuid default null) returns uuid
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_variable
declare
  of_commune constant uuid := app.resolve_commune(commune_id);
begin
  if of_commune is null or of_commune not in (select app.my_communes('{administrator}')) then
    raise exception using errcode = '42501', message = 'permission denied to take a backup';
  end if;
  insert into app.backups (commune_id, made_by, holds_incidents)
    values (of_commune, auth.uid(), exists (select from app.incident_seals s where s.commune_id = of_commune));
  return of_commune;
end
$$;
comment on function public.begin_backup(uuid) is
  'Writes down that an administrator takes a backup of the commune, before the server hands it out, and answers with the commune. 42501 for everybody else: the server asks this under the caller''s own token.';

revoke execute on function public.set_incident_seal(text, text, uuid), public.begin_backup(uuid) from public;
grant execute on function public.set_incident_seal(text, text, uuid), public.begin_backup(uuid) to authenticated;
