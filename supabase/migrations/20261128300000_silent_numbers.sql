-- Rows of the log are numbered. Were all numbered in one line, whoever reads some of them would see in the gaps
-- when the others were written: the day on which police recorded an incident. So what is sensitive counts in a
-- line of its own, far above the other.

create sequence app.sensitive_changes_id start with 1000000000000;

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
  if sensitive then
    insert into app.changes (id, commune_id, changed_by, table_name, row_id, action, act, act_name) overriding system value
    values (nextval('app.sensitive_changes_id'), commune, (select u.id from auth.users u where u.id = auth.uid()), tg_table_name,
      (either_row ->> 'id')::uuid, lower(tg_op), app.current_act(), app.act_of_context(context));
    return null;
  end if;
  insert into app.changes (commune_id, changed_by, table_name, row_id, action, before, after, act, act_name, undoes)
  values (commune, (select u.id from auth.users u where u.id = auth.uid()), tg_table_name, (either_row ->> 'id')::uuid, lower(tg_op),
    old_row, new_row, app.current_act(), app.act_of_context(context), nullif(current_setting('app.undoes', true), '')::bigint);
  return null;
end
$$;
comment on function app.log_change() is
  'Trigger: writes one row of the change log, with the act that it belongs to. With the argument ''sensitive'' it keeps only that a row was written, under a number that leaves no gap between the others. The setting app.undoes, which public.undo_changes alone makes, names the change that is taken back.';
