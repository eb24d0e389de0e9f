-- Indicators of the plan, and the targets that a commune sets for them. A target is a version: a value with its
-- legal basis and the day from which it counts, never a constant of the program.

create table app.indicators (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{0,39}$'),
  name jsonb not null check (name ?& array['vi', 'en']),
  unit text not null check (unit in ('roads', 'percent', 'tanks_per_100ha', 'yes_no')),
  direction text not null default 'higher_is_better' check (direction in ('higher_is_better', 'lower_is_better')),
  origin text not null check (origin in ('derived', 'reported')),
  period text check (period in ('month', 'year')),
  denominator_source text check (denominator_source in ('entered', 'households', 'one')),
  owner text not null,
  numerator_name jsonb not null check (numerator_name ?& array['vi', 'en']),
  denominator_name jsonb check (denominator_name ?& array['vi', 'en']),
  formula jsonb not null check (formula ?& array['vi', 'en']),
  state_rule jsonb not null check (state_rule ?& array['vi', 'en']),
  sort_order smallint not null unique,
  check ((origin = 'reported') = (period is not null) and (origin = 'reported') = (denominator_source is not null))
);
comment on table app.indicators is 'What the plan is measured by; the same for every commune. How far each is wanted, app.targets says.';
comment on column app.indicators.owner is 'Code of the organization (app.organizations.code) that answers for it.';
comment on column app.indicators.origin is 'derived: computed from dated facts. reported: entered by the hamlets'' committees for each period.';
comment on column app.indicators.denominator_source is
  'Of a reported one. entered: reported with it; households: those of the hamlet at the end of the period (app.hamlet_statistics) unless reported with it; one: a yes or no.';
comment on column app.indicators.state_rule is 'What met, on_the_way, behind and not_reported mean for it, in words.';
alter table app.indicators enable row level security;
create policy "everyone reads what the plan is measured by" on app.indicators for select to anon, authenticated using (true);
grant select on app.indicators to anon, authenticated, service_role;

