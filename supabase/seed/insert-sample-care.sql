-- Photos of care and the rota; $2 says whether the pictures themselves lie in the storage service.
with sample as (select $1::text::jsonb as data),
photos as (
  insert into app.photos (id, commune_id, care_record_id, moment, width, height, added_by, bytes, stored_at)
  select p.id, c.commune_id, c.id, p.moment, p.width, p.height, c.done_by, case when $2 then 20000 end, case when $2 then c.recorded_at end
  from sample, jsonb_to_recordset(data -> 'photos') as p (id uuid, care_record_id uuid, moment text, width integer, height integer)
  join app.care_records c on c.id = p.care_record_id
)
insert into app.care_rota (id, commune_id, model_road_id, organization_id, week, team)
select d.id, r.commune_id, r.id, d.organization_id, d.week, d.team
from sample, jsonb_to_recordset(data -> 'duties') as d (id uuid, model_road_id uuid, organization_id uuid, week date, team text)
join app.model_roads r on r.id = d.model_road_id;
