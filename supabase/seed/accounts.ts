import type { HamletRow, OrganizationCode, SampleCommune } from './types.ts';

type Role = 'administrator' | 'front_officer' | 'leader' | 'association' | 'hamlet_committee' | 'police';

/** A demo account and what its owner is in the sample commune, as the loader stores it. */
export interface DemoAccount {
  readonly id: string;
  readonly member_id: string;
  readonly email: string;
  readonly role: Role;
  readonly display_name: string;
  readonly organization_id: string | null;
  readonly hamlet_id: string | null;
}

/** The password of every demo account; the sign-in page shows it. */
export const demoPassword = 'demo-xa-hanh-phuc';

interface AccountPlan {
  readonly email: string;
  readonly role: Role;
  readonly name: string;
  readonly organization?: OrganizationCode;
}

const plans: readonly AccountPlan[] = [
  { email: 'leader@demo.vn', role: 'leader', name: 'Lãnh đạo xã', organization: 'people_committee' },
  { email: 'officer@demo.vn', role: 'front_officer', name: 'Cán bộ Mặt trận xã', organization: 'front' },
  { email: 'veterans@demo.vn', role: 'association', name: 'Hội Cựu chiến binh', organization: 'veterans' },
  { email: 'women@demo.vn', role: 'association', name: 'Hội Liên hiệp Phụ nữ', organization: 'women' },
  { email: 'youth@demo.vn', role: 'association', name: 'Đoàn Thanh niên', organization: 'youth' },
  { email: 'farmers@demo.vn', role: 'association', name: 'Hội Nông dân', organization: 'farmers' },
  { email: 'hamlet@demo.vn', role: 'hamlet_committee', name: 'Ban công tác Mặt trận' },
  { email: 'police@demo.vn', role: 'police', name: 'Công an xã', organization: 'police' },
  { email: 'admin@demo.vn', role: 'administrator', name: 'Quản trị xã' },
];

/** The hamlet whose committee has a demo account: one that is on the way, so that there is work to report. */
function committeeHamlet({ hamlets }: SampleCommune): HamletRow {
  const found = hamlets.find(
    ({ name, former_commune, valid_to }) =>
      name === 'Thôn 3' && former_commune === 'Kiến Quốc' && valid_to === null,
  );
  if (!found) throw new Error('committeeHamlet: the sample commune has no Thôn 3 of Kiến Quốc');
  return found;
}

/** The demo accounts of a sample commune, one a role and one an association. */
export function makeDemoAccounts(sample: SampleCommune, makeId: () => string): DemoAccount[] {
  const hamlet = committeeHamlet(sample);
  return plans.map(({ email, role, name, organization }) => ({
    id: makeId(),
    member_id: makeId(),
    email,
    role,
    display_name: role === 'hamlet_committee' ? `${name} ${hamlet.name} ${hamlet.former_commune}` : name,
    organization_id: sample.organizations.find(({ code }) => code === organization)?.id ?? null,
    hamlet_id: role === 'hamlet_committee' ? hamlet.id : null,
  }));
}