with reading (generic) as (
  values (jsonb_build_object(
    'vi', 'Đạt: bằng hoặc hơn mục tiêu. Đang thực hiện: từ mức của xã trở lên (Quy định của xã: “Mức được coi là đang thực hiện”). Chậm: dưới mức đó. Chưa có mục tiêu thì không xếp đạt hay chậm. ',
    'en', 'Met: at or above the target. On the way: at or above the share of the target that the commune''s rules say. Behind: below that. Without a target neither met nor behind. '))
), given (sort_order, code, vi, en, unit, origin, period, denominator_source, owner, numerator_vi, numerator_en, denominator_vi, denominator_en, formula_vi, formula_en, silent_vi, silent_en) as (
  values
  (1, 'model-roads', 'Thôn có tuyến đường tự quản kiểu mẫu', 'Hamlets with a model self-managed road', 'roads', 'derived', null, null, 'front',
    'Tuyến đã công nhận', 'Recognised roads', null, null,
    'Số tuyến đường tự quản kiểu mẫu đã được công nhận của thôn, còn hiệu lực trong ngày. Toàn xã: số thôn đạt trên tổng số thôn.',
    'Model roads of the hamlet whose recognition is in force on the day. The commune: hamlets that meet it, of all hamlets.',
    'Đang thực hiện: có tuyến đã công nhận nhưng chưa đủ, hoặc có tuyến đã đăng ký. Chậm: chưa có tuyến nào và thôn đã khai đủ danh sách. Chưa có số liệu: chưa có tuyến nào và thôn chưa khai.',
    'On the way: some recognised but too few, or one registered. Behind: none, and the list was declared complete. Not reported: none, and nothing was declared.'),
  (2, 'road-care', 'Chiều dài tuyến đường kiểu mẫu được chăm sóc đúng hạn', 'Length of model roads kept up in time', 'percent', 'derived', null, null, 'veterans',
    'Mét được chăm sóc đúng hạn', 'Metres kept up in time', 'Mét đã công nhận', 'Metres recognised',
    'Chiều dài các đoạn có ghi chăm sóc trong kỳ hạn của xã (Quy định của xã: “Khoảng thời gian chăm sóc”) chia cho chiều dài các tuyến đã công nhận.',
    'Length of the stretches with a care record within the commune''s interval (its rules: care interval) / length of the recognised roads.',
    'Chưa có số liệu: chưa tuyến nào của thôn từng được ghi chăm sóc. Thôn không có tuyến đã công nhận thì không có gì để tính.',
    'Not reported: no road of the hamlet was ever recorded as cared for. A hamlet without a recognised road has nothing to measure.'),
  (3, 'waste-sorting', 'Hộ phân loại rác tại nguồn', 'Households sorting waste at source', 'percent', 'reported', 'month', 'households', 'women',
    'Hộ phân loại rác', 'Households sorting', 'Số hộ', 'Households',
    'Số hộ phân loại rác tại nguồn trong tháng chia cho số hộ của thôn.', 'Households sorting their waste in the month / households of the hamlet.',
    'Chưa có số liệu: cả hai tháng đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended months was reported.'),
  (4, 'waste-reach', 'Khu dân cư trong tầm điểm thu gom rác', 'Residential area within reach of a collection point', 'percent', 'derived', null, null, 'people_committee',
    'Mét vuông trong tầm', 'Square metres reached', 'Mét vuông khu dân cư', 'Square metres of residential area',
    'Diện tích khu dân cư của thôn (chưa vẽ khu dân cư thì cả thôn) cách một điểm tập kết rác đang hoạt động không quá tầm phục vụ (Quy định của xã).',
    'Residential area of the hamlet (the whole hamlet where none is drawn) no farther from an active collection point than the commune''s rules say.',
    'Chưa có số liệu: xã chưa ghi điểm tập kết rác nào.', 'Not reported: the commune has no collection point on record yet.'),
  (5, 'pesticide-tanks', 'Bể chứa bao gói thuốc bảo vệ thực vật', 'Pesticide-packaging tanks', 'tanks_per_100ha', 'derived', null, null, 'farmers',
    'Bể đang dùng', 'Tanks in use', 'Héc-ta đất canh tác', 'Cultivated hectares',
    'Số bể chứa đang dùng trong thôn trên 100 ha đất canh tác.', 'Tanks in use in the hamlet for each 100 ha of cultivated land.',
    'Chưa có số liệu: chưa có diện tích canh tác của thôn, hoặc xã chưa ghi bể nào.', 'Not reported: the hamlet''s cultivated area is not known, or the commune has no tank on record yet.'),
  (6, 'cemetery-care', 'Nghĩa trang liệt sĩ được chăm sóc đúng hạn', 'Martyrs'' cemeteries cared for in time', 'percent', 'derived', null, null, 'veterans',
    'Nghĩa trang được chăm sóc', 'Cemeteries cared for', 'Nghĩa trang', 'Cemeteries',
    'Số nghĩa trang liệt sĩ có ghi chăm sóc trong kỳ hạn của xã (Quy định của xã: “Khoảng thời gian chăm sóc”) chia cho số nghĩa trang của thôn.',
    'Cemeteries with a care record within the commune''s interval (its rules: care interval) / cemeteries of the hamlet.',
    'Chưa có số liệu: chưa nghĩa trang nào của thôn từng được ghi chăm sóc. Thôn không có nghĩa trang thì không có gì để tính.',
    'Not reported: no cemetery of the hamlet was ever recorded as cared for. A hamlet without one has nothing to measure.'),
  (7, 'security-areas', 'Khu dân cư tự quản đạt tiêu chuẩn An toàn về an ninh, trật tự', 'Self-managed areas that meet the safe-security standard', 'percent', 'reported', 'year', 'entered', 'police',
    'Khu đạt đủ tiêu chí', 'Areas meeting all criteria', 'Khu đã đăng ký', 'Areas registered',
    'Số khu dân cư tự quản đạt đủ năm tiêu chí trong năm chia cho số khu đã đăng ký.', 'Self-managed areas that meet all five criteria in the year / areas registered.',
    'Chưa có số liệu: cả hai năm đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended years was reported.'),
  (8, 'drug-free', 'Thôn không ma túy', 'Drug-free hamlets', 'yes_no', 'reported', 'year', 'one', 'police',
    'Không ma túy', 'Drug-free', null, null,
    'Thôn được công nhận không ma túy trong năm. Toàn xã: phần trăm số thôn đã báo cáo.', 'Whether the hamlet was found drug-free in the year. The commune: per cent of the hamlets that reported.',
    'Chưa có số liệu: cả hai năm đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended years was reported.'),
  (9, 'conciliation', 'Hòa giải thành', 'Successful conciliation', 'percent', 'reported', 'month', 'entered', 'front',
    'Vụ hòa giải thành', 'Settled', 'Vụ đã hòa giải xong', 'Concluded',
    'Số vụ hòa giải thành chia cho số vụ đã hòa giải xong trong tháng (thành và không thành).', 'Cases settled / cases concluded in the month (settled and not settled).',
    'Chưa có số liệu: cả hai tháng đã hết gần nhất đều chưa báo cáo. Tháng không có vụ nào thì không có gì để tính.', 'Not reported: neither of the two latest ended months was reported. A month without a case has nothing to measure.'),
  (10, 'cultural-families', 'Hộ đạt Gia đình văn hóa', 'Cultural-family households', 'percent', 'reported', 'year', 'households', 'front',
    'Hộ đạt danh hiệu', 'Households awarded', 'Số hộ', 'Households',
    'Số hộ đạt danh hiệu Gia đình văn hóa trong năm chia cho số hộ của thôn.', 'Households awarded the title in the year / households of the hamlet.',
    'Chưa có số liệu: cả hai năm đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended years was reported.'),
  (11, 'cultural-hamlets', 'Thôn văn hóa', 'Cultural hamlets', 'yes_no', 'reported', 'year', 'one', 'front',
    'Đạt Thôn văn hóa', 'Awarded', null, null,
    'Thôn được công nhận Thôn văn hóa trong năm. Toàn xã: phần trăm số thôn đã báo cáo.', 'Whether the hamlet was awarded the title in the year. The commune: per cent of the hamlets that reported.',
    'Chưa có số liệu: cả hai năm đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended years was reported.'),
  (12, 'green-sunday', 'Hộ tham gia Ngày Chủ nhật xanh', 'Households taking part in Green Sunday', 'percent', 'reported', 'month', 'households', 'youth',
    'Hộ tham gia', 'Households taking part', 'Số hộ', 'Households',
    'Số hộ có người tham gia Ngày Chủ nhật xanh trong tháng chia cho số hộ của thôn.', 'Households that took part in Green Sunday in the month / households of the hamlet.',
    'Chưa có số liệu: cả hai tháng đã hết gần nhất đều chưa báo cáo.', 'Not reported: neither of the two latest ended months was reported.')
)
insert into app.indicators (sort_order, code, name, unit, origin, period, denominator_source, owner, numerator_name, denominator_name, formula, state_rule)
select g.sort_order, g.code, jsonb_build_object('vi', g.vi, 'en', g.en), g.unit, g.origin, g.period, g.denominator_source, g.owner,
  jsonb_build_object('vi', g.numerator_vi, 'en', g.numerator_en),
  case when g.denominator_vi is not null then jsonb_build_object('vi', g.denominator_vi, 'en', g.denominator_en) end,
  jsonb_build_object('vi', g.formula_vi, 'en', g.formula_en),
  case g.code when 'model-roads' then jsonb_build_object('vi', 'Đạt: đủ số tuyến của mục tiêu. ' || g.silent_vi, 'en', 'Met: as many as the target. ' || g.silent_en)
    else jsonb_build_object('vi', r.generic ->> 'vi', 'en', r.generic ->> 'en') || jsonb_build_object('vi', (r.generic ->> 'vi') || g.silent_vi, 'en', (r.generic ->> 'en') || g.silent_en) end
