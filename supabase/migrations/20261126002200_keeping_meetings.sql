-- The verbs of meetings. Ids are the client's, so that what is sent twice is stored once; a version that is not the
-- latest is refused with both.

create function app.wording_problems(field text, wording text, is_required boolean, longest integer)
returns table (level text, code text, field text, detail jsonb)
language sql immutable set search_path = '' as
$$
  select 'error', 'required', wording_problems.field, null::jsonb where is_required and wording is null
  union all
  select 'error', 'too_long', wording_problems.field, jsonb_build_object('longest', longest) where length(wording) > longest
  union all
  select 'error', 'markup', wording_problems.field, null where wording ~ '[<>]'
$$;
comment on function app.wording_problems(text, text, boolean, integer) is
  'What is wrong with a line that a person wrote: required, too_long, markup.';

create function app.worded(words text) returns text
language sql immutable set search_path = '' as
$$ select nullif(normalize(trim(words), NFC), '') $$;
comment on function app.worded(text) is 'What a person wrote, composed and trimmed; null when nothing.';

create function app.problems_as_list(problems jsonb[]) returns jsonb
language sql immutable set search_path = '' as
$$ select coalesce(jsonb_agg(p), '[]') from unnest(problems) p where p is not null $$;
comment on function app.problems_as_list(jsonb[]) is 'Problems as app.refuse_fields takes them, without the empty places.';

create function app.problem_if(is_wrong boolean, field text, code text, detail jsonb default null) returns jsonb
language sql immutable set search_path = '' as
$$
  select jsonb_build_object('level', 'error', 'field', problem_if.field, 'code', problem_if.code, 'detail', problem_if.detail)
  where coalesce(is_wrong, false)
$$;
comment on function app.problem_if(boolean, text, text, jsonb) is 'One problem of a field, or null while it is none.';

create function app.meeting_for(of_meeting uuid, for_scenes boolean) returns app.meetings
language plpgsql volatile set search_path = '' as
$$
declare
  known app.meetings;
begin
  -- One after the other: two scenes that are added at once get two places.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(of_meeting::text, 0));
  select m.* into known from app.meetings m where m.id = of_meeting;
  if known.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Không tìm thấy cuộc họp này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  if for_scenes and known.state = 'held' then
    raise exception using errcode = 'PT409', hint = 'meeting_held',
      message = 'Cuộc họp này đã kết thúc nên các cảnh giữ nguyên như đã trình chiếu. Chưa lưu gì; hãy chọn cuộc họp khác hoặc mở lại cuộc họp này.';
  end if;
  return known;
end
$$;
comment on function app.meeting_for(uuid, boolean) is
  'The meeting that is written to, locked for the transaction. PT404 not_found; for scenes PT409 meeting_held once it is over.';

create function public.save_meeting(meeting jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  meant constant uuid := app.record_id(meeting);
  called constant text := app.worded(meeting ->> 'title');
  is_day constant boolean := coalesce(app.is_day(meeting ->> 'held_on'), false);
  wanted_state constant text := coalesce(meeting ->> 'state', 'planned');
  stored app.meetings;
  written uuid;
begin
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('title', called, true, 120) p)
    || app.problems_as_list(array[app.problem_if(not is_day, 'held_on', 'date_invalid'),
      app.problem_if(wanted_state not in ('planned', 'held'), 'state', 'choice_invalid')]));
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(meant::text, 0));
  select m.* into stored from app.meetings m where m.id = meant;
  if stored.id is null then
    if edited_version is not null then
      raise exception using errcode = 'PT404', hint = 'not_found',
        message = 'Không tìm thấy cuộc họp này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
    end if;
    insert into app.meetings (id, commune_id, title, held_on, state)
    values (meant, app.resolve_commune(save_meeting.commune_id), called, (meeting ->> 'held_on')::date, wanted_state);
  elsif (stored.title, stored.held_on, stored.state) is distinct from (called, (meeting ->> 'held_on')::date, wanted_state) then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('meetings', meeting - 'id', to_jsonb(stored));
    end if;
    update app.meetings m set title = called, held_on = (meeting ->> 'held_on')::date, state = wanted_state
    where m.id = meant and m.version = edited_version returning m.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,leader}');
    end if;
  end if;
  return (select to_jsonb(m) - 'commune_id' from app.meetings m where m.id = meant);
