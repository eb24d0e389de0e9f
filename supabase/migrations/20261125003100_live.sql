-- Live: whoever has a screen open hears that a table was written, and asks again under his own rights.
-- Every write is logged, so the log is the one place that must say so. What is said is a table's name and a
-- commune, nothing of the row.

create function app.announce_change() returns trigger
language plpgsql set search_path = '' as
$$
declare
  said text := coalesce(current_setting('app.announced', true), '');
  words text := new.commune_id || ' ' || new.table_name;
begin
  -- Once in a transaction: a file of a thousand rows is one announcement.
  if position('|' || words || '|' in said) > 0 then
    return null;
  end if;
  perform set_config('app.announced', said || '|' || words || '|', true);
  perform pg_notify('changes', jsonb_build_object('commune', new.commune_id, 'table', new.table_name)::text);
  -- A Supabase project has no ear for notify; its Realtime sends to whom its own policy lets listen.
  if to_regprocedure('realtime.send(jsonb, text, text, boolean)') is not null then
    execute 'select realtime.send($1, $2, $3, true)'
      using jsonb_build_object('commune', new.commune_id, 'table', new.table_name), 'change', 'live:' || new.commune_id || ':' || new.table_name;
  end if;
  return null;
end
$$;
comment on function app.announce_change() is
  'Trigger of the log: says once in a transaction, when it is committed, which table of which commune was written.';
create trigger announce_change after insert on app.changes for each row execute function app.announce_change();

-- Whether somebody hears of a table is what its policies say of a row of the commune that is about nobody in
-- particular. Asked of the policies themselves, because an empty table has no row to try, and a second list
-- of who reads what would one day say something else.
create function public.audible_tables() returns table (commune_id uuid, table_name text)
language plpgsql stable set search_path = '' as
$$
declare
  audible record;
begin
  for audible in
    select c.relname, string_agg(format('(%s)', pg_get_expr(p.polqual, p.polrelid)), ' or ') as policy
    from pg_catalog.pg_class c
    join pg_catalog.pg_trigger t on t.tgrelid = c.oid and t.tgfoid = 'app.log_change()'::regprocedure
    join pg_catalog.pg_policy p on p.polrelid = c.oid and p.polcmd = 'r'
    where c.relnamespace = 'app'::regnamespace and has_table_privilege(c.oid, 'select')
      and exists (select from unnest(p.polroles) role where role = 0 or pg_has_role(role, 'member'))
    group by c.relname order by c.relname
  loop
    return query execute format(
      'select %1$I.%2$I, %1$L::text from (
         select (jsonb_populate_record(null::app.%1$I, jsonb_build_object(%2$L, commune.id))).* from app.communes commune
       ) %1$I where %3$s',
      audible.relname, case audible.relname when 'communes' then 'id' else 'commune_id' end, audible.policy);
  end loop;
end
$$;
comment on function public.audible_tables() is
  'Tables of which communes the caller hears when they are written: those whose policies let the caller read a row of the commune that is about nobody in particular.';
revoke execute on function app.announce_change(), public.audible_tables() from public;
grant execute on function public.audible_tables() to anon, authenticated;

-- On a Supabase project the same question decides who may listen to a table's private channel.
do $$
begin
  if to_regclass('realtime.messages') is not null then
    create policy "people hear the tables that they may read" on realtime.messages for select to anon, authenticated
      using (extension = 'broadcast' and (select realtime.topic()) in (
        select 'live:' || a.commune_id || ':' || a.table_name from public.audible_tables() a));
  end if;
end
$$;