from given g cross join reading r;

create view public.indicators with (security_invoker = true) as
  select code, name, unit, direction, origin, period, denominator_source, owner, numerator_name, denominator_name, formula, state_rule, sort_order
  from app.indicators;
grant select on public.indicators to anon, authenticated, service_role;

insert into app.setting_definitions (key, kind, default_value, minimum, maximum, position) values
  ('on_the_way_percent', 'count', '80', 1, 99, 4),
  ('waste_reach_m', 'count', '500', 100, 2000, 5);

create table app.targets (
  id uuid primary key,
  commune_id uuid not null references app.communes (id) on delete cascade,
  indicator text not null references app.indicators (code),
  scope text not null check (scope in ('commune', 'hamlets', 'hamlet')),
  hamlet_id uuid,
  value numeric not null check (value > 0 and value < 1e9),
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  legal_basis text check (legal_basis = normalize(legal_basis, NFC) and length(trim(legal_basis)) between 1 and 300),
  confirmed boolean not null default false,
  version integer not null default 1,
  check ((scope = 'hamlet') = (hamlet_id is not null)),
  check (not confirmed or legal_basis is not null),
  foreign key (hamlet_id, commune_id) references app.hamlets (id, commune_id) on delete cascade
);
comment on table app.targets is 'Versions of targets: on a day the one with the latest valid_from not after it counts, while it has not ended.';
comment on column app.targets.scope is
  'hamlets: every hamlet, and the total where the commune has no own; hamlet: that one in place of it; commune: the total alone.';