end
$$;
comment on function public.save_meeting(jsonb, integer, uuid) is
  'Adds a meeting or changes one: {id (made by the client), title, held_on (YYYY-MM-DD), state (planned, held)}; answers with it. PT422 fields_with_errors, PT409 stale with both versions, PT404 not_found.';

create function public.save_scene(scene jsonb, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  meant constant uuid := app.record_id(scene);
  called constant text := app.worded(scene ->> 'title');
  noted constant text := app.worded(scene ->> 'note');
  shown constant text := coalesce(scene ->> 'view', '');
  coloured_by constant text := nullif(scene ->> 'indicator', '');
  is_day constant boolean := coalesce(app.is_day(scene ->> 'frozen_on'), false);
  ground double precision[];
  known app.meetings;
  stored app.scenes;
  wanted app.scenes;
  written uuid;
begin
  known := app.meeting_for((scene ->> 'meeting_id')::uuid, true);
  ground := case when jsonb_typeof(scene -> 'bounds') = 'array' and jsonb_array_length(scene -> 'bounds') = 4
    and not exists (select from jsonb_array_elements(scene -> 'bounds') b where jsonb_typeof(b) <> 'number')
    then array(select b::double precision from jsonb_array_elements_text(scene -> 'bounds') b) end;
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from (
      select * from app.wording_problems('title', called, true, 120)
      union all select * from app.wording_problems('note', noted, false, 600)) p)
    || app.problems_as_list(array[
      app.problem_if(not is_day, 'frozen_on', 'date_invalid'),
      app.problem_if(case when is_day then (scene ->> 'frozen_on')::date > app.today() end, 'frozen_on', 'in_future'),
      app.problem_if(shown !~ '^(\?[^[:cntrl:]]*)?$' or length(shown) > 2000, 'view', 'view_invalid'),
      app.problem_if(coloured_by !~ '^[a-z][a-z0-9-]{0,39}$', 'indicator', 'choice_invalid'),
      app.problem_if(ground is null or not (ground[1] < ground[3] and ground[2] < ground[4] and ground[1] >= -180
        and ground[2] >= -85 and ground[3] <= 180 and ground[4] <= 85), 'bounds', 'bounds_invalid')]));
  select s.* into stored from app.scenes s where s.id = meant;
  if stored.id is null and edited_version is not null then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Cảnh này đã bị bỏ khỏi cuộc họp nên chưa lưu gì. Hãy thêm lại từ bản đồ.';
  end if;
  wanted := stored;
  wanted.title := called;
  wanted.note := noted;
  wanted.view := shown;
  wanted.indicator := coloured_by;
  wanted.frozen_on := (scene ->> 'frozen_on')::date;
  wanted.west := ground[1];
  wanted.south := ground[2];
  wanted.east := ground[3];
  wanted.north := ground[4];
  if stored.id is not null and wanted is not distinct from stored and not coalesce((scene ->> 'freeze_again')::boolean, false) then
    return to_jsonb(stored) - 'commune_id';
  end if;
  if stored.id is not null and edited_version is distinct from stored.version then
    perform app.refuse_stale('scenes', scene - 'id', to_jsonb(stored) - 'figures');
  end if;
  -- Words about a scene may change; its figures are taken down anew only for another day or indicator, or when asked.
  if stored.id is null or (stored.indicator, stored.frozen_on) is distinct from (wanted.indicator, wanted.frozen_on)
    or coalesce((scene ->> 'freeze_again')::boolean, false) then
    wanted.frozen_at := now();
    wanted.figures := (select f.figures from app.figures_on(array[wanted.frozen_on], known.commune_id) f where f.indicator = coloured_by);
  end if;
  if stored.id is null then
    insert into app.scenes (id, commune_id, meeting_id, position, title, note, view, indicator, west, south, east, north, frozen_on, frozen_at, figures)
    values (meant, known.commune_id, known.id, (select coalesce(max(s.position), 0) + 1 from app.scenes s where s.meeting_id = known.id),
      wanted.title, wanted.note, wanted.view, wanted.indicator, wanted.west, wanted.south, wanted.east, wanted.north,
      wanted.frozen_on, wanted.frozen_at, wanted.figures);
  else
    update app.scenes s set title = wanted.title, note = wanted.note, view = wanted.view, indicator = wanted.indicator, west = wanted.west,
      south = wanted.south, east = wanted.east, north = wanted.north, frozen_on = wanted.frozen_on, frozen_at = wanted.frozen_at, figures = wanted.figures
    where s.id = meant and s.version = edited_version returning s.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,leader}');
    end if;
  end if;
  return (select to_jsonb(s) - 'commune_id' from app.scenes s where s.id = meant);
