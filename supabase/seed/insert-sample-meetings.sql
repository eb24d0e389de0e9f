-- The meetings of the sample commune, after everything that their scenes show is stored.
-- $1 the sample commune as JSON text.
with sample as materialized (
  select $1::text::jsonb as data
),
commune as (
  select c.id, c.geom from app.communes c, sample where c.id = (data #>> '{commune,id}')::uuid
),
meetings as (
  insert into app.meetings (id, commune_id, title, held_on, state)
  select m.id, commune.id, m.title, m.held_on, m.state
  from commune, sample, jsonb_to_recordset(data -> 'meetings') as m (id uuid, title text, held_on date, state text)
),
scene as materialized (
  select s.*, coalesce(h.geom, commune.geom) as ground, commune.id as commune_id
  from commune, sample, jsonb_to_recordset(data -> 'scenes') as s (
    id uuid, meeting_id uuid, position smallint, title text, note text, view text, indicator text, around_hamlet_id uuid,
    frozen_on date, frozen_at timestamptz)
  left join app.hamlets h on h.id = s.around_hamlet_id
),
known as materialized (
  select f.* from commune cross join lateral app.figures_on(array(select s.frozen_on from scene s), commune.id) f
),
scenes as (
  insert into app.scenes (id, commune_id, meeting_id, position, title, note, view, indicator, west, south, east, north, frozen_on, frozen_at, figures)
  select s.id, s.commune_id, s.meeting_id, s.position, s.title, s.note, s.view, s.indicator, extensions.ST_XMin(s.ground), extensions.ST_YMin(s.ground),
    extensions.ST_XMax(s.ground), extensions.ST_YMax(s.ground), s.frozen_on, s.frozen_at, known.figures
  from scene s left join known on known.as_of = s.frozen_on and known.indicator = s.indicator
)
insert into app.conclusions (id, commune_id, meeting_id, scene_id, text, hamlet_id, organization_id, due_on, state, done_on, closing_note)
select c.id, commune.id, c.meeting_id, c.scene_id, c.text, c.hamlet_id, c.organization_id, c.due_on,
  case when c.done_on is null then 'open' else 'done' end, c.done_on, c.closing_note
from commune, sample, jsonb_to_recordset(data -> 'conclusions') as c (
  id uuid, meeting_id uuid, scene_id uuid, text text, hamlet_id uuid, organization_id uuid, due_on date, done_on date, closing_note text)
