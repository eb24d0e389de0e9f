import type { Day } from './days.ts';
import type { TargetRow } from './types.ts';

const plan = 'Kế hoạch "Thành phố văn minh, xã hạnh phúc" 2026-2030';

interface TargetPlan {
  readonly indicator: string;
  readonly scope: TargetRow['scope'];
  /** The value from the first day of each year on. */
  readonly path: readonly (readonly [year: number, value: number])[];
  readonly basis: string | null;
  readonly confirmed?: boolean;
}

/** What the plan says, and, not confirmed, what a commune of this kind sets for itself. */
const plans: readonly TargetPlan[] = [
  {
    indicator: 'model-roads',
    scope: 'commune',
    path: [
      [2025, 40],
      [2026, 70],
      [2027, 85],
      [2028, 100],
    ],
    basis: `${plan}, mục II.2`,
    confirmed: true,
  },
  { indicator: 'road-care', scope: 'hamlets', path: [[2025, 90]], basis: null },
  {
    indicator: 'waste-sorting',
    scope: 'hamlets',
    path: [
      [2025, 40],
      [2026, 60],
      [2027, 70],
      [2028, 80],
      [2030, 90],
    ],
    basis: 'Luật Bảo vệ môi trường 2020, Điều 75; Quyết định 229/2025/QĐ-UBND Hải Phòng',
  },
  { indicator: 'waste-reach', scope: 'hamlets', path: [[2025, 80]], basis: null },
  {
    indicator: 'pesticide-tanks',
    scope: 'hamlets',
    path: [
      [2025, 1],
      [2028, 33.3],
    ],
    basis: 'Thông tư liên tịch 05/2016/TTLT-BNNPTNT-BTNMT',
  },
  { indicator: 'cemetery-care', scope: 'hamlets', path: [[2024, 100]], basis: `${plan}, mục IV.2` },
  {
    indicator: 'security-areas',
    scope: 'hamlets',
    path: [[2024, 100]],
    basis: 'Thông tư 124/2021/TT-BCA, Điều 4',
    confirmed: true,
  },
  { indicator: 'drug-free', scope: 'hamlets', path: [[2024, 1]], basis: 'Quyết định 28/2025/QĐ-TTg' },
  { indicator: 'drug-free', scope: 'commune', path: [[2024, 80]], basis: 'Quyết định 28/2025/QĐ-TTg' },
  { indicator: 'conciliation', scope: 'hamlets', path: [[2024, 80]], basis: 'Luật Hòa giải ở cơ sở 2013' },
  {
    indicator: 'cultural-families',
    scope: 'hamlets',
    path: [
      [2024, 85],
      [2028, 90],
    ],
    basis: 'Nghị định 86/2023/NĐ-CP',
  },
  { indicator: 'cultural-hamlets', scope: 'hamlets', path: [[2024, 1]], basis: 'Nghị định 86/2023/NĐ-CP' },
  { indicator: 'cultural-hamlets', scope: 'commune', path: [[2024, 75]], basis: 'Nghị định 86/2023/NĐ-CP' },
  // Green Sunday has none: nobody has set one yet.
];

/** The targets of the sample commune; one hamlet has a lower one of its own for a year. */
export function makeTargets(ownHamlet: string, makeId: () => string): TargetRow[] {
  const rows = plans.flatMap(({ indicator, scope, path, basis, confirmed = false }) =>
    path.map(
      ([year, value]): TargetRow => ({
        id: makeId(),
        indicator,
        scope,
        hamlet_id: null,
        value,
        valid_from: `${year}-01-01`,
        valid_to: null,
        legal_basis: basis,
        confirmed,
      }),
    ),
  );
  const own: { from: Day; to: Day } = { from: '2026-01-01', to: '2027-01-01' };
  return [
    ...rows,
    {
      id: makeId(),
      indicator: 'waste-sorting',
      scope: 'hamlet',
      hamlet_id: ownHamlet,
      value: 45,
      valid_from: own.from,
      valid_to: own.to,
      legal_basis: null,
      confirmed: false,
    },
  ];
}
