-- What was reported anew, after the scenes of the meeting had been frozen with the first figures.
-- $1 the sample commune as JSON text.
with sample as materialized (
  select $1::text::jsonb as data
)
insert into app.reports (id, commune_id, hamlet_id, indicator, period, revision, numerator, denominator, reason, reported_by, reported_at)
select r.id, (data #>> '{commune,id}')::uuid, r.hamlet_id, r.indicator, r.period, r.revision, r.numerator, r.denominator, r.reason, u.id, r.reported_at
from sample, jsonb_to_recordset(data -> 'reports') as r (
  id uuid, hamlet_id uuid, indicator text, period date, revision integer, numerator numeric, denominator numeric, reason text,
  reporter text, reported_at timestamptz)
left join auth.users u on u.email = r.reporter
where r.revision > 1
