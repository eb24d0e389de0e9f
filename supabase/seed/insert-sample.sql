-- The whole sample commune in one statement, so that all of it is stored or nothing.
-- $1 the sample commune and its accounts as JSON text, $2 the password of the accounts.
with sample as materialized (
  select $1::text::jsonb as data
),
commune as (
  insert into app.communes (id, code, name, province, coordinate_system, boundary_source, is_public, is_sample, geom)
  select c.id, c.code, c.name, c.province, c.coordinate_system, c.boundary_source, true, true,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(c.geometry), 4326))
  from sample, jsonb_to_record(data -> 'commune') as c (
    id uuid, code text, name text, province text, coordinate_system text, boundary_source text, geometry jsonb)
  returning id
),
neighbours as (
  insert into app.neighbours (id, commune_id, name, geom)
  select n.id, commune.id, n.name,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(n.geometry), 4326))
  from commune, sample, jsonb_to_recordset(data -> 'neighbours') as n (id uuid, name text, geometry jsonb)
),
organizations as (
  insert into app.organizations (id, commune_id, code, name)
  select o.id, commune.id, o.code, o.name
  from commune, sample, jsonb_to_recordset(data -> 'organizations') as o (id uuid, code text, name text)
),
settings as (
  insert into app.settings (id, commune_id, key, value, legal_basis, valid_from, confirmed)
  select s.id, commune.id, s.key, s.value, s.legal_basis, s.valid_from, s.confirmed
  from commune, sample, jsonb_to_recordset(data -> 'settings') as s (
    id uuid, key text, value jsonb, legal_basis text, valid_from date, confirmed boolean)
),
hamlets as (
  insert into app.hamlets (
    id, commune_id, name, former_commune, valid_from, valid_to, roads_declared_complete_on, geom, residential_geom)
  select h.id, commune.id, h.name, h.former_commune, h.valid_from, h.valid_to, h.roads_declared_complete_on,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(h.geometry), 4326)),
    extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(h.residential_geometry), 4326)
  from commune, sample, jsonb_to_recordset(data -> 'hamlets') as h (
    id uuid, name text, former_commune text, valid_from date, valid_to date, roads_declared_complete_on date,
    geometry jsonb, residential_geometry jsonb)
),
hamlet_statistics as (
  insert into app.hamlet_statistics (
    id, commune_id, hamlet_id, valid_from, households, population, cultivated_area_ha)
  select s.id, commune.id, s.hamlet_id, s.valid_from, s.households, s.population, s.cultivated_area_ha
  from commune, sample, jsonb_to_recordset(data -> 'hamletStatistics') as s (
    id uuid, hamlet_id uuid, valid_from date, households integer, population integer, cultivated_area_ha numeric)
),
hamlet_successions as (
  insert into app.hamlet_successions (id, commune_id, hamlet_id, successor_id)
  select s.id, commune.id, s.hamlet_id, s.successor_id
  from commune, sample, jsonb_to_recordset(data -> 'hamletSuccessions') as s (
    id uuid, hamlet_id uuid, successor_id uuid)
),
roads as (
  insert into app.roads (id, commune_id, name, class, valid_from, geom)
  select r.id, commune.id, r.name, r.class, r.valid_from,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(r.geometry), 4326))
  from commune, sample, jsonb_to_recordset(data -> 'roads') as r (
    id uuid, name text, class text, valid_from date, geometry jsonb)
),
model_roads as (
  insert into app.model_roads (id, commune_id, hamlet_id, organization_id, name, geom)
  select r.id, commune.id, r.hamlet_id, r.organization_id, r.name,
    extensions.ST_Multi(extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(r.geometry), 4326))
  from commune, sample, jsonb_to_recordset(data -> 'modelRoads') as r (
    id uuid, hamlet_id uuid, organization_id uuid, name text, geometry jsonb)
),
model_road_states as (
  insert into app.model_road_states (
    id, commune_id, model_road_id, state, valid_from, decision_number, decision_date, reason)
  select s.id, commune.id, s.model_road_id, s.state, s.valid_from, s.decision_number, s.decision_date, s.reason
  from commune, sample, jsonb_to_recordset(data -> 'modelRoadStates') as s (
    id uuid, model_road_id uuid, state text, valid_from date, decision_number text, decision_date date, reason text)
),
model_road_assessments as (
  insert into app.model_road_assessments (id, commune_id, model_road_id, assessed_on, criteria)
  select a.id, commune.id, a.model_road_id, a.assessed_on, a.criteria
  from commune, sample, jsonb_to_recordset(data -> 'modelRoadAssessments') as a (
    id uuid, model_road_id uuid, assessed_on date, criteria jsonb)
),
waste_points as (
  insert into app.waste_points (id, commune_id, organization_id, name, kind, collection_days, valid_to, retired_reason, geom)
  select w.id, commune.id, w.organization_id, w.name, w.kind, w.collection_days, w.valid_to, w.retired_reason,
    extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(w.geometry), 4326)
  from commune, sample, jsonb_to_recordset(data -> 'wastePoints') as w (
    id uuid, organization_id uuid, name text, kind text, collection_days smallint[], valid_to date, retired_reason text,
    geometry jsonb)
),
waste_point_states as (
  insert into app.waste_point_states (id, commune_id, waste_point_id, state, valid_from)
  select s.id, commune.id, s.waste_point_id, s.state, s.valid_from
  from commune, sample, jsonb_to_recordset(data -> 'wastePointStates') as s (
    id uuid, waste_point_id uuid, state text, valid_from date)
),
cemeteries as (
  insert into app.cemeteries (id, commune_id, organization_id, name, graves, valid_from, geom)
  select c.id, commune.id, c.organization_id, c.name, c.graves, c.valid_from,
    extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(c.geometry), 4326)
  from commune, sample, jsonb_to_recordset(data -> 'cemeteries') as c (
    id uuid, organization_id uuid, name text, graves integer, valid_from date, geometry jsonb)
),
incidents as (
  insert into app.incidents (id, commune_id, kind, occurred_at, state, geom)
  select i.id, commune.id, i.kind, i.occurred_at, i.state,
    extensions.ST_SetSRID(extensions.ST_GeomFromGeoJSON(i.geometry), 4326)
  from commune, sample, jsonb_to_recordset(data -> 'incidents') as i (
    id uuid, kind text, occurred_at timestamptz, state text, geometry jsonb)
),
accounts as materialized (
  select a.*, app.create_account(a.id, a.email, $2) as made
  from sample, jsonb_to_recordset(data -> 'accounts') as a (
    id uuid, member_id uuid, email text, role text, display_name text, organization_id uuid, hamlet_id uuid)
),
targets as (
  insert into app.targets (id, commune_id, indicator, scope, hamlet_id, value, valid_from, valid_to, legal_basis, confirmed)
  select t.id, commune.id, t.indicator, t.scope, t.hamlet_id, t.value, t.valid_from, t.valid_to, t.legal_basis, t.confirmed
  from commune, sample, jsonb_to_recordset(data -> 'targets') as t (
    id uuid, indicator text, scope text, hamlet_id uuid, value numeric, valid_from date, valid_to date, legal_basis text, confirmed boolean)
),
reports as (
  insert into app.reports (id, commune_id, hamlet_id, indicator, period, revision, numerator, denominator, reason, reported_by, reported_at)
  select r.id, commune.id, r.hamlet_id, r.indicator, r.period, r.revision, r.numerator, r.denominator, r.reason, a.id, r.reported_at
  from commune, sample, jsonb_to_recordset(data -> 'reports') as r (
    id uuid, hamlet_id uuid, indicator text, period date, revision integer, numerator numeric, denominator numeric, reason text,
    reporter text, reported_at timestamptz)
  left join accounts a on a.email = r.reporter
  -- Corrections come after the meetings, which knew nothing of them.
  where r.revision = 1
),
report_locks as (
  insert into app.report_locks (id, commune_id, hamlet_id, every, period, locked_by, locked_at)
  select l.id, commune.id, l.hamlet_id, l.every, l.period, a.id, l.locked_at
  from commune, sample, jsonb_to_recordset(data -> 'reportLocks') as l (
    id uuid, hamlet_id uuid, every text, period date, locked_at timestamptz)
  left join accounts a on a.email = 'officer@demo.vn'
),
care_records as (
  insert into app.care_records (id, commune_id, model_road_id, cemetery_id, organization_id, done_on, stretch_from, stretch_to, people,
    note, state, done_by, recorded_at, approved_by, approved_at)
  select c.id, commune.id, c.model_road_id, c.cemetery_id, c.organization_id, c.done_on, c.stretch_from, c.stretch_to, c.people, c.note,
    c.state, recorder.id, c.recorded_at, case when c.approved_at is not null then officer.id end, c.approved_at
  from commune, sample, jsonb_to_recordset(data -> 'careRecords') as c (
    id uuid, model_road_id uuid, cemetery_id uuid, organization_id uuid, done_on date, stretch_from numeric, stretch_to numeric,
    people integer, note text, state text, recorder text, recorded_at timestamptz, approved_at timestamptz)
  left join accounts recorder on recorder.email = c.recorder
  -- Nobody approves what he wrote down himself.
  left join accounts officer on officer.email = case c.recorder when 'officer@demo.vn' then 'veterans@demo.vn' else 'officer@demo.vn' end
)
insert into app.members (id, user_id, commune_id, role, organization_id, hamlet_id, display_name)
select a.member_id, a.id, commune.id, a.role, a.organization_id, a.hamlet_id, a.display_name
from commune, accounts a;
