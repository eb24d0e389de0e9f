-- An act is everything that one transaction wrote: what a person did with one press. It has an id, and the
-- name of the function that did it, so that the log speaks of acts and a whole one can be undone.

alter table app.changes
  add column act uuid,
  add column act_name text,
  add column undoes bigint;
-- Each row written before acts were known stands for itself.
update app.changes set act = md5('before acts ' || id)::uuid;
alter table app.changes alter column act set not null, alter column act set default gen_random_uuid();
comment on column app.changes.act is 'The same for all that one transaction wrote.';
comment on column app.changes.act_name is 'The function of the API that wrote, null where none did (the sample, a hand at the database).';
comment on column app.changes.undoes is 'Id of the change that this one takes back.';
create index changes_act on app.changes (act);

create function app.current_act() returns uuid
language sql stable set search_path = '' as
$$ select md5(pg_current_xact_id()::text || ' ' || extract(epoch from transaction_timestamp())::text)::uuid $$;
comment on function app.current_act() is
  'Id of the act that the current transaction is. Transaction ids begin anew in another cluster, so its time goes in too.';

create function app.act_of_context(context text) returns text
language sql immutable set search_path = '' as
$$
  select matched.part[1]
  from regexp_matches(context, '^PL/pgSQL function public\.([a-z_0-9]+)\(', 'gn') with ordinality matched (part, position)
  order by matched.position desc limit 1
$$;
comment on function app.act_of_context(text) is
  'Name of the outermost function of the API in a PL/pgSQL call stack (pg_context), null when there is none.';

-- Security definer: nobody has insert on the log itself, so nobody can forge it.
create or replace function app.log_change() returns trigger
language plpgsql security definer set search_path = '' as
$$
declare
  old_row jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  new_row jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  either_row jsonb := coalesce(new_row, old_row);
  sensitive boolean := tg_nargs > 0 and tg_argv[0] = 'sensitive';
  commune uuid := case tg_table_name when 'communes' then either_row ->> 'id' else either_row ->> 'commune_id' end;
  context text;
begin
  if tg_op = 'UPDATE' and old_row = new_row then
    return null;
  end if;
  -- While a commune itself is deleted its log goes with it.
  if tg_op = 'DELETE' and not exists (select 1 from app.communes c where c.id = commune) then
    return null;
  end if;
  get diagnostics context = pg_context;
  insert into app.changes (commune_id, changed_by, table_name, row_id, action, before, after, act, act_name, undoes)
  values (commune, (select u.id from auth.users u where u.id = auth.uid()), tg_table_name, (either_row ->> 'id')::uuid, lower(tg_op),
    case when not sensitive then old_row end, case when not sensitive then new_row end,
    app.current_act(), app.act_of_context(context), nullif(current_setting('app.undoes', true), '')::bigint);
  return null;
end
$$;
comment on function app.log_change() is
  'Trigger: writes one row of the change log, with the act that it belongs to. With the argument ''sensitive'' it keeps only that a row was written. The setting app.undoes, which public.undo_changes alone makes, names the change that is taken back.';
revoke execute on function app.log_change(), app.current_act(), app.act_of_context(text) from public;

create or replace view public.changes with (security_invoker = true) as
  select id, at, commune_id, changed_by, table_name, row_id, action, before, after, act, act_name, undoes from app.changes;
