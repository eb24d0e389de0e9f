-- An earlier version of a feature is taken up again, whatever happened to it since: as a new change, like every undo.

create function public.restore_version(change bigint, seen bigint default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  version app.changes;
  content jsonb;
  fields text[];
  lost jsonb;
  newest bigint;
begin
  select c.* into version from app.changes c where c.id = restore_version.change;
  if not found then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không có thay đổi này, hoặc bạn không được xem nó.';
  elsif version.commune_id not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được lấy lại bản cũ.';
  elsif version.after is null or version.table_name not in ('hamlets', 'roads', 'model_roads', 'waste_points', 'cemeteries') then
    raise exception using errcode = 'PT422', hint = 'not_undoable',
      message = 'Thay đổi này không có bản nào để lấy lại. Hãy sửa ở trang của nó. Chưa thay đổi gì.';
  end if;
  execute format('select to_jsonb(t) from app.%I t where t.id = $1', version.table_name) into content using version.row_id;
  fields := app.changed_fields(content, version.after);
  if content is not null and fields is null then
    return jsonb_build_object('act', null, 'undone', 0);
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('table', l.table_name, 'subject', app.subject_of(l.after), 'fields', app.changed_fields(l.before, l.after),
      'changed_by', l.changed_by, 'at', l.at) order by l.id desc), '[]'), max(l.id)
    into lost, newest
  from app.changes l
  where l.table_name = version.table_name and l.row_id = version.row_id and l.id > version.id
    and (content is null or app.changed_fields(l.before, l.after) && fields);
  -- Whoever saved after this person looked would lose it unseen.
  if newest is not null and seen is distinct from newest then
    raise exception using errcode = 'PT409', hint = 'later_changes',
      detail = jsonb_build_object('lost', lost, 'seen', newest)::text,
      message = 'Sau bản này đã có thay đổi khác; lấy lại bản này sẽ làm mất chúng. Chưa thay đổi gì.';
  end if;
  begin
    if not app.write_back(version.table_name, version.row_id, version.after, case when content is not null then fields end) then
      raise exception using errcode = '42501', message = 'Bạn không được sửa đối tượng này nên chưa lấy lại gì.';
    end if;
  exception
    when unique_violation then
      raise exception using errcode = 'PT409', hint = 'place_taken',
        message = 'Nay đã có đối tượng khác cùng tên nên không lấy lại bản này được. Chưa thay đổi gì.';
    when foreign_key_violation then
      raise exception using errcode = 'PT409', hint = 'still_needed',
        message = 'Bản này gắn với dữ liệu nay không còn nên không lấy lại được. Chưa thay đổi gì.';
  end;
  return jsonb_build_object('act', app.current_act(), 'undone', 1);
end
$$;
comment on function public.restore_version(bigint, bigint) is
  'Gives a hamlet, road, model road, waste point or cemetery what it was after a change; a deleted one comes back. What later changes wrote would be lost: then PT409 later_changes with {lost, seen}, and it is done only when called again with that seen. Answers as undo_changes; undone 0 when it is so already. PT404, PT422 not_undoable, PT409 place_taken, still_needed, 42501.';
revoke execute on function public.restore_version(bigint, bigint) from public;
grant execute on function public.restore_version(bigint, bigint) to authenticated;
