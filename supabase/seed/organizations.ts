import type { Day } from './days.ts';
import type { OrganizationCode, OrganizationRow, SettingRow } from './types.ts';

const names: readonly (readonly [OrganizationCode, string])[] = [
  ['people_committee', 'Ủy ban nhân dân xã'],
  ['front', 'Ủy ban MTTQ Việt Nam xã'],
  ['veterans', 'Hội Cựu chiến binh'],
  ['women', 'Hội Liên hiệp Phụ nữ'],
  ['youth', 'Đoàn Thanh niên'],
  ['farmers', 'Hội Nông dân'],
  ['police', 'Công an xã'],
  ['party_committee', 'Đảng ủy xã'],
  ['people_council', 'Hội đồng nhân dân xã'],
  ['hamlet_fronts', 'Ban công tác Mặt trận các thôn'],
];

/** The organizations that the plan gives work to. */
export function makeOrganizations(makeId: () => string): OrganizationRow[] {
  return names.map(([code, name]) => ({ id: makeId(), code, name }));
}

const plan = 'Kế hoạch "Thành phố văn minh, xã hạnh phúc" 2026-2030';

/** The settings that the plan names, as a commune starts with, but valid from the sample's own first day. */
export function makeSettings(validFrom: Day, makeId: () => string): SettingRow[] {
  return [
    {
      id: makeId(),
      key: 'model_road_criteria',
      value: [
        { code: 'bright', name: { vi: 'Sáng', en: 'Bright' } },
        { code: 'green', name: { vi: 'Xanh', en: 'Green' } },
        { code: 'clean', name: { vi: 'Sạch', en: 'Clean' } },
        { code: 'beautiful', name: { vi: 'Đẹp', en: 'Beautiful' } },
        { code: 'safe', name: { vi: 'An toàn', en: 'Safe' } },
      ],
      legal_basis: `${plan}, mục IV.2`,
      valid_from: validFrom,
      confirmed: false,
    },
    {
      id: makeId(),
      key: 'model_roads_per_hamlet',
      value: 1,
      legal_basis: `${plan}, mục II.2`,
      valid_from: validFrom,
      confirmed: true,
    },
  ];
}