comment on column app.targets.value is 'In the unit of the indicator; for a yes or no 1, and for a total of such hamlets per cent.';
comment on column app.targets.valid_to is 'First day on which it counts no more; null: until the next version.';
comment on column app.targets.confirmed is 'False: nobody has confirmed it against its legal basis yet ("chưa xác nhận").';
create unique index targets_day on app.targets (commune_id, indicator, scope, coalesce(hamlet_id, commune_id), valid_from);
create index targets_commune on app.targets (commune_id);
create index targets_hamlet on app.targets (hamlet_id);
create index targets_indicator on app.targets (indicator);
create trigger raise_version before update on app.targets for each row execute function app.raise_version();
create trigger log_change after insert or update or delete on app.targets for each row execute function app.log_change();

alter table app.targets enable row level security;
create policy "targets are read with their commune" on app.targets for select to anon, authenticated
  using (commune_id in (select app.readable_communes()));
create policy "administrators and front officers add targets" on app.targets for insert to authenticated
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers change targets" on app.targets for update to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')))
  with check (commune_id in (select app.my_communes('{administrator,front_officer}')));
create policy "administrators and front officers take back targets" on app.targets for delete to authenticated
  using (commune_id in (select app.my_communes('{administrator,front_officer}')));
grant select on app.targets to anon, authenticated, service_role;
grant insert, delete on app.targets to authenticated;
grant update (value, valid_from, valid_to, legal_basis, confirmed) on app.targets to authenticated;

create view public.targets with (security_invoker = true) as
  select id, commune_id, indicator, scope, hamlet_id, value, valid_from, valid_to, legal_basis, confirmed, version from app.targets;
grant select on public.targets to anon, authenticated, service_role;

create function app.target_problems(target jsonb, commune uuid) returns table (field text, code text, detail jsonb)
language sql stable set search_path = '' as
$$
  with given as (
    select t.*, nullif(target ->> 'id', '') as id,
      case when app.is_day(t.from_text) then t.from_text::date end as starts_on,
      case when app.is_day(t.to_text) then t.to_text::date end as ends_on
    from (select target ->> 'indicator' as indicator, target ->> 'scope' as scope, nullif(target ->> 'hamlet_id', '') as hamlet,
      target ->> 'valid_from' as from_text, nullif(target ->> 'valid_to', '') as to_text,
      nullif(trim(target ->> 'legal_basis'), '') as basis) t
  ), known as (select g.*, i.unit from given g left join app.indicators i on i.code = g.indicator)
  select 'indicator', 'choice_invalid', null::jsonb from known where unit is null
  union all select 'scope', 'choice_invalid', null from known where coalesce(scope, '') not in ('commune', 'hamlets', 'hamlet')
  -- How many roads every hamlet needs is a rule of the commune already (model_roads_per_hamlet): one place says it.
  union all select 'scope', 'kept_in_rules', null from known where indicator = 'model-roads' and scope = 'hamlets'
  union all select 'hamlet_id', case when hamlet is null then 'required' else 'choice_invalid' end, null from known
    where scope = 'hamlet' and not exists (select from app.hamlets h where h.id::text = hamlet and h.commune_id = commune)
  union all select 'value', 'number_invalid', null from known where jsonb_typeof(target -> 'value') is distinct from 'number'
  union all select 'value', 'number_out_of_range', jsonb_build_object('minimum', 0, 'maximum', m.most) from known
    cross join lateral (select case when scope = 'commune' and unit in ('roads', 'yes_no') or unit = 'percent' then 100 when unit = 'yes_no' then 1 else 100000 end as most) m
    where jsonb_typeof(target -> 'value') = 'number' and ((target ->> 'value')::numeric <= 0 or (target ->> 'value')::numeric > m.most)
  union all select 'valid_from', 'date_invalid', null from known where starts_on is null
  union all select 'valid_to', 'date_invalid', null from known where to_text is not null and ends_on is null
  union all select 'valid_to', 'not_after_start', null from known where ends_on <= starts_on
  union all select 'legal_basis', 'too_long', null from known where length(basis) > 300
  union all select 'legal_basis', 'markup', null from known where basis ~ '[<>]'
  union all select 'legal_basis', 'required', null from known where basis is null and (target ->> 'confirmed') = 'true'
  union all
  -- One that is open gives way to the next; one that names its end does not.
  select 'valid_from', 'overlaps', jsonb_build_object('id', o.id, 'value', o.value, 'valid_from', o.valid_from, 'valid_to', o.valid_to)
  from known join app.targets o on o.commune_id = commune and o.indicator = known.indicator and o.scope = known.scope
    and o.hamlet_id::text is not distinct from case when known.scope = 'hamlet' then hamlet end and o.id::text is distinct from known.id
  where o.valid_from = starts_on or o.valid_from < starts_on and o.valid_to > starts_on or starts_on < o.valid_from and ends_on > o.valid_from
