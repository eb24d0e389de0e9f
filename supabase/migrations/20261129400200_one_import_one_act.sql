-- Storing: what is there already is left, brought up to date or kept beside the new, as whoever loads says; then one
-- transaction writes everything, the import's own line in the log first, so that the act carries the file's name.

create function app.update_from_staged(of_import uuid, layer text, commune uuid, rows integer[], ids uuid[]) returns integer
language plpgsql volatile set search_path = '' as
$$
declare
  changed integer := 0;
begin
  -- What the file leaves empty stays, and so does the day from which something is there. Only what differs is written.
  case layer
    when 'hamlets' then
      with meant as (
        select distinct on (t.id) t.id, s.properties as p, s.geom from unnest(rows, ids) t (row_number, id)
        join app.staged_features s on s.import_id = of_import and s.row_number = t.row_number order by t.id, t.row_number
      )
      update app.hamlets h set name = coalesce(m.p ->> 'name', h.name), former_commune = coalesce(m.p ->> 'former_commune', h.former_commune),
        roads_declared_complete_on = coalesce((m.p ->> 'roads_declared_complete_on')::date, h.roads_declared_complete_on), geom = m.geom
      from meant m where h.id = m.id and h.commune_id = commune
        and (h.name, h.former_commune, h.roads_declared_complete_on) is distinct from (coalesce(m.p ->> 'name', h.name),
          coalesce(m.p ->> 'former_commune', h.former_commune), coalesce((m.p ->> 'roads_declared_complete_on')::date, h.roads_declared_complete_on))
        or h.id = m.id and h.commune_id = commune and not extensions.ST_Equals(h.geom, m.geom);
      get diagnostics changed = row_count;
      insert into app.hamlet_statistics as s (id, commune_id, hamlet_id, valid_from, households, population, cultivated_area_ha)
      select distinct on (t.id) gen_random_uuid(), commune, t.id, (f.properties ->> 'valid_from')::date, (f.properties ->> 'households')::integer,
        (f.properties ->> 'population')::integer, (f.properties ->> 'cultivated_area_ha')::numeric
      from unnest(rows, ids) t (row_number, id)
      join app.staged_features f on f.import_id = of_import and f.row_number = t.row_number
      where coalesce(f.properties ->> 'households', f.properties ->> 'population', f.properties ->> 'cultivated_area_ha') is not null
      order by t.id, t.row_number
      on conflict (hamlet_id, valid_from) do update set households = coalesce(excluded.households, s.households),
        population = coalesce(excluded.population, s.population), cultivated_area_ha = coalesce(excluded.cultivated_area_ha, s.cultivated_area_ha)
      where (s.households, s.population, s.cultivated_area_ha) is distinct from (coalesce(excluded.households, s.households),
        coalesce(excluded.population, s.population), coalesce(excluded.cultivated_area_ha, s.cultivated_area_ha));
    when 'roads' then
      with meant as (
        select distinct on (t.id) t.id, s.properties as p, s.geom from unnest(rows, ids) t (row_number, id)
        join app.staged_features s on s.import_id = of_import and s.row_number = t.row_number order by t.id, t.row_number
      )
      update app.roads r set name = coalesce(m.p ->> 'name', r.name), class = m.p ->> 'class', geom = m.geom
      from meant m where r.id = m.id and r.commune_id = commune
        and ((r.name, r.class) is distinct from (coalesce(m.p ->> 'name', r.name), m.p ->> 'class') or not r.geom operator(extensions.=) m.geom);
      get diagnostics changed = row_count;
    when 'model_roads' then
      with meant as (
        select distinct on (t.id) t.id, s.properties as p, s.geom, (
            select h.id from app.hamlets h where h.commune_id = commune and h.valid_to is null and extensions.ST_Intersects(h.geom, s.geom)
            order by extensions.ST_Length(extensions.ST_Intersection(h.geom, s.geom)) desc, h.id limit 1) as hamlet_id
        from unnest(rows, ids) t (row_number, id)
        join app.staged_features s on s.import_id = of_import and s.row_number = t.row_number order by t.id, t.row_number
      )
      update app.model_roads r set name = coalesce(m.p ->> 'name', r.name), geom = m.geom,
        organization_id = coalesce((m.p ->> 'organization_id')::uuid, r.organization_id),
        -- The hamlet that it was given stays while the road lies where it lay.
        hamlet_id = case when r.geom operator(extensions.=) m.geom then r.hamlet_id else coalesce(m.hamlet_id, r.hamlet_id) end
      from meant m where r.id = m.id and r.commune_id = commune
        and ((r.name, r.organization_id) is distinct from (coalesce(m.p ->> 'name', r.name), coalesce((m.p ->> 'organization_id')::uuid, r.organization_id))
          or not r.geom operator(extensions.=) m.geom);
      get diagnostics changed = row_count;
    when 'waste_points' then
      with meant as (
        select distinct on (t.id) t.id, s.properties as p, s.geom from unnest(rows, ids) t (row_number, id)
        join app.staged_features s on s.import_id = of_import and s.row_number = t.row_number order by t.id, t.row_number
      )
      update app.waste_points w set name = coalesce(m.p ->> 'name', w.name), kind = m.p ->> 'kind', geom = m.geom,
        organization_id = coalesce((m.p ->> 'organization_id')::uuid, w.organization_id)
      from meant m where w.id = m.id and w.commune_id = commune
        and ((w.name, w.kind, w.organization_id) is distinct from (coalesce(m.p ->> 'name', w.name), m.p ->> 'kind', coalesce((m.p ->> 'organization_id')::uuid, w.organization_id))
          or not w.geom operator(extensions.=) m.geom);
      get diagnostics changed = row_count;
      insert into app.waste_point_states as s (id, commune_id, waste_point_id, state, valid_from)
      select distinct on (t.id) gen_random_uuid(), commune, t.id, f.properties ->> 'state', (f.properties ->> 'valid_from')::date
      from unnest(rows, ids) t (row_number, id)
      join app.staged_features f on f.import_id = of_import and f.row_number = t.row_number
      where f.properties ->> 'state' is distinct from (select now.state from app.waste_point_states now
        where now.waste_point_id = t.id and now.valid_from <= (f.properties ->> 'valid_from')::date order by now.valid_from desc limit 1)
      order by t.id, t.row_number
      on conflict (waste_point_id, valid_from) do update set state = excluded.state;
    when 'cemeteries' then
      with meant as (
        select distinct on (t.id) t.id, s.properties as p, s.geom from unnest(rows, ids) t (row_number, id)
        join app.staged_features s on s.import_id = of_import and s.row_number = t.row_number order by t.id, t.row_number
      )
      update app.cemeteries c set name = coalesce(m.p ->> 'name', c.name), graves = coalesce((m.p ->> 'graves')::integer, c.graves), geom = m.geom,
        organization_id = coalesce((m.p ->> 'organization_id')::uuid, c.organization_id)
      from meant m where c.id = m.id and c.commune_id = commune
        and ((c.name, c.graves, c.organization_id) is distinct from (coalesce(m.p ->> 'name', c.name), coalesce((m.p ->> 'graves')::integer, c.graves), coalesce((m.p ->> 'organization_id')::uuid, c.organization_id))
          or not c.geom operator(extensions.=) m.geom);
      get diagnostics changed = row_count;
  end case;
  return changed;
