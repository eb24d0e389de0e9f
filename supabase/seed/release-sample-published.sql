-- $1 the sample commune as JSON text.
with waiting as (
  select p.id, p.ends_on, max(p.ends_on) over () as last_day from app.incident_periods p
  where p.commune_id = ($1::text::jsonb #>> '{commune,id}')::uuid
)
select app.release_period(w.id, (w.ends_on + 6 + time '09:00') at time zone 'Asia/Ho_Chi_Minh') from waiting w where w.ends_on < w.last_day
