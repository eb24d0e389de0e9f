-- What the forms of self-managed areas need: whether the ground was drawn, and a second result of a year said at its field.

drop function public.security_areas_at(date, uuid);
drop view public.security_areas;
drop function app.security_areas_on(date, uuid);

create function app.security_areas_on(as_of date, of_commune uuid default null)
returns table (
  id uuid, commune_id uuid, name text, kind text, hamlet_id uuid, hamlet_name text, former_commune text, is_drawn boolean,
  responsible text, registered_on date, result_id uuid, result_version integer, result_year smallint, result text,
  criteria boolean[], households integer, households_signed integer, drug_free boolean, conciliation_opened integer,
  conciliation_succeeded integer, conciliation_failed integer, conciliation_pending integer, version integer, label_point jsonb, geometry jsonb
)
language sql stable set search_path = '' as
$$
  select a.id, a.commune_id, a.name, a.kind, coalesce(own.id, around.id), coalesce(own.name, around.name),
    coalesce(own.former_commune, around.former_commune), a.geom is not null, a.responsible, a.registered_on, r.id, r.version, r.year,
    coalesce(app.standard_result(r.criteria), 'no_data'), r.criteria, r.households, r.households_signed, r.drug_free,
    r.conciliation_opened, r.conciliation_succeeded, r.conciliation_failed, r.conciliation_pending, a.version,
    extensions.ST_AsGeoJSON(coalesce(extensions.ST_PointOnSurface(a.geom), own.label_geom), 7)::jsonb,
    extensions.ST_AsGeoJSON(coalesce(a.geom, own.geom), 7)::jsonb
  from app.security_areas a
  left join app.hamlets own on own.id = a.hamlet_id
  left join lateral app.hamlet_around(a.geom, as_of, a.commune_id) around on a.geom is not null
  left join lateral (
    select s.* from app.security_area_results s
    where s.security_area_id = a.id and s.assessed_on <= as_of order by s.year desc limit 1
  ) r on true
  where (of_commune is null or a.commune_id = of_commune) and a.registered_on <= as_of and (a.valid_to is null or a.valid_to > as_of)
$$;
comment on function app.security_areas_on(date, uuid) is
  'Self-managed areas at the end of a day, each with the latest year that was assessed by then; is_drawn: on ground of its own, in the hamlet that is named; label_point: where its sign stands, a hamlet''s where its name does. WGS84.';

create view public.security_areas with (security_invoker = true) as select * from app.security_areas_on(app.today());
create trigger read_only instead of insert or update or delete on public.security_areas for each row execute function app.refuse_write();
revoke all on public.security_areas from public, anon, authenticated;
grant select on public.security_areas to authenticated;

create function public.security_areas_at(as_of date default null, commune_id uuid default null) returns setof public.security_areas
language sql stable set search_path = '' as
$$ select * from app.security_areas_on(coalesce(as_of, app.today()), app.resolve_commune(commune_id)) $$;
comment on function public.security_areas_at(date, uuid) is
  'Self-managed areas as they were at the end of a day in Asia/Ho_Chi_Minh. Members of the commune alone get rows.';

revoke execute on function app.security_areas_on(date, uuid), public.security_areas_at(date, uuid) from public;
grant execute on function app.security_areas_on(date, uuid), public.security_areas_at(date, uuid) to authenticated;

create or replace function public.save_security_area_result(result jsonb, edited_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  meant constant uuid := app.record_id(result);
  stored app.security_area_results;
  wanted app.security_area_results;
  area app.security_areas;
  merged jsonb;
  written uuid;
begin
  select s.* into stored from app.security_area_results s where s.id = meant;
  select a.* into area from app.security_areas a where a.id::text = coalesce(stored.security_area_id::text, result ->> 'security_area_id');
  if area.id is null or (stored.id is null and edited_version is not null) then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy khu tự quản này nên chưa lưu gì. Hãy tải lại trang rồi thử lại.';
  end if;
  -- Two people who enter the same year wait for each other.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(area.id::text, 0));
  select s.* into stored from app.security_area_results s where s.id = meant;
  merged := case when stored.id is null then '{"criteria": [null, null, null, null, null]}' else to_jsonb(stored) end || result
    || jsonb_build_object('id', meant, 'commune_id', area.commune_id, 'security_area_id', area.id);
  perform app.refuse_fields(app.security_result_problems(merged, area.registered_on) || app.problems_as_list(array[
    app.problem_if(exists (
      select from app.security_area_results s where s.security_area_id = area.id and s.year::text = merged ->> 'year' and s.id <> meant),
      'year', 'year_taken')]));
  wanted := jsonb_populate_record(null::app.security_area_results, merged);
  wanted.version := stored.version;
  if stored.id is null then
    wanted.version := 1;
    insert into app.security_area_results select wanted.*;
  elsif wanted is distinct from stored then
    if edited_version is distinct from stored.version then
      perform app.refuse_stale('security_area_results', result - 'id', to_jsonb(stored));
    end if;
    update app.security_area_results s set year = wanted.year, assessed_on = wanted.assessed_on, criteria = wanted.criteria,
      households = wanted.households, households_signed = wanted.households_signed, drug_free = wanted.drug_free,
      conciliation_opened = wanted.conciliation_opened, conciliation_succeeded = wanted.conciliation_succeeded,
      conciliation_failed = wanted.conciliation_failed, conciliation_pending = wanted.conciliation_pending
    where s.id = meant and s.version = edited_version returning s.id into written;
    if written is null then
      perform app.refuse_unless_writable(stored.commune_id, '{administrator,front_officer,police}');
    end if;
  end if;
  return (select jsonb_build_object('id', s.id, 'version', s.version, 'record', jsonb_build_object('id', s.security_area_id))
    from app.security_area_results s where s.id = meant);
end
$$;
comment on function public.save_security_area_result(jsonb, integer) is
  'Administrators, front officers and police: enters the result of a year or corrects it: {id (made by the client), security_area_id, year, assessed_on, criteria (five of true, false, null), households, households_signed, drug_free, conciliation_opened = _succeeded + _failed + _pending}. PT422 fields_with_errors (year_taken: another result of the year is there), PT409 stale with both versions; PT404 not_found, 42501.';
