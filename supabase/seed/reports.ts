import type { Day } from './days.ts';
import { addDays, firstOfMonth, instantOf } from './days.ts';
import type { Hamlet } from './hamlets.ts';
import type { Random } from './random.ts';
import type { HamletStatisticsRow, ReportLockRow, ReportRow } from './types.ts';

const monthsOfReports = 16;

interface Reporting {
  readonly hamlets: readonly Hamlet[];
  readonly statistics: readonly HamletStatisticsRow[];
  readonly lastDay: Day;
  readonly random: Random;
  readonly makeId: () => string;
}

/** What a hamlet counted in one period, or null when it said nothing. */
type Count = (hamlet: Hamlet, age: number, households: number | null, random: Random) => Counted | null;
type Counted = { numerator: number; denominator: number | null };

/** How far a hamlet's people take part, the same in every month: some are ahead, some behind. */
const zeal = ({ plan }: Hamlet): number => {
  const base = { met: 0.72, on_the_way: 0.52, behind: 0.34, not_reported: 0.3 }[plan.progress ?? 'met'];
  return base + ((plan.key.length * 7) % 11) / 60;
};

/** A share of the households that grows by a percent a month. */
const shareOf =
  (top: number): Count =>
  (hamlet, age, households, random) =>
    households === null
      ? null
      : {
          numerator: Math.round(
            households *
              Math.min(0.97, Math.max(0.05, zeal(hamlet) * top - age * 0.012 + random.between(-0.03, 0.03))),
          ),
          denominator: null,
        };

const monthly: Readonly<Record<string, Count>> = {
  'waste-sorting': (hamlet, age, households, random) =>
    hamlet.plan.progress === 'not_reported' ? null : shareOf(1)(hamlet, age, households, random),
  conciliation: (hamlet, _age, _households, random) => {
    const concluded = random.integer(0, 4);
    const settled = Array.from({ length: concluded }, () => random.chance(0.6 + zeal(hamlet) / 3)).filter(
      Boolean,
    ).length;
    return { numerator: settled, denominator: concluded };
  },
  'green-sunday': (hamlet, age, households, random) =>
    // One hamlet has stopped reporting: its last figure is too old to count.
    hamlet.plan.key === 'du-le-2' && age < 5 ? null : shareOf(0.8)(hamlet, age, households, random),
};

const yearly: Readonly<Record<string, Count>> = {
  'security-areas': (hamlet, _age, _households, random) => {
    const registered = 2 + hamlet.plan.sites.length;
    return {
      numerator: random.chance(zeal(hamlet)) ? registered : registered - 1,
      denominator: registered,
    };
  },
  'drug-free': (hamlet, _age, _households, random) =>
    hamlet.plan.progress === 'not_reported'
      ? null
      : { numerator: random.chance(0.85) ? 1 : 0, denominator: null },
  'cultural-families': shareOf(1.25),
  'cultural-hamlets': (hamlet, _age, _households, random) => ({
    numerator: random.chance(zeal(hamlet) + 0.1) ? 1 : 0,
    denominator: null,
  }),
};

/**
 * What the hamlets' committees reported: sixteen months and two whole years, all confirmed but the last month, of
 * which some have not sent theirs yet. One confirmed figure was corrected later.
 */
export function makeReports({ hamlets, statistics, lastDay, random, makeId }: Reporting): {
  reports: ReportRow[];
  locks: ReportLockRow[];
} {
  const reports: ReportRow[] = [];
  const locks: ReportLockRow[] = [];
  const householdsOn = (hamletId: string, day: Day) =>
    statistics
      .filter(({ hamlet_id, valid_from }) => hamlet_id === hamletId && valid_from <= day)
      .sort((first, second) => (first.valid_from < second.valid_from ? -1 : 1))
      .at(-1)?.households ?? null;
  const report = (every: 'month' | 'year', period: Day, endsOn: Day, age: number) => {
    for (const [position, hamlet] of hamlets.entries()) {
      const { id, valid_from, valid_to } = hamlet.row;
      if (valid_from > endsOn || (valid_to !== null && valid_to <= endsOn)) continue;
      const isRunning = every === 'month' && age === 0;
      for (const [indicator, count] of Object.entries(every === 'month' ? monthly : yearly)) {
        // Drawn for everybody, so that who is silent changes nobody else's figures.
        const counted = count(hamlet, age, householdsOn(id, endsOn), random);
        if (counted === null || (isRunning && position % 3 === 2)) continue;
        reports.push({
          id: makeId(),
          hamlet_id: id,
          indicator,
          period,
          revision: 1,
          ...counted,
          reason: null,
          reporter: hamlet.plan.key === 'kien-quoc-3' ? 'hamlet@demo.vn' : 'officer@demo.vn',
          reported_at: instantOf(endsOn, 17, position),
        });
      }
      if (!isRunning) {
        locks.push({
          id: makeId(),
          hamlet_id: id,
          every,
          period,
          locked_at: instantOf(addDays(endsOn, 4), 9, 0),
        });
      }
    }
  };
  for (let age = monthsOfReports - 1; age >= 0; age--) {
    const period = firstOfMonth(lastDay, -age);
    const endsOn = addDays(firstOfMonth(period, 1), -1);
    if (endsOn <= lastDay) report('month', period, endsOn, age);
  }
  const year = Number(lastDay.slice(0, 4));
  for (const before of [2, 1]) report('year', `${year - before}-01-01`, `${year - before}-12-31`, before * 6);
  return { reports: [...reports, ...corrected(reports, lastDay, makeId)], locks };
}

/** A figure of two months ago that was counted anew after it had been confirmed. */
function corrected(reports: readonly ReportRow[], lastDay: Day, makeId: () => string): ReportRow[] {
  const wrong = reports.find(
    ({ indicator, period, numerator }) =>
      indicator === 'waste-sorting' && period === firstOfMonth(lastDay, -2) && (numerator ?? 0) > 40,
  );
  if (!wrong) return [];
  return [
    {
      ...wrong,
      id: makeId(),
      revision: 2,
      numerator: (wrong.numerator ?? 0) - 32,
      reason: 'Đếm trùng một xóm, đã kiểm tra lại cùng chi hội Phụ nữ',
      reported_at: instantOf(addDays(firstOfMonth(lastDay), 19), 15, 20),
    },
  ];
}