end
$$;
comment on function public.save_scene(jsonb, integer) is
  'Adds a scene at the end of a meeting or changes one: {id (made by the client), meeting_id, title, note, view (a link''s part behind its address), indicator, bounds [west, south, east, north], frozen_on, freeze_again}; answers with it. Figures are taken down when the scene is added, for another day or indicator, and on freeze_again. PT422 fields_with_errors, PT409 stale or meeting_held, PT404 not_found.';

create function public.order_scenes(meeting_id uuid, scene_ids uuid[]) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  known constant app.meetings := app.meeting_for(order_scenes.meeting_id, true);
  present constant uuid[] := array(select s.id from app.scenes s where s.meeting_id = known.id order by s.id);
begin
  -- Somebody else added or took out a scene meanwhile: which order was meant is for a person to say.
  if present is distinct from array(select i from unnest(scene_ids) i order by i) then
    perform app.refuse_stale('scenes', to_jsonb(scene_ids), jsonb_build_object('id', known.id, 'scenes',
      (select jsonb_agg(s.id order by s.position) from app.scenes s where s.meeting_id = known.id)));
  end if;
  update app.scenes s set position = place.position
  from unnest(scene_ids) with ordinality place (id, position) where s.id = place.id and s.position <> place.position;
  return to_jsonb(scene_ids);
end
$$;
comment on function public.order_scenes(uuid, uuid[]) is
  'Puts the scenes of a meeting into an order; all of them must be named once. PT409 stale when they are others by now, meeting_held; PT404 not_found.';

create function public.remove_scene(meeting_id uuid, scene_id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  known constant app.meetings := app.meeting_for(remove_scene.meeting_id, true);
  place smallint;
begin
  -- Sent twice: it is out already.
  delete from app.scenes s where s.id = remove_scene.scene_id and s.meeting_id = known.id returning s.position into place;
  update app.scenes s set position = s.position - 1 where s.meeting_id = known.id and s.position > place;
  return jsonb_build_object('id', remove_scene.scene_id);
end
$$;
comment on function public.remove_scene(uuid, uuid) is
  'Takes a scene out of its meeting; those behind it move up. What was concluded at it stays. Sent twice it answers the same. PT409 meeting_held; PT404 not_found.';

create function public.save_conclusion(conclusion jsonb, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  meant constant uuid := app.record_id(conclusion);
  words constant text := app.worded(conclusion ->> 'text');
  due constant text := nullif(conclusion ->> 'due_on', '');
  known app.meetings;
  stored app.conclusions;
  wanted app.conclusions;
  written uuid;
begin
  known := app.meeting_for((conclusion ->> 'meeting_id')::uuid, false);
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('text', words, true, 600) p)
    || app.problems_as_list(array[
      app.problem_if(due is not null and not coalesce(app.is_day(due), false), 'due_on', 'date_invalid'),
      app.problem_if(case when app.is_day(due) then due::date < known.held_on end, 'due_on', 'before_meeting', jsonb_build_object('held_on', known.held_on)),
      app.problem_if(conclusion ->> 'hamlet_id' is not null and not exists (select from app.hamlets h
        where h.commune_id = known.commune_id and h.id::text = conclusion ->> 'hamlet_id'), 'hamlet_id', 'choice_invalid'),
      app.problem_if(conclusion ->> 'organization_id' is not null and not exists (select from app.organizations o
        where o.commune_id = known.commune_id and o.id::text = conclusion ->> 'organization_id'), 'organization_id', 'choice_invalid')]));
  select c.* into stored from app.conclusions c where c.id = meant;
  if stored.id is null and edited_version is not null then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Không tìm thấy kết luận này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  wanted := stored;
  wanted.text := words;
  wanted.hamlet_id := (conclusion ->> 'hamlet_id')::uuid;
  wanted.organization_id := (conclusion ->> 'organization_id')::uuid;
  wanted.due_on := due::date;
  if stored.id is null then
    insert into app.conclusions (id, commune_id, meeting_id, scene_id, text, hamlet_id, organization_id, due_on)
    values (meant, known.commune_id, known.id,
      -- A scene may have been taken out while the sentence was on its way.
      (select s.id from app.scenes s where s.id::text = conclusion ->> 'scene_id' and s.meeting_id = known.id),
      wanted.text, wanted.hamlet_id, wanted.organization_id, wanted.due_on);
  elsif wanted is distinct from stored then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('conclusions', conclusion - 'id', to_jsonb(stored));
    end if;
    update app.conclusions c set text = wanted.text, hamlet_id = wanted.hamlet_id, organization_id = wanted.organization_id, due_on = wanted.due_on
    where c.id = meant and c.version = edited_version returning c.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,leader}');
    end if;
  end if;
  return (select to_jsonb(c) - 'commune_id' from app.conclusions c where c.id = meant);
