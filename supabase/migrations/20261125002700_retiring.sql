-- Nothing is deleted. What is no more ends on a day and for a reason, stays on every earlier day, and can come back.

create function app.starts_on(layer text, record jsonb) returns date
language sql stable set search_path = '' as
$$
  select coalesce((record ->> 'valid_from')::date, (f.first ->> 'valid_from')::date, (f.first ->> 'registered_on')::date)
  from (select app.first_fact(layer, (record ->> 'id')::uuid) as first) f
$$;
comment on function app.starts_on(text, jsonb) is 'The first day of a record: its own, or that of its first dated fact.';

create function app.hamlet_becomes(hamlet uuid) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_agg(jsonb_build_object('id', h.id, 'name', h.name, 'former_commune', h.former_commune) order by h.name, h.id)
  from app.hamlet_successions s join app.hamlets h on h.id = s.successor_id where s.hamlet_id = hamlet
$$;
comment on function app.hamlet_becomes(uuid) is 'The hamlets that a hamlet was merged into or split into; null when it was not.';

create function app.record_to_end(layer text, record_id uuid) returns jsonb
language plpgsql stable set search_path = '' as
$$
declare
  stored jsonb;
begin
  if layer is null or layer not in ('hamlets', 'roads', 'model_roads', 'waste_points', 'cemeteries', 'incidents') then
    raise exception using errcode = 'PT400', hint = 'no_such_layer', message = format('Không có lớp bản đồ "%s".', layer);
  end if;
  stored := app.stored_record(layer, record_id);
  if stored is null then
    raise exception using errcode = 'PT404', hint = 'not_found',
      message = 'Không tìm thấy mục này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  return stored;
end
$$;
comment on function app.record_to_end(text, uuid) is 'The stored record of a layer. PT400 for a layer that does not exist, PT404 for a record that does not.';

create function app.end_record(layer text, stored jsonb, ending jsonb, edited_version integer) returns void
language plpgsql volatile set search_path = '' as
$$
declare
  names constant text := (select string_agg(format('%I', k), ', ') from jsonb_object_keys(ending) k);
  written uuid;
begin
  if stored @> ending then
    return;
  end if;
  if edited_version is distinct from (stored ->> 'version')::integer then
    perform app.refuse_stale(layer, ending, stored);
  end if;
  execute format('update app.%I r set (%s) = (select %s from jsonb_populate_record(null::app.%I, $1)) where r.id = $2 and r.version = $3 returning r.id',
    layer, names, names, layer) into written using ending, (stored ->> 'id')::uuid, edited_version;
  if written is null then
    perform app.refuse_unwritten(layer, ending, stored);
  end if;
end
$$;
comment on function app.end_record(text, jsonb, jsonb, integer) is
  'Writes how a record ends (or that it does not) unless it is so already. PT409 stale, 42501 without the right.';

