-- Self-managed areas and what each year's assessment said of them.
with sample as (select $1::text::jsonb as data),
areas as (
  insert into app.security_areas (id, commune_id, name, kind, hamlet_id, geom, responsible, registered_on)
  select a.id, (data #>> '{commune,id}')::uuid, a.name, a.kind, a.hamlet_id,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(a.geometry), 4326)), a.responsible, a.registered_on
  from sample, jsonb_to_recordset(data -> 'securityAreas') as a (
    id uuid, name text, kind text, hamlet_id uuid, geometry jsonb, responsible text, registered_on date)
)
insert into app.security_area_results (id, commune_id, security_area_id, year, assessed_on, criteria, households, households_signed,
  drug_free, conciliation_opened, conciliation_succeeded, conciliation_failed, conciliation_pending)
select r.id, (data #>> '{commune,id}')::uuid, r.security_area_id, r.year, r.assessed_on, r.criteria, r.households, r.households_signed,
  r.drug_free, r.conciliation_opened, r.conciliation_succeeded, r.conciliation_failed, r.conciliation_pending
from sample, jsonb_to_recordset(data -> 'securityAreaResults') as r (
  id uuid, security_area_id uuid, year smallint, assessed_on date, criteria boolean[], households integer, households_signed integer,
  drug_free boolean, conciliation_opened integer, conciliation_succeeded integer, conciliation_failed integer,
  conciliation_pending integer);