end
$$;
comment on function public.save_conclusion(jsonb, integer) is
  'Writes a conclusion of a meeting down or changes one: {id (made by the client), meeting_id, scene_id, text, hamlet_id, organization_id, due_on}; answers with it. PT422 fields_with_errors, PT409 stale, PT404 not_found.';

create function public.close_conclusion(conclusion_id uuid, done_on date default null, closing_note text default null, edited_version integer default null)
returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  noted constant text := app.worded(close_conclusion.closing_note);
  stored app.conclusions;
  held date;
  written uuid;
begin
  select c.* into stored from app.conclusions c where c.id = close_conclusion.conclusion_id;
  if stored.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Không tìm thấy kết luận này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,leader}');
  select m.held_on into held from app.meetings m where m.id = stored.meeting_id;
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('closing_note', noted, false, 600) p)
    || app.problems_as_list(array[
      app.problem_if(close_conclusion.done_on > app.today(), 'done_on', 'in_future'),
      app.problem_if(close_conclusion.done_on < held, 'done_on', 'before_meeting', jsonb_build_object('held_on', held))]));
  if (stored.done_on, stored.closing_note) is distinct from (close_conclusion.done_on, noted) then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('conclusions', jsonb_build_object('done_on', close_conclusion.done_on, 'closing_note', noted), to_jsonb(stored));
    end if;
    update app.conclusions c set state = case when close_conclusion.done_on is null then 'open' else 'done' end,
      done_on = close_conclusion.done_on, closing_note = noted
    where c.id = stored.id and c.version = edited_version;
  end if;
  return (select to_jsonb(c) - 'commune_id' from app.conclusions c where c.id = stored.id);
end
$$;
comment on function public.close_conclusion(uuid, date, text, integer) is
  'Says on which day a conclusion was done, and what was done; done_on null opens it again. Answers with it. PT422 fields_with_errors, PT409 stale, PT404 not_found.';

revoke execute on function app.wording_problems(text, text, boolean, integer), app.worded(text), app.problems_as_list(jsonb[]),
  app.problem_if(boolean, text, text, jsonb), app.meeting_for(uuid, boolean), public.save_meeting(jsonb, integer, uuid),
  public.save_scene(jsonb, integer), public.order_scenes(uuid, uuid[]), public.remove_scene(uuid, uuid), public.save_conclusion(jsonb, integer),
  public.close_conclusion(uuid, date, text, integer) from public, anon, authenticated;
grant execute on function app.wording_problems(text, text, boolean, integer), app.worded(text), app.problems_as_list(jsonb[]),
  app.problem_if(boolean, text, text, jsonb), app.meeting_for(uuid, boolean), public.save_meeting(jsonb, integer, uuid),
  public.save_scene(jsonb, integer), public.order_scenes(uuid, uuid[]), public.remove_scene(uuid, uuid), public.save_conclusion(jsonb, integer),
  public.close_conclusion(uuid, date, text, integer) to authenticated;
