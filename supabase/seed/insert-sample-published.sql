-- The quarters of the sample commune that police closed, all but the last of them released.
-- $1 the sample commune as JSON text, $2 the last day of its history.
with commune as materialized (
  select c.id from app.communes c where c.id = ($1::text::jsonb #>> '{commune,id}')::uuid
),
quarter as materialized (
  select q.starts_on, (q.starts_on + interval '3 months' - interval '1 day')::date as ends_on, commune.id as commune_id
  from commune
  cross join lateral (
    select d::date as starts_on
    from generate_series(
      (select date_trunc('quarter', min(i.occurred_at at time zone 'Asia/Ho_Chi_Minh')) + interval '3 months' from app.incidents i where i.commune_id = commune.id),
      $2::text::date, interval '3 months') d
  ) q
),
closed as materialized (
  select q.ends_on, app.close_period(q.starts_on, q.commune_id, (q.ends_on + 4 + time '08:30') at time zone 'Asia/Ho_Chi_Minh') as id
  from (
    select * from quarter o
    where o.ends_on <= $2::text::date and exists (
      select from app.hamlets h where h.commune_id = o.commune_id and h.valid_from <= o.ends_on and (h.valid_to is null or h.valid_to > o.ends_on))
    order by o.starts_on
  ) q
)
select count(*) from closed
