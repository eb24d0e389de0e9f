-- A new road or point, or a better line, from those who look after it: drawn in the field, kept on the phone until it
-- can be sent, and taken into the map by an officer.

create table app.proposals (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  layer text not null check (layer in ('model_roads', 'waste_points', 'cemeteries')),
  record_id uuid,
  base_version integer,
  organization_id uuid,
  name text not null check (name = normalize(name, NFC) and length(trim(name)) between 1 and 120 and name !~ '[<>]'),
  kind text,
  note text check (note = normalize(note, NFC) and length(trim(note)) between 1 and 500 and note !~ '[<>]'),
  geom extensions.geometry(Geometry, 4326) not null,
  noted_at timestamptz,
  proposed_by uuid default auth.uid() references auth.users (id) on delete set null,
  sent_at timestamptz not null default now(),
  state text not null default 'sent' check (state in ('sent', 'accepted', 'declined')),
  reason text check (reason = normalize(reason, NFC) and length(trim(reason)) between 1 and 500 and reason !~ '[<>]'),
  decided_by uuid references auth.users (id) on delete set null,
  decided_at timestamptz,
  version integer not null default 1,
  check ((record_id is null) = (base_version is null)),
  check ((state = 'sent') = (decided_at is null)),
  check (state <> 'declined' or reason is not null),
  foreign key (organization_id, commune_id) references app.organizations (id, commune_id)
);
comment on table app.proposals is
  'Places that members propose: a new model road or waste point, or another geometry for what is there. Nothing of it is on the map until an officer accepts it.';
comment on column app.proposals.record_id is 'What is to get another geometry. Null: something new, which takes the proposal''s own id when it is accepted.';
comment on column app.proposals.base_version is 'The version of the record over which it was drawn.';
comment on column app.proposals.kind is 'Of a new waste point.';
comment on column app.proposals.noted_at is 'The phone''s time.';
create index proposals_commune on app.proposals (commune_id);
create index proposals_organization on app.proposals (organization_id, commune_id);
create index proposals_proposed_by on app.proposals (proposed_by);
create index proposals_decided_by on app.proposals (decided_by);
create trigger raise_version before update on app.proposals for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.proposals for each row execute function app.log_change();

alter table app.proposals enable row level security;
create policy "members read the proposals of their commune" on app.proposals for select to authenticated
  using (commune_id in (select app.my_communes()));
create policy "officers propose, members for their organization" on app.proposals for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes('{association,hamlet_committee}')) and organization_id in (select app.my_organizations())
      and state = 'sent' and proposed_by = (select auth.uid()));
create policy "officers decide on proposals" on app.proposals for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "officers take back proposals, members their own undecided ones" on app.proposals for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}'))
    or commune_id in (select app.my_communes()) and proposed_by = (select auth.uid()) and state = 'sent');
grant select, insert, delete on app.proposals to authenticated;
grant update (state, reason, decided_by, decided_at) on app.proposals to authenticated;

create view public.proposals with (security_invoker = true) as
  select id, commune_id, layer, record_id, base_version, organization_id, name, kind, note, extensions.ST_AsGeoJSON(geom, 7)::jsonb as geometry,
    noted_at, proposed_by, sent_at, state, reason, decided_by, decided_at, version
  from app.proposals;
create trigger read_only instead of insert or update or delete on public.proposals for each row execute function app.refuse_write();
grant select on public.proposals to authenticated;

create function app.proposed_feature(layer text, id uuid, called text, kind text, geometry jsonb, organization uuid, is_new boolean) returns jsonb
language sql stable set search_path = '' as
$$
  select jsonb_build_object('id', id, 'geometry', geometry) || case when not is_new then '{}' else
    jsonb_build_object('name', called, 'organization_id', organization) || case layer
      when 'model_roads' then jsonb_build_object('registered_on', app.today())
      when 'waste_points' then jsonb_build_object('kind', kind, 'state', 'active', 'valid_from', app.today())
      else '{}' end end