$$;
comment on function app.target_problems(jsonb, uuid) is
  'What is wrong with a target, field by field: unknown choices, a value out of its unit''s range, an end that is not after the start (not_after_start), days that another version covers (overlaps, with that version), what the commune''s rules say already (kept_in_rules).';

create function public.save_target(target jsonb, edited_version integer default null, commune_id uuid default null) returns jsonb
language plpgsql volatile set search_path = '' as
$$
#variable_conflict use_column
declare
  target_id constant uuid := app.record_id(target);
  stored app.targets;
  commune uuid;
  problems jsonb;
begin
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(target_id::text, 0));
  select t.* into stored from app.targets t where t.id = target_id;
  commune := coalesce(stored.commune_id, app.resolve_commune(save_target.commune_id));
  if commune not in (select app.my_communes('{administrator,front_officer}')) then
    raise exception using errcode = '42501', message = 'Chỉ quản trị và cán bộ Mặt trận của xã được sửa mục tiêu.';
  end if;
  -- Two people who set a target of one indicator at once: the second sees the first.
  perform pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(commune::text || coalesce(target ->> 'indicator', stored.indicator, ''), 0));
  if stored.id is not null and edited_version is null then
    return to_jsonb(stored);
  end if;
  if stored.id is not null then
    target := to_jsonb(stored) || target || jsonb_build_object('indicator', stored.indicator, 'scope', stored.scope, 'hamlet_id', stored.hamlet_id);
    if edited_version is distinct from stored.version then
      perform app.raise_stale(target - 'commune_id', to_jsonb(stored) - 'commune_id');
    end if;
  end if;
  select jsonb_agg(to_jsonb(p) || '{"level": "error"}') into problems from app.target_problems(target, commune) p;
  perform app.refuse_fields(coalesce(problems, '[]'));
  if stored.id is null then
    insert into app.targets (id, commune_id, indicator, scope, hamlet_id, value, valid_from, valid_to, legal_basis, confirmed)
    values (target_id, commune, target ->> 'indicator', target ->> 'scope',
      case when target ->> 'scope' = 'hamlet' then (target ->> 'hamlet_id')::uuid end, (target ->> 'value')::numeric,
      (target ->> 'valid_from')::date, nullif(target ->> 'valid_to', '')::date,
      nullif(normalize(trim(target ->> 'legal_basis'), NFC), ''), coalesce((target ->> 'confirmed')::boolean, false))
    returning * into stored;
  else
    update app.targets t set value = (target ->> 'value')::numeric, valid_from = (target ->> 'valid_from')::date,
      valid_to = nullif(target ->> 'valid_to', '')::date, legal_basis = nullif(normalize(trim(target ->> 'legal_basis'), NFC), ''),
      confirmed = coalesce((target ->> 'confirmed')::boolean, false)
    where t.id = target_id returning t.* into stored;
  end if;
  return to_jsonb(stored);
end
$$;
comment on function public.save_target(jsonb, integer, uuid) is
  'Adds a version of a target or corrects one: {id (made by the client), indicator, scope, hamlet_id, value, valid_from, valid_to, legal_basis, confirmed}; what a correction leaves out stays. Sent twice it is stored once. PT422 fields_with_errors (overlaps brings the other version), PT409 stale with both.';
revoke execute on function app.target_problems(jsonb, uuid), public.save_target(jsonb, integer, uuid) from public;
grant execute on function app.target_problems(jsonb, uuid), public.save_target(jsonb, integer, uuid) to authenticated;
