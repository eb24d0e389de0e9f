import { type Commune, placeIn, type Row, rowId } from './two-communes.ts';

const NEW_ROW = 'dddddddd-0000-4000-8000-000000000001';
const OTHER_NEW_ROW = 'dddddddd-0000-4000-8000-000000000002';

/** A rectangle of so many degrees, its south-west corner so far from the commune's own. */
function area(commune: Commune, [east, north]: [number, number], [width, height]: [number, number]): object {
  const [longitude, latitude] = placeIn(commune).coordinates;
  const [west, south] = [longitude - 0.003 + east, latitude - 0.003 + north];
  const corners = [
    [west, south],
    [west + width, south],
    [west + width, south + height],
    [west, south + height],
    [west, south],
  ];
  return { type: 'Polygon', coordinates: [corners.map((corner) => corner.map((n) => Number(n.toFixed(7))))] };
}

function line(commune: Commune): object {
  const [longitude, latitude] = placeIn(commune).coordinates;
  return {
    type: 'LineString',
    coordinates: [
      [longitude, latitude],
      [longitude + 0.001, latitude],
    ],
  };
}

/**
 * What the permission matrix sends to each verb of records: something that nothing but a right could refuse, about
 * rows of one of the two communes.
 */
export function recordCall(verb: string, commune: Commune): Record<string, unknown> {
  const id = (row: Row) => rowId(commune, row);
  const common = { id: NEW_ROW, name: 'Mới', valid_from: '2026-01-01' };
  const hamlet = { ...common, geometry: area(commune, [0.0085, 0.001], [0.001, 0.001]) };
  const place = placeIn(commune);
  const made = (feature: object) => ({ feature, commune_id: id('commune') });
  const day = { valid_from: '2026-02-01' };
  const decision = { decision_number: '1/QĐ-UBND', decision_date: '2026-01-20' };
  const calls: Record<string, Record<string, unknown>> = {
    save_hamlet: made(hamlet),
    save_hamlets: { features: [hamlet], commune_id: id('commune') },
    save_road: made({ ...common, class: 'alley', geometry: line(commune) }),
    save_model_road: made({
      id: NEW_ROW,
      name: 'Mới',
      registered_on: '2026-01-02',
      geometry: line(commune),
    }),
    save_waste_point: made({ ...common, kind: 'collection', state: 'active', geometry: place }),
    save_cemetery: made({ ...common, geometry: place }),
    save_incident: made({
      id: NEW_ROW,
      kind: 'theft',
      occurred_at: '2026-03-01T08:00:00+07:00',
      state: 'open',
      geometry: place,
    }),
    record_hamlet_statistics: { fact: { id: NEW_ROW, hamlet_id: id('hamlet'), ...day, households: 5 } },
    correct_hamlet_statistics: { fact: { id: id('statistics'), households: 5 }, edited_version: 1 },
    record_waste_point_state: {
      fact: { id: NEW_ROW, waste_point_id: id('wastePoint'), ...day, state: 'closed' },
    },
    correct_waste_point_state: { fact: { id: id('wastePointState'), state: 'closed' }, edited_version: 1 },
    record_model_road_assessment: {
      fact: { id: NEW_ROW, model_road_id: id('modelRoad'), assessed_on: '2026-02-01', criteria: {} },
    },
    correct_model_road_assessment: { fact: { id: id('assessment'), criteria: {} }, edited_version: 1 },
    recognise_model_road: {
      fact: { id: NEW_ROW, model_road_id: id('modelRoad'), ...day, ...decision, criteria: {} },
    },
    lapse_model_road: { fact: { id: NEW_ROW, model_road_id: id('modelRoad'), ...day, reason: 'Xuống cấp' } },
    correct_model_road_state: { fact: { id: id('modelRoadState'), ...decision }, edited_version: 1 },
    retire: { layer: 'roads', id: id('road'), on_date: '2026-02-01', reason: 'Không còn', edited_version: 1 },
    restore: { layer: 'roads', id: id('retiredRoad'), edited_version: 1 },
    merge_hamlets: {
      hamlets: [id('hamlet'), id('otherHamlet')].map((old) => ({ id: old, version: 1 })),
      hamlet: { id: NEW_ROW, name: 'Mới' },
      on_date: '2026-03-01',
    },
    split_hamlet: {
      id: id('hamlet'),
      parts: [
        { id: NEW_ROW, name: 'Mới', geometry: area(commune, [0, 0], [0.004, 0.008]) },
        { id: OTHER_NEW_ROW, name: 'Mới khác', geometry: area(commune, [0.004, 0], [0.004, 0.008]) },
      ],
      on_date: '2026-03-01',
      edited_version: 1,
    },
    save_target: {
      target: {
        id: NEW_ROW,
        indicator: 'green-sunday',
        scope: 'hamlets',
        value: 50,
        valid_from: '2026-01-01',
      },
      commune_id: id('commune'),
    },
    save_reports: {
      entries: [{ ...figure, id: NEW_ROW, hamlet_id: id('otherHamlet'), period: '2026-02-01' }],
      commune_id: id('commune'),
    },
    confirm_reports: {
      locks: [{ id: NEW_ROW, hamlet_id: id('otherHamlet'), every: 'month', period: '2026-02-01' }],
      commune_id: id('commune'),
    },
    correct_report: {
      report: {
        ...figure,
        id: NEW_ROW,
        hamlet_id: id('otherHamlet'),
        period: '2026-01-01',
        reason: 'Đếm lại',
        replaces: id('report'),
      },
      commune_id: id('commune'),
    },
    record_care: { record: { id: NEW_ROW, model_road_id: id('modelRoad'), done_on: '2026-02-01' } },
    approve_care: { id: id('careRecord') },
    take_back_care: { id: id('ownCareRecord') },
    keep_photo: { id: id('photo'), bytes: 1000 },
    save_rota: { duty: { id: NEW_ROW, model_road_id: id('modelRoad'), week: '2026-02-02', team: 'Tổ 2' } },
    remove_rota: { id: id('duty') },
    propose_place: {
      proposal: { id: NEW_ROW, layer: 'waste_points', name: 'Mới', kind: 'green_house', geometry: place },
      commune_id: id('commune'),
    },
    take_back_proposal: { id: id('proposal') },
    decide_proposal: { id: id('proposal'), accept: false, reason: 'Không cần' },
    save_security_area: {
      area: {
        id: NEW_ROW,
        name: 'Mới',
        kind: 'other',
        hamlet_id: null,
        registered_on: '2026-01-02',
        geometry: area(commune, [0.0085, 0.001], [0.001, 0.001]),
      },
      commune_id: id('commune'),
    },
    save_security_area_result: {
      result: { ...yearly, id: NEW_ROW, security_area_id: id('securityArea') },
    },
    retire_security_area: {
      id: id('securityArea'),
      on_date: '2026-02-01',
      reason: 'Không còn',
      edited_version: 1,
    },
    save_meeting: {
      meeting: { id: NEW_ROW, title: 'Mới', held_on: '2026-02-01' },
      commune_id: id('commune'),
    },
    save_scene: {
      scene: { ...scene, id: NEW_ROW, meeting_id: id('meeting') },
    },
    order_scenes: { meeting_id: id('meeting'), scene_ids: [id('scene')] },
    remove_scene: { meeting_id: id('meeting'), scene_id: id('scene') },
    save_conclusion: { conclusion: { id: NEW_ROW, meeting_id: id('meeting'), text: 'Mới' } },
    close_conclusion: { conclusion_id: id('conclusion'), done_on: '2026-03-02', edited_version: 1 },
  };
  const call = calls[verb];
  if (!call) throw new Error(`${verb}: record-calls.ts does not say what to send`);
  return call;
}

const figure = { indicator: 'conciliation', numerator: 2, denominator: 4 };
const yearly = { year: 2026, assessed_on: '2026-02-01', criteria: [true, null, null, null, null] };
const scene = { title: 'Mới', view: '', bounds: [106.6, 20.7, 106.7, 20.8], frozen_on: '2026-02-01' };

/** What begins like a verb of records and is none. */
const OTHER_VERBS = new Set([
  'close_incident_period',
  'save_member',
  'save_organization',
  'save_setting',
  'restore_version',
]);

/** Whether a function is a verb of records: it begins as they do. */
export function isRecordVerb(name: string): boolean {
  if (OTHER_VERBS.has(name)) return false;
  return /^(approve|close|decide|confirm_reports|keep|order|remove|save|propose|record|correct|recognise|lapse|retire|restore|merge_hamlets|split|take_back)(_|$)/.test(
    name,
  );
}