create function public.retire(layer text, id uuid, on_date date, reason text, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  stored constant jsonb := app.record_to_end(layer, retire.id);
  said constant text := nullif(normalize(trim(reason), NFC), '');
  -- Of an incident no free text is kept: a reason in somebody's words would be the place for a name.
  choices constant text[] := '{duplicate,mistake,elsewhere}';
  starts constant date := app.starts_on(layer, stored);
  becomes constant jsonb := case layer when 'hamlets' then app.hamlet_becomes(retire.id) end;
  roads integer;
  problems jsonb;
begin
  problems := (
    select coalesce(jsonb_agg(jsonb_build_object('level', 'error', 'field', p.field, 'code', p.code, 'detail', p.detail)), '[]') from (
      select 'reason', 'required', null::jsonb where said is null
      union all
      select 'reason', w.problem, null from (select app.value_problem(case layer when 'incidents' then 'choice' else 'sentence' end, said, choices, null) as problem) w
      where w.problem is not null
      union all
      select 'on_date', 'required', null where on_date is null and layer <> 'incidents'
      union all
      select 'on_date', 'before_start', jsonb_build_object('starts_on', starts) where on_date <= starts and layer <> 'incidents'
      union all
      select 'id', 'has_successors', jsonb_build_object('successors', becomes) where becomes is not null
    ) p (field, code, detail));
  perform app.refuse_fields(problems);
  if layer = 'incidents' then
    perform app.end_record(layer, stored, case when stored ->> 'withdrawn_reason' = said then '{}'
      else jsonb_build_object('withdrawn_on', app.today(), 'withdrawn_reason', said) end, edited_version);
    return jsonb_build_object('id', retire.id);
  end if;
  if layer = 'hamlets' then
    select count(*) into roads from app.model_roads_on(on_date - 1, (stored ->> 'commune_id')::uuid) r where r.hamlet_id = retire.id;
    if roads > 0 then
      problems := jsonb_build_array(jsonb_build_object('level', 'warning', 'field', 'id', 'code', 'model_roads_without_hamlet',
        'detail', jsonb_build_object('count', roads)));
    end if;
  end if;
  perform app.end_record(layer, stored, jsonb_build_object('valid_to', on_date, 'retired_reason', said), edited_version);
  return app.saved_answer(layer, retire.id, problems);
end
$$;
comment on function public.retire(text, uuid, date, text, integer) is
  'Ends a record of a layer (hamlets, roads, model_roads, waste_points, cemeteries): on_date is the first day on which it is no more, reason says why. An incident is withdrawn, at every date, for a reason of duplicate, mistake, elsewhere; answers {id} alone. Answers and errors as save_road; before_start, has_successors; warning model_roads_without_hamlet.';

create function public.restore(layer text, id uuid, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
declare
  stored constant jsonb := app.record_to_end(layer, restore.id);
  becomes constant jsonb := case layer when 'hamlets' then app.hamlet_becomes(restore.id) end;
  problems jsonb := '[]';
begin
  if layer = 'incidents' then
    perform app.end_record(layer, stored, '{"withdrawn_on": null, "withdrawn_reason": null}', edited_version);
    return jsonb_build_object('id', restore.id);
  end if;
  if layer = 'hamlets' and stored ->> 'valid_to' is not null then
    problems := case when becomes is not null then jsonb_build_array(jsonb_build_object('level', 'error', 'field', 'id',
        'code', 'has_successors', 'detail', jsonb_build_object('successors', becomes))) else '[]' end
      || coalesce((select jsonb_agg(to_jsonb(p)) from app.record_problems('hamlets',
        jsonb_build_object('id', restore.id, 'name', stored -> 'name'), stored - 'valid_to', (stored ->> 'commune_id')::uuid) p), '[]');
    perform app.refuse_fields(problems);
  end if;
  perform app.end_record(layer, stored, '{"valid_to": null, "retired_reason": null}', edited_version);
  if layer = 'hamlets' and stored ->> 'valid_to' is not null then
    problems := coalesce((select jsonb_agg(to_jsonb(p)) from app.outline_problems(array[restore.id], array[null::extensions.geometry]) p), '[]');
    perform app.refuse_fields(problems);
  end if;
  return app.saved_answer(layer, restore.id, problems);
end
$$;
comment on function public.restore(text, uuid, integer) is
  'Brings a record back that had ended, as if it never had. Answers and errors as retire; a hamlet is refused while others have succeeded it (has_successors), have its name (exists_already) or its ground (overlaps).';

create function public.retired_records(commune_id uuid default null)
returns table (layer text, id uuid, name text, former_commune text, valid_to date, retired_reason text, version integer, restorable boolean, geometry jsonb)
language sql stable set search_path = '' as
$$
  select r.layer, r.id, r.name, r.former_commune, r.valid_to, r.retired_reason, r.version,
    not exists (select 1 from app.hamlet_successions s where s.hamlet_id = r.id), extensions.ST_AsGeoJSON(r.geom, 7)::jsonb
  from (
    select 'hamlets' as layer, h.id, h.commune_id, h.name, h.former_commune, h.valid_to, h.retired_reason::text as retired_reason, h.version, h.geom from app.hamlets h
    union all
    select 'roads', o.id, o.commune_id, o.name, null, o.valid_to, o.retired_reason, o.version, o.geom from app.roads o
    union all
    select 'model_roads', m.id, m.commune_id, m.name, null, m.valid_to, m.retired_reason, m.version, m.geom from app.model_roads m
    union all
    select 'waste_points', w.id, w.commune_id, w.name, null, w.valid_to, w.retired_reason, w.version, w.geom from app.waste_points w
    union all
    select 'cemeteries', c.id, c.commune_id, c.name, null, c.valid_to, c.retired_reason, c.version, c.geom from app.cemeteries c
  ) r
  where r.valid_to is not null and r.commune_id = app.resolve_commune(retired_records.commune_id)
  order by r.id
$$;
comment on function public.retired_records(uuid) is
  'What has ended in every layer, incidents aside, and whether it can be brought back: a hamlet that others succeeded cannot.';

revoke execute on function app.starts_on(text, jsonb), app.hamlet_becomes(uuid), app.record_to_end(text, uuid),
  app.end_record(text, jsonb, jsonb, integer), public.retire(text, uuid, date, text, integer), public.restore(text, uuid, integer),
  public.retired_records(uuid) from public;
grant execute on function app.starts_on(text, jsonb), app.hamlet_becomes(uuid), app.record_to_end(text, uuid),
  app.end_record(text, jsonb, jsonb, integer), public.retire(text, uuid, date, text, integer), public.restore(text, uuid, integer),
  public.retired_records(uuid) to authenticated;