$$;
comment on function app.proposed_feature(text, uuid, text, text, jsonb, uuid, boolean) is
  'What the saving function of the layer is to be given when the proposal is accepted; all of it for something new, the geometry alone for what is there.';

create function public.propose_place(proposal jsonb, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  proposal_id constant uuid := app.record_id(proposal);
  of_layer constant text := proposal ->> 'layer';
  known app.proposals;
  target uuid;
  stored jsonb;
  commune uuid;
  organization uuid;
  is_officer boolean;
  feature jsonb;
begin
  select p.* into known from app.proposals p where p.id = proposal_id;
  if found then
    return jsonb_build_object('id', known.id, 'state', known.state, 'version', known.version, 'now', now());
  end if;
  perform app.refuse_fields(app.problems_as_list(array[
    app.problem_if(not coalesce(of_layer in ('model_roads', 'waste_points', 'cemeteries'), false), 'layer', 'choice_invalid'),
    app.problem_if(coalesce(proposal ->> 'record_id', '') !~ '^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$', 'record_id', 'required'),
    app.problem_if(proposal ->> 'record_id' is null and of_layer = 'cemeteries', 'layer', 'choice_invalid'),
    app.problem_if(proposal ->> 'noted_at' is not null and not coalesce(app.is_instant(proposal ->> 'noted_at'), false), 'noted_at', 'date_invalid')]));
  target := (proposal ->> 'record_id')::uuid;
  if target is not null then
    stored := app.stored_record(of_layer, target);
    if stored is null then
      raise exception using errcode = 'PT404', hint = 'not_found',
        message = 'Mục này nay không còn trên bản đồ nên chưa gửi gì. Hãy báo cán bộ Mặt trận xã nếu cần vẽ mới.';
    end if;
  end if;
  commune := coalesce((stored ->> 'commune_id')::uuid, app.resolve_commune(propose_place.commune_id));
  is_officer := commune in (select app.my_communes('{administrator,front_officer}'));
  select o into organization from app.my_organizations() o
    where (stored is null or o = (stored ->> 'organization_id')::uuid) and commune in (select app.my_communes('{association,hamlet_committee}')) limit 1;
  if organization is null and is_officer then
    organization := (stored ->> 'organization_id')::uuid;
  elsif organization is null then
    raise exception using errcode = '42501',
      message = 'Mục này do tổ chức khác chăm sóc. Chưa gửi gì; hãy báo cán bộ Mặt trận xã nếu việc này là của tổ chức bạn.';
  end if;
  if target is not null and (proposal ->> 'edited_version')::integer is distinct from (stored ->> 'version')::integer then
    perform app.refuse_stale(of_layer, jsonb_build_object('geometry', proposal -> 'geometry'), stored);
  end if;
  feature := app.proposed_feature(of_layer, coalesce(target, proposal_id), app.worded(proposal ->> 'name'), proposal ->> 'kind', proposal -> 'geometry', organization, stored is null);
  perform app.refuse_fields((
    select coalesce(jsonb_agg(to_jsonb(p)), '[]') from (
      select p.* from app.record_problems(of_layer, feature, stored, commune) p
      union all select p.* from app.wording_problems('note', app.worded(proposal ->> 'note'), false, 500) p
    ) p));
  insert into app.proposals (id, commune_id, layer, record_id, base_version, organization_id, name, kind, note, geom, noted_at)
  select proposal_id, commune, of_layer, target, (stored ->> 'version')::integer, organization,
    coalesce(stored ->> 'name', app.worded(proposal ->> 'name')), case when stored is null then proposal ->> 'kind' end, app.worded(proposal ->> 'note'),
    (select r.geom from app.read_features(of_layer, jsonb_build_array(feature)) r), (proposal ->> 'noted_at')::timestamptz
  returning * into known;
  return jsonb_build_object('id', known.id, 'state', known.state, 'version', known.version, 'now', now());
end
$$;
comment on function public.propose_place(jsonb, uuid) is
  'Proposes a place: {id (made by the client), layer, geometry, note, noted_at (the phone''s time)}, of what is there also {record_id, edited_version}, of something new {name, kind (a waste point''s)}. Members propose for what their organization looks after. Sent twice it is stored once. Answers with the server''s time. PT422 fields_with_errors, PT409 stale with both versions, PT404 not_found, 42501.';

create function public.take_back_proposal(id uuid) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
begin
  delete from app.proposals p where p.id = take_back_proposal.id and p.state = 'sent';
  if exists (select from app.proposals p where p.id = take_back_proposal.id) then
    raise exception using errcode = '42501', message = 'Đề xuất này đã được xem xét, hoặc do người khác gửi, nên không rút lại được. Chưa thay đổi gì.';
  end if;
  return jsonb_build_object('id', take_back_proposal.id, 'state', 'taken_back');
end
$$;
comment on function public.take_back_proposal(uuid) is
  'Takes back a proposal that nobody has decided on: whoever sent it, or an officer. Asked twice, or of what was never stored, it answers the same. 42501.';

create function public.decide_proposal(id uuid, accept boolean, reason text default null, seen_version integer default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  known app.proposals;
  worded constant text := app.worded(decide_proposal.reason);
  wanted constant text := case when accept then 'accepted' else 'declined' end;
  feature jsonb;
begin
  select p.* into known from app.proposals p where p.id = decide_proposal.id;
  if known.id is null then
    raise exception using errcode = 'PT404', hint = 'not_found', message = 'Không tìm thấy đề xuất này: có thể người gửi đã rút lại.';
  elsif known.commune_id not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ người quản trị và cán bộ Mặt trận của xã được duyệt đề xuất. Chưa thay đổi gì.';
  elsif known.state = wanted then
    return jsonb_build_object('id', known.id, 'state', known.state, 'version', known.version);
  elsif known.state <> 'sent' then
    raise exception using errcode = 'PT409', hint = 'decided', message = 'Người khác đã xem xét đề xuất này trước bạn. Chưa thay đổi gì thêm.';
  end if;
  perform app.refuse_fields((select coalesce(jsonb_agg(to_jsonb(p)), '[]') from app.wording_problems('reason', worded, not accept, 500) p));
  if accept then
    feature := app.proposed_feature(known.layer, coalesce(known.record_id, known.id), known.name, known.kind, extensions.ST_AsGeoJSON(known.geom, 9)::jsonb, known.organization_id, known.record_id is null);
    -- Over which version the officer saw it lie; one that has changed since is shown before it is written over.
    case known.layer
      when 'model_roads' then perform public.save_model_road(feature, coalesce(seen_version, known.base_version), known.commune_id);
      when 'waste_points' then perform public.save_waste_point(feature, coalesce(seen_version, known.base_version), known.commune_id);
      else perform public.save_cemetery(feature, coalesce(seen_version, known.base_version), known.commune_id);
    end case;
  end if;
  update app.proposals p set state = wanted, reason = worded, decided_by = auth.uid(), decided_at = now() where p.id = known.id returning * into known;
  return jsonb_build_object('id', known.id, 'state', known.state, 'version', known.version);
end
$$;
comment on function public.decide_proposal(uuid, boolean, text, integer) is
  'Administrators and front officers: accepts a proposal, which puts it on the map, or declines it with a reason. seen_version: of the record as it was looked at beside it. Decided twice alike it answers the same. PT409 stale with both versions, PT409 decided, PT422 fields_with_errors, PT404 not_found, 42501.';

revoke execute on function app.proposed_feature(text, uuid, text, text, jsonb, uuid, boolean), public.propose_place(jsonb, uuid),
  public.take_back_proposal(uuid), public.decide_proposal(uuid, boolean, text, integer) from public;
grant execute on function app.proposed_feature(text, uuid, text, text, jsonb, uuid, boolean), public.propose_place(jsonb, uuid),
  public.take_back_proposal(uuid), public.decide_proposal(uuid, boolean, text, integer) to authenticated;
