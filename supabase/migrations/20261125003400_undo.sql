-- Undo: the old version is written as a new change. Nothing is taken out of the log, so an undo can be undone.

-- Undoing that a row was added deletes it: the map is again, at every date, what it was before the mistake. The
-- log keeps the row whole.
create policy "administrators and front officers take back hamlets" on app.hamlets for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back successions" on app.hamlet_successions for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back hamlet statistics" on app.hamlet_statistics for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back roads" on app.roads for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back model roads" on app.model_roads for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back states of model roads" on app.model_road_states for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back assessments" on app.model_road_assessments for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back waste points" on app.waste_points for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back states of waste points" on app.waste_point_states for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back cemeteries" on app.cemeteries for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back versions of settings" on app.settings for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant delete on app.hamlets, app.hamlet_successions, app.hamlet_statistics, app.roads, app.model_roads, app.model_road_states,
  app.model_road_assessments, app.waste_points, app.waste_point_states, app.cemeteries, app.settings to authenticated;

create function app.rows_that_refer(table_name text, row_id uuid) returns table (referring text, count bigint, subject text, last_change bigint)
language plpgsql stable set search_path = '' as
$$
declare
  reference record;
begin
  for reference in
    select c.relname, a.attname from pg_catalog.pg_constraint k
    join pg_catalog.pg_class c on c.oid = k.conrelid
    join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where k.contype = 'f' and k.confrelid = format('app.%I', table_name)::regclass
  loop
    return query execute format(
      'select %1$L::text, count(*), min(app.subject_of(to_jsonb(t))), max(l.id) from app.%1$I t
         left join app.changes l on l.table_name = %1$L and l.row_id = t.id
       where t.%2$I = $1 having count(*) > 0', reference.relname, reference.attname) using row_id;
  end loop;
end
$$;
comment on function app.rows_that_refer(text, uuid) is 'Rows of other tables that hang on a row, counted by table, with the latest change of any of them.';

create function app.write_back(table_name text, row_id uuid, wanted jsonb, fields text[]) returns boolean
language plpgsql volatile set search_path = '' as
$$
declare
  written integer;
  -- What follows by itself is left to its triggers.
  columns text[] := array(
    select a.attname::text from pg_catalog.pg_attribute a
    where a.attrelid = format('app.%I', table_name)::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attname <> 'version' and wanted ? a.attname);
begin
  if wanted is null then
    execute format('delete from app.%I t where t.id = $1', table_name) using row_id;
  elsif fields is null then
    execute format('insert into app.%1$I (%2$s) select %2$s from jsonb_populate_record(null::app.%1$I, $1)', table_name,
      (select string_agg(quote_ident(c), ', ') from unnest(columns) c)) using wanted;
  else
    execute format('update app.%1$I t set %2$s from jsonb_populate_record(null::app.%1$I, $1) r where t.id = $2', table_name,
      (select string_agg(format('%1$I = r.%1$I', c), ', ') from unnest(columns) c where c = any (fields))) using wanted, row_id;
  end if;
  get diagnostics written = row_count;
  return written = 1;
end
$$;
comment on function app.write_back(text, uuid, jsonb, text[]) is
  'Gives the named fields of a row their wanted values; without fields inserts the row, with wanted null deletes it. With the rights of the caller; false when there was no such row for him.';

create function public.undo_changes(act uuid default null, change bigint default null, seen bigint default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  one record;
  content jsonb;
  wanted_fields text[];
  lost jsonb := '[]';
  newest bigint := 0;
  undone integer := 0;
  known bigint[];
  here constant uuid := app.current_act();
begin
  if not exists (select from app.changes c where c.act = undo_changes.act or c.id = undo_changes.change) then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không có thay đổi này, hoặc bạn không được xem nó.';
  end if;
  if exists (select from app.changes c where (c.act = undo_changes.act or c.id = undo_changes.change)
    and c.commune_id not in (select app.my_communes('{administrator,front_officer}'))) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được hoàn tác.';
  end if;
  if exists (select from app.changes c where (c.act = undo_changes.act or c.id = undo_changes.change)
    and (c.table_name in ('communes', 'neighbours', 'organizations', 'members', 'incidents') or coalesce(c.before, c.after) is null)) then
    raise exception using errcode = 'PT422', hint = 'not_undoable',
      message = 'Loại thay đổi này không hoàn tác ở đây được. Hãy sửa lại ở trang của nó. Chưa thay đổi gì.';
  end if;
  known := array(select l.id from app.changes l where exists (
    select from app.changes c where (c.act = undo_changes.act or c.id = undo_changes.change) and c.table_name = l.table_name and c.row_id = l.row_id));

  -- What each row was before and after all of it together; the last written is taken back first.
  for one in
    select c.table_name, c.row_id, (array_agg(c.before order by c.id))[1] as before, (array_agg(c.after order by c.id desc))[1] as after,
      min(c.id) as first, max(c.id) as last
    from app.changes c where c.act = undo_changes.act or c.id = undo_changes.change
    group by c.table_name, c.row_id order by max(c.id) desc
  loop
    execute format('select to_jsonb(t) from app.%I t where t.id = $1', one.table_name) into content using one.row_id;
    wanted_fields := app.changed_fields(one.before, one.after);
    -- Taken back already, by this very press sent twice or by hand.
    continue when (one.before is null and content is null) or wanted_fields is null
      or (one.before is not null and content is not null
        and not exists (select from unnest(wanted_fields) f where content -> f is distinct from one.before -> f));

    if one.before is not null and one.after is not null and content is null then
      raise exception using errcode = 'PT409', hint = 'row_gone',
        message = 'Đối tượng này sau đó đã bị xóa nên không hoàn tác được. Hãy hoàn tác việc xóa trước. Chưa thay đổi gì.';
    end if;
    -- What somebody wrote over it later would be lost.
    if content is not null and exists (select from unnest(wanted_fields) f where content -> f is distinct from one.after -> f) then
      lost := lost || coalesce((
        select jsonb_build_object('table', l.table_name, 'subject', app.subject_of(content), 'fields', app.changed_fields(l.before, l.after),
          'changed_by', l.changed_by, 'at', l.at)
        from app.changes l where l.table_name = one.table_name and l.row_id = one.row_id and l.id > one.first and l.id <> one.last
          and l.act <> here and l.act is distinct from undo_changes.act and app.changed_fields(l.before, l.after) && wanted_fields
        order by l.id desc limit 1), jsonb_build_object('table', one.table_name, 'subject', app.subject_of(content), 'fields', wanted_fields));
      newest := greatest(newest, (select max(l.id) from app.changes l where l.table_name = one.table_name and l.row_id = one.row_id and l.act <> here));
    end if;
    if one.before is null then
      lost := lost || coalesce((select jsonb_agg(jsonb_build_object('table', r.referring, 'count', r.count, 'subject', app.subject_of(content)))
        from app.rows_that_refer(one.table_name, one.row_id) r), '[]');
      newest := greatest(newest, coalesce((select max(r.last_change) from app.rows_that_refer(one.table_name, one.row_id) r), 0));
    end if;

    perform set_config('app.undoes', one.last::text, true);
    begin
      if not app.write_back(one.table_name, one.row_id, one.before, case when content is not null then wanted_fields end) then
        raise exception using errcode = '42501', message = 'Bạn không được sửa đối tượng này nên chưa hoàn tác gì.';
      end if;
    exception
      when foreign_key_violation then
        raise exception using errcode = 'PT409', hint = 'still_needed', message =
          'Còn dữ liệu khác gắn với ' || coalesce('"' || app.subject_of(coalesce(content, one.before)) || '"', 'đối tượng này')
          || ' nên không hoàn tác được. Hãy hoàn tác hoặc sửa dữ liệu đó trước. Chưa thay đổi gì.';
      when unique_violation then
        raise exception using errcode = 'PT409', hint = 'place_taken',
          message = 'Nay đã có đối tượng khác cùng tên hoặc cùng ngày nên không hoàn tác được. Chưa thay đổi gì.';
    end;
    undone := undone + 1;
  end loop;
  perform set_config('app.undoes', '', true);

  -- Somebody may have saved in the very same moment: then what was seen is not what is lost.
  if (jsonb_array_length(lost) > 0 and seen is distinct from newest) or exists (
    select from app.changes l where l.act <> here and l.id <> all (known) and exists (
      select from app.changes c where (c.act = undo_changes.act or c.id = undo_changes.change) and c.table_name = l.table_name and c.row_id = l.row_id)) then
    raise exception using errcode = 'PT409', hint = 'later_changes',
      detail = jsonb_build_object('lost', lost, 'seen', newest)::text,
      message = 'Sau thay đổi này đã có thay đổi khác; hoàn tác sẽ làm mất chúng. Chưa thay đổi gì.';
  end if;
  return jsonb_build_object('act', case when undone > 0 then here end, 'undone', undone);
end
$$;
comment on function public.undo_changes(uuid, bigint, bigint) is
  'Takes back a whole act, or one change: changed fields get their old values, added rows are deleted, deleted ones come back; one new act. What later changes wrote over, and what hangs on an added row, would be lost: then PT409 later_changes with {lost, seen}, and it is done only when called again with that seen. Sent twice it does nothing the second time. PT422 not_undoable for communes, organizations, members and incidents; PT409 row_gone, still_needed, place_taken.';

revoke execute on function app.rows_that_refer(text, uuid), app.write_back(text, uuid, jsonb, text[]),
  public.undo_changes(uuid, bigint, bigint) from public;
grant execute on function app.current_act(), app.rows_that_refer(text, uuid), app.write_back(text, uuid, jsonb, text[]),
  public.undo_changes(uuid, bigint, bigint) to authenticated;
