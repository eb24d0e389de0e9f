-- A small schema for the tests of the backend's own guards; the product's schema is in supabase/migrations.
create schema app;
revoke all on schema app from public;

create table app.notes (
  id uuid primary key default gen_random_uuid(),
  owner uuid,
  title text not null,
  amount numeric(10, 2) not null default 0 check (amount >= 0),
  written_at timestamptz not null default now(),
  constraint notes_title_once unique (owner, title)
);
alter table app.notes enable row level security;
create policy "an owner reads own notes" on app.notes for select to authenticated
  using (owner = (select auth.uid()));
create policy "an owner writes own notes" on app.notes for insert to authenticated
  with check (owner = (select auth.uid()));
create policy "a visitor reads notes of nobody" on app.notes for select to anon using (owner is null);
grant usage on schema app to anon, authenticated;
grant select on app.notes to anon, authenticated;
grant insert on app.notes to authenticated;

create view public.notes with (security_invoker = true) as
  select id, owner, title, amount, written_at from app.notes;
revoke all on public.notes from anon, authenticated;
grant select on public.notes to anon, authenticated;
grant insert on public.notes to authenticated;

-- Answer who asks, and with which role's rights.
create function public.who_am_i() returns uuid language sql stable set search_path = '' as $$
  select auth.uid()
$$;
revoke execute on function public.who_am_i() from public;
grant execute on function public.who_am_i() to anon, authenticated;

create function public.what_role() returns text language sql stable set search_path = '' as $$
  select current_user::text
$$;
revoke execute on function public.what_role() from public;
grant execute on function public.what_role() to anon, authenticated;

create function public.fail_with(state text, secret text default '') returns void
language plpgsql set search_path = '' as $$
begin
  raise exception using errcode = state, message = 'Không được', detail = 'Chi tiết', hint = 'Gợi ý';
end
$$;
revoke execute on function public.fail_with(text, text) from public;
grant execute on function public.fail_with(text, text) to anon, authenticated;

create function public.members_only() returns text language sql set search_path = '' as $$ select 'ok' $$;
revoke execute on function public.members_only() from public, anon;
grant execute on function public.members_only() to authenticated;

-- More rows than one answer may hold. Stable, because the library counts no other function's rows.
create function public.numbers(up_to integer) returns table (id integer) language sql stable set search_path = '' as $$
  select generate_series(1, up_to)
$$;
revoke execute on function public.numbers(integer) from public;
grant execute on function public.numbers(integer) to anon, authenticated;
