import type { Day } from './days.ts';
import { addDays, instantOf } from './days.ts';
import type { Random } from './random.ts';
import type {
  CareRecordRow,
  CemeteryRow,
  DutyRow,
  ModelRoadRow,
  ModelRoadStateRow,
  PhotoRow,
} from './types.ts';

interface Subjects {
  readonly modelRoads: readonly ModelRoadRow[];
  readonly states: readonly ModelRoadStateRow[];
  readonly cemeteries: readonly CemeteryRow[];
}

const notes = ['Nhổ cỏ, tỉa cây hai bên đường', 'Thay hai bóng đèn', 'Quét dọn, thu gom rác', null, null];

/**
 * Care of the last year: most recognised roads every three to four weeks, some late, one in two stretches, one never
 * recorded; the cemeteries before the great days. What was done in the last days still waits for approval.
 */
export function makeCareRecords(
  { modelRoads, states, cemeteries }: Subjects,
  lastDay: Day,
  random: Random,
  makeId: () => string,
): CareRecordRow[] {
  const rows: CareRecordRow[] = [];
  const put = (
    row: Pick<CareRecordRow, 'model_road_id' | 'cemetery_id' | 'organization_id' | 'done_on'> &
      Partial<CareRecordRow>,
  ) => {
    const waits = row.done_on > addDays(lastDay, -6);
    rows.push({
      id: makeId(),
      stretch_from: 0,
      stretch_to: 1,
      people: random.chance(0.8) ? random.integer(4, 22) : null,
      note: random.pick(notes),
      state: waits ? 'sent' : 'approved',
      // Some the officer wrote down for the association, which approves those itself.
      recorder: rows.length % 3 === 2 ? 'officer@demo.vn' : 'veterans@demo.vn',
      recorded_at: instantOf(row.done_on, 10, random.integer(0, 59)),
      approved_at: waits ? null : instantOf(addDays(row.done_on, 2), 8, 30),
      ...row,
    });
  };
  const recognised = modelRoads.filter(({ id }) =>
    states.some(({ model_road_id, state }) => model_road_id === id && state === 'recognised'),
  );
  for (const [index, road] of recognised.entries()) {
    const first = states.find(
      ({ model_road_id, state }) => model_road_id === road.id && state === 'recognised',
    )?.valid_from;
    if (!first || index === 5) continue;
    const about = { model_road_id: road.id, cemetery_id: null, organization_id: road.organization_id };
    // A few were let go some weeks ago; the others were done in the last weeks.
    let day = addDays(lastDay, index % 4 === 3 ? -random.integer(33, 70) : -random.integer(1, 26));
    for (let count = 0; count < 14 && day >= first; count++) {
      if (index % 5 === 1) {
        put({ ...about, done_on: day, stretch_to: 0.55 });
        if (count % 2 === 1) put({ ...about, done_on: addDays(day, -2), stretch_from: 0.5 });
      } else put({ ...about, done_on: day });
      day = addDays(day, -random.integer(20, 31));
    }
  }
  for (const [index, cemetery] of cemeteries.entries()) {
    const about = {
      model_road_id: null,
      cemetery_id: cemetery.id,
      organization_id: cemetery.organization_id,
    };
    for (let count = 0; count < 10; count++) {
      put({ ...about, done_on: addDays(lastDay, -(count * 29 + (index === 1 ? 41 : 5 + index))) });
    }
  }
  return rows;
}

/** Before and after, of the latest records of two roads. */
export function makePhotos(records: readonly CareRecordRow[], makeId: () => string): PhotoRow[] {
  const ofRoads = records.filter(({ model_road_id }) => model_road_id !== null);
  const latest = ofRoads.toSorted((one, other) => other.done_on.localeCompare(one.done_on)).slice(0, 2);
  return latest.flatMap(({ id }) =>
    (['before', 'after'] as const).map((moment) => ({
      id: makeId(),
      care_record_id: id,
      moment,
      width: 800,
      height: 600,
    })),
  );
}

/** Two teams that take turns on the first roads, this week and the next three. */
export function makeDuties(roads: readonly ModelRoadRow[], today: Day, makeId: () => string): DutyRow[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = addDays(today, -weekday);
  const kept = roads.filter(({ organization_id }) => organization_id !== null).slice(0, 5);
  return kept.flatMap(({ id, organization_id }, index) =>
    [0, 1, 2, 3].map((week) => ({
      id: makeId(),
      model_road_id: id,
      organization_id: organization_id ?? '',
      week: addDays(monday, 7 * week),
      team: `Tổ ${((index + week) % 2) + 1}`,
    })),
  );
}
