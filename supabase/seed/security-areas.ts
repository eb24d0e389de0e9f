import type { Polygon } from 'geojson';
import type { Day } from './days.ts';
import { firstOfMonth } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import type { Path, Point } from './planar.ts';
import { at } from './planar.ts';
import { toRing } from './projection.ts';
import type { Random } from './random.ts';
import type { HamletStatisticsRow } from './types.ts';

export interface SecurityAreaRow {
  readonly id: string;
  readonly name: string;
  readonly kind: 'residential_area' | 'drug_free_branch';
  readonly hamlet_id: string | null;
  readonly geometry: Polygon | null;
  readonly responsible: 'hamlet_head' | 'front_committee_head' | 'branch_head' | null;
  readonly registered_on: Day;
}

export interface SecurityAreaResultRow {
  readonly id: string;
  readonly security_area_id: string;
  readonly year: number;
  readonly assessed_on: Day;
  readonly criteria: readonly (boolean | null)[];
  readonly households: number | null;
  readonly households_signed: number | null;
  readonly drug_free: boolean | null;
  readonly conciliation_opened: number | null;
  readonly conciliation_succeeded: number | null;
  readonly conciliation_failed: number | null;
  readonly conciliation_pending: number | null;
}

/** From the middle of the village, where the hamlet's name stands, in metres. */
const ASIDE: Point = [-120, -290];
/** Half the width and half the depth of drawn ground, in metres. */
const HALF: Point = [170, 120];
/** Villages of which a part is a drug-free branch, by their place in the list of villages. */
const BRANCHES = [3, 9];
/** Of today's hamlets, by their place: registered this year, and so without a result. */
const NEWCOMER = 6;
const YEARS = 3;

const ASSESSED = '12-05';

function blockBeside([middleX, middleY]: Point): Path {
  const [x, y] = [middleX + ASIDE[0], middleY + ASIDE[1]];
  const [across, along] = HALF;
  return [
    [x - across, y - along],
    [x + across, y - along * 0.9],
    [x + across * 0.95, y + along],
    [x - across, y + along * 0.9],
  ];
}

/**
 * Self-managed areas: every hamlet as one, parts of two villages as drug-free branches; three years of results that
 * get better, with gaps where somebody did not report. `lastDay` ends the history.
 */
export function makeSecurityAreas(
  hamlets: readonly Hamlet[],
  villageMiddles: readonly Point[],
  statistics: readonly HamletStatisticsRow[],
  lastDay: Day,
  random: Random,
  makeId: () => string,
): { areas: SecurityAreaRow[]; results: SecurityAreaResultRow[] } {
  const thisYear = Number(lastDay.slice(0, 4));
  const lastYear = `${thisYear}-${ASSESSED}` <= lastDay ? thisYear : thisYear - 1;
  const firstYear = lastYear - YEARS + 1;
  const areas = [
    ...hamlets.map(
      ({ row }, index): SecurityAreaRow => ({
        id: makeId(),
        name: `Khu dân cư tự quản ${row.name}`,
        kind: 'residential_area',
        hamlet_id: row.id,
        geometry: null,
        responsible: index % 3 === 0 ? 'front_committee_head' : 'hamlet_head',
        registered_on: index === NEWCOMER ? firstOfMonth(lastDay, -2) : `${firstYear}-02-20`,
      }),
    ),
    ...BRANCHES.map(
      (village, index): SecurityAreaRow => ({
        id: makeId(),
        name: `Chi hội phụ nữ không ma túy số ${index + 1}`,
        kind: 'drug_free_branch',
        hamlet_id: null,
        geometry: { type: 'Polygon', coordinates: [toRing(blockBeside(at(villageMiddles, village)))] },
        responsible: 'branch_head',
        registered_on: `${firstYear + 1}-03-08`,
      }),
    ),
  ];
  const results = areas.flatMap((area, index) => {
    const householdsOn = (day: Day) =>
      statistics
        .filter(({ hamlet_id, valid_from }) => hamlet_id === area.hamlet_id && valid_from <= day)
        .toSorted((one, other) => (one.valid_from < other.valid_from ? 1 : -1))[0]?.households ?? null;
    return Array.from({ length: YEARS }, (_, age) => firstYear + age)
      .filter((year) => area.registered_on < `${year}-${ASSESSED}`)
      .map((year): SecurityAreaResultRow => {
        const assessed_on = `${year}-${ASSESSED}`;
        const better = (year - firstYear) * 0.04;
        const criteria = [0.9, 0.98, 0.93, 0.88, 0.95].map((chance) => random.chance(chance + better));
        const households = householdsOn(assessed_on);
        const opened = random.integer(1, 6);
        const pending = random.integer(0, 1);
        const failed = opened - pending > 2 && random.chance(0.3) ? 1 : 0;
        const isSilent = index % 5 === 4;
        return {
          id: makeId(),
          security_area_id: area.id,
          year,
          assessed_on,
          criteria: isSilent && year === lastYear ? [...criteria.slice(0, 4), null] : criteria,
          households,
          households_signed:
            households === null
              ? null
              : Math.round(households * (criteria[0] ? 1 : random.between(0.86, 0.97))),
          drug_free: isSilent ? null : random.chance(0.85 + better),
          conciliation_opened: isSilent ? null : opened,
          conciliation_succeeded: isSilent ? null : opened - pending - failed,
          conciliation_failed: isSilent ? null : failed,
          conciliation_pending: isSilent ? null : pending,
        };
      });
  });
  return { areas, results };
}
