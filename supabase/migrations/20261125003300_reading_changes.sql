-- What the log tells a reader: acts, the latest first, and in each its changes, field by field.

create index changes_undoes on app.changes (undoes);

create function app.changed_fields(before jsonb, after jsonb) returns text[]
language sql immutable set search_path = '' as
$$
  select array_agg(k.key order by k.key) from (
    select jsonb_object_keys(coalesce(before, '{}') || coalesce(after, '{}')) as key
  ) k
  where before -> k.key is distinct from after -> k.key
    -- Of a new or a deleted row, what says something.
    and coalesce(nullif(before -> k.key, 'null'), nullif(after -> k.key, 'null')) is not null
    -- These follow from the others, or from the row's being written at all.
    and k.key not in ('id', 'commune_id', 'version', 'label_geom')
$$;
comment on function app.changed_fields(jsonb, jsonb) is 'Names of the columns in which two versions of a row differ, without those that follow from the others.';

create function app.subject_of(content jsonb) returns text
language sql stable set search_path = '' as
$$
  select coalesce(content ->> 'name', content ->> 'display_name', content ->> 'key',
    (select r.name from app.model_roads r where r.id = (content ->> 'model_road_id')::uuid),
    (select w.name from app.waste_points w where w.id = (content ->> 'waste_point_id')::uuid),
    (select h.name from app.hamlets h where h.id = (content ->> 'hamlet_id')::uuid))
$$;
comment on function app.subject_of(jsonb) is 'What a row is about, as people call it: its own name, else that of the road, point or hamlet that it belongs to; of a setting its key.';

create or replace view public.changes with (security_invoker = true) as
  select c.id, c.at, c.commune_id, c.changed_by, c.table_name, c.row_id, c.action, c.before, c.after, c.act, c.act_name, c.undoes,
    app.changed_fields(c.before, c.after) as fields, app.subject_of(coalesce(c.after, c.before)) as subject
  from app.changes c;

create function public.read_acts(
  from_day date default null, to_day date default null, person uuid default null, tables text[] default null,
  before_change bigint default null, commune_id uuid default null
)
returns table (
  act uuid, last_change bigint, at timestamptz, changed_by uuid, act_name text, changes integer, undone integer,
  undoes_act uuid, parts jsonb, subjects jsonb
)
language sql stable set search_path = '' as
$$
  with meant as materialized (
    select c.act, max(c.id) as last_change from app.changes c
    where c.commune_id = app.resolve_commune(read_acts.commune_id)
      and (from_day is null or c.at >= (from_day::timestamp at time zone 'Asia/Ho_Chi_Minh'))
      and (to_day is null or c.at < ((to_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'))
      and (person is null or c.changed_by = person)
      and (tables is null or c.table_name = any (tables))
      and (before_change is null or c.id < before_change)
    group by c.act order by max(c.id) desc limit 30
  ),
  whole as materialized (
    select c.id, c.act, c.at, c.changed_by, c.act_name, c.undoes, c.table_name, c.action, coalesce(c.after, c.before) as content, meant.last_change,
      -- Undone, unless that was undone in its turn.
      exists (select from app.changes u where u.undoes = c.id
        and not exists (select from app.changes again where again.undoes = u.id)) as is_undone
    from meant join app.changes c using (act)
  )
  select w.act, max(w.last_change), max(w.at), (array_agg(w.changed_by))[1], (array_agg(w.act_name))[1],
    count(*)::integer, count(*) filter (where w.is_undone)::integer,
    (select u.act from app.changes u where u.id = max(w.undoes)),
    (select jsonb_agg(jsonb_build_object('table', p.table_name, 'action', p.action, 'count', p.count) order by p.first)
     from (select o.table_name, o.action, count(*), min(o.id) as first from whole o where o.act = w.act group by o.table_name, o.action) p),
    (select jsonb_agg(s.subject order by s.first)
     from (select app.subject_of(o.content) as subject, min(o.id) as first from (
             select * from whole o where o.act = w.act order by o.id limit 50) o
           where app.subject_of(o.content) is not null group by 1 order by 2 limit 3) s)
  from whole w group by w.act order by max(w.last_change) desc
$$;
comment on function public.read_acts(date, date, uuid, text[], bigint, uuid) is
  'The latest 30 acts of a commune''s log that the caller may read, from one day to another (Asia/Ho_Chi_Minh, both included), of one person, touching some tables, before a change. Of each: how many changes, how many of them are undone, tables and up to three subjects.';

-- Security definer: who changed something must have a name, and members are read by few. It tells the names of
-- those alone whom the caller meets in the log: police to police, the others to who steers the plan.
create function public.change_authors(commune_id uuid default null) returns table (user_id uuid, display_name text)
language sql stable security definer set search_path = '' as
$$
  select m.user_id, m.display_name from app.members m
  where (change_authors.commune_id is null or m.commune_id = change_authors.commune_id)
    and case m.role when 'police' then m.commune_id in (select app.my_communes('{police}'))
      else m.commune_id in (select app.my_communes('{administrator,front_officer,leader}')) end
$$;
comment on function public.change_authors(uuid) is
  'Names of those whose changes the caller may read, by account. Security definer, because members are read by administrators alone; it gives nothing but a name.';

revoke execute on function app.changed_fields(jsonb, jsonb), app.subject_of(jsonb),
  public.read_acts(date, date, uuid, text[], bigint, uuid), public.change_authors(uuid) from public;
grant execute on function app.changed_fields(jsonb, jsonb), app.subject_of(jsonb),
  public.read_acts(date, date, uuid, text[], bigint, uuid), public.change_authors(uuid) to authenticated;