end
$$;
comment on function app.update_from_staged(uuid, text, uuid, integer[], uuid[]) is
  'Brings records up to date from staged rows, pairwise. Of two rows for one record the first counts. States of model roads stay: they have verbs of their own. Figures of a hamlet and another state of a waste point count from the row''s day. Answers how many records changed.';

create function app.refuse_loaded(known app.imports) returns void
language plpgsql stable set search_path = '' as
$$
begin
  raise exception using errcode = 'PT409', hint = 'loaded_before',
    detail = jsonb_build_object('name', known.name, 'loaded_at', known.loaded_at, 'loaded_by', known.loaded_by)::text,
    message = 'Tệp này đã được nạp vào lớp này rồi nên không lưu gì thêm. Muốn nạp lại, hãy hoàn tác lần nạp trước trong Nhật ký thay đổi.';
end
$$;
comment on function app.refuse_loaded(app.imports) is 'Raises PT409 (hint loaded_before) with when and by whom a file was loaded.';

create function public.store_import(import jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  this constant uuid := app.record_id(import);
  commune constant uuid := app.resolve_commune(store_import.commune_id);
  of_layer constant text := import ->> 'layer';
  choices constant jsonb := coalesce(import -> 'choices', '{}');
  called constant text := left(app.worded(import ->> 'name'), 200);
  known app.imports;
  staged record;
  left_out integer[];
  to_update integer[];
  targets uuid[];
  added integer;
begin
  if commune not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được nạp dữ liệu từ tệp. Chưa lưu gì.';
  end if;
  select i.* into known from app.imports i where i.id = this;
  if found then
    return jsonb_build_object('id', known.id, 'added', known.added, 'updated', known.updated, 'skipped', known.skipped);
  end if;
  perform app.refuse_fields(app.problems_as_list(array[
    app.problem_if(called is null, 'name', 'required'),
    app.problem_if(not coalesce(import ->> 'file_hash' ~ '^[0-9a-f]{64}$', false), 'file_hash', 'required'),
    app.problem_if(not exists (select from app.layer_fields(of_layer)), 'layer', 'choice_invalid'),
    app.problem_if(not coalesce(import ->> 'duplicates' in ('skip', 'update', 'keep'), false), 'duplicates', 'choice_invalid'),
    app.problem_if(jsonb_typeof(choices) <> 'object' or exists (select from jsonb_each_text(choices) c where c.value not in ('skip', 'update', 'keep')), 'choices', 'choice_invalid')]));
  select i.* into known from app.imports i where i.commune_id = commune and i.layer = of_layer and i.file_hash = import ->> 'file_hash';
  if found then
    perform app.refuse_loaded(known);
  end if;
  select count(*)::integer as count, count(*) filter (where s.has_error)::integer as errors into staged
    from app.staged_features s where s.import_id = this and s.commune_id = commune and s.layer = of_layer;
  if staged.count = 0 or staged.count is distinct from (import ->> 'rows')::integer then
    raise exception using errcode = 'PT409', hint = 'import_incomplete',
      message = 'Máy chủ chưa nhận đủ các dòng của tệp nên chưa lưu gì. Hãy bấm kiểm tra lại để gửi lại tệp.';
  elsif staged.errors > 0 then
    raise exception using errcode = 'PT422', hint = 'rows_with_errors',
      message = format('%s dòng có lỗi nên chưa lưu dòng nào. Hãy sửa các dòng đó rồi nạp lại.', staged.errors);
  end if;
  select array_agg(m.row_number) filter (where m.choice <> 'keep'), array_agg(m.row_number order by m.row_number) filter (where m.choice = 'update'),
    array_agg(m.existing_id order by m.row_number) filter (where m.choice = 'update')
    into left_out, to_update, targets
    from (select t.row_number, t.existing_id, coalesce(choices ->> t.row_number::text, import ->> 'duplicates') as choice from app.staged_matches(this) t) m;
  -- One hamlet has one name: two of it are never kept.
  if of_layer = 'hamlets' and exists (
    select from app.staged_matches(this) t where coalesce(choices ->> t.row_number::text, import ->> 'duplicates') = 'keep') then
    raise exception using errcode = 'PT409', hint = 'name_taken',
      message = 'Trên bản đồ đã có thôn cùng tên nên không giữ cả hai được. Chưa lưu gì; hãy chọn cập nhật hoặc bỏ qua thôn đó.';
  end if;
  added := staged.count - coalesce(cardinality(left_out), 0);
  -- Whoever is second waits here for the first, and is told.
  insert into app.imports (id, commune_id, layer, name, file_hash, rows, added, updated, skipped)
  values (this, commune, of_layer, called, import ->> 'file_hash', staged.count, added, coalesce(cardinality(to_update), 0),
    coalesce(cardinality(left_out), 0) - coalesce(cardinality(to_update), 0))
  on conflict do nothing returning * into known;
  if known.id is null then
    select i.* into known from app.imports i where i.commune_id = commune and i.layer = of_layer and i.file_hash = import ->> 'file_hash';
    -- The same press, sent once more while the first was on its way.
    if known.id = this then
      return jsonb_build_object('id', known.id, 'added', known.added, 'updated', known.updated, 'skipped', known.skipped);
    end if;
    perform app.refuse_loaded(known);
  end if;
  if app.add_staged(this, of_layer, commune, coalesce(left_out, '{}')) <> added then
    raise exception using errcode = 'PT409', hint = 'map_changed',
      message = 'Trong lúc nạp, bản đồ đã thay đổi nên có dòng không còn lưu được. Chưa lưu gì; hãy bấm kiểm tra lại.';
  end if;
  if to_update is not null then
    perform app.update_from_staged(this, of_layer, commune, to_update, targets);
  end if;
  delete from app.staged_features s where s.import_id = this;
  return jsonb_build_object('id', known.id, 'added', known.added, 'updated', known.updated, 'skipped', known.skipped);
end
$$;
comment on function public.store_import(jsonb, uuid) is
  'Stores an import that was brought whole, in one act: {id, layer, name (of the file), file_hash (SHA-256), rows (how many were brought), duplicates (skip, update or keep: what is done with rows that are on the map already), choices ({row number: skip, update or keep} where it is another)}. Answers {id, added, updated, skipped}; sent twice it stores once. PT409 loaded_before with {name, loaded_at, loaded_by}: the same file is in this layer already, nothing changes. PT409 import_incomplete, map_changed, name_taken (a hamlet twice); PT422 rows_with_errors, fields_with_errors; 42501.';

revoke execute on function app.update_from_staged(uuid, text, uuid, integer[], uuid[]), app.refuse_loaded(app.imports), public.store_import(jsonb, uuid) from public;
grant execute on function app.update_from_staged(uuid, text, uuid, integer[], uuid[]), app.refuse_loaded(app.imports), public.store_import(jsonb, uuid) to authenticated;
