import type { Site } from './partition.ts';
import type { AxisPlan } from './road-network.ts';

/** Where the sixteen villages stand; the site number is the place in this list, from 1. */
export const sites: readonly Site[] = [
  { place: [-2050, 720], reach: 1 },
  { place: [-1480, -330], reach: 1 },
  { place: [-1500, -1300], reach: 1 },
  { place: [-380, -900], reach: 1 },
  { place: [-350, -1950], reach: 1 },
  { place: [1500, 2050], reach: 1 },
  { place: [150, 1750], reach: 1 },
  { place: [-1050, 1500], reach: 1 },
  { place: [1150, 1000], reach: 1 },
  { place: [-750, 480], reach: 0.9 },
  { place: [200, 420], reach: 0.9 },
  { place: [2000, 60], reach: 1 },
  { place: [1950, -850], reach: 1 },
  { place: [950, -430], reach: 1 },
  { place: [950, -1600], reach: 0.9 },
  { place: [580, -2350], reach: 0.9 },
];

/** The roads that strangers drive on, with their names. */
export const axes: readonly (AxisPlan & { readonly name: string })[] = [
  {
    name: 'Đường Kiến Quốc – Ngũ Phúc',
    roadClass: 'district',
    from: [-2950, 800],
    through: [1, 10, 11, 9, 6],
    to: [2300, 2450],
  },
  {
    name: 'Đường Tú Đôi – Du Lễ',
    roadClass: 'commune',
    from: [300, 2600],
    through: [7, 11, 14, 13],
    to: [2900, -800],
  },
  { name: 'Đường trục xã Xuân Đông – Nghi Dương', roadClass: 'commune', through: [10, 4, 5, 16, 15, 14] },
];

/** How far a hamlet has come with its model roads on the last day. */
type Progress = 'met' | 'on_the_way' | 'behind' | 'not_reported';

/** A hamlet, today's or one that was. Months count back from the month of the last day. */
export interface HamletPlan {
  readonly key: string;
  readonly name: string;
  readonly formerCommune: string;
  readonly sites: readonly number[];
  /** Absent: it was there before the history begins. */
  readonly startedMonthsAgo?: number;
  /** Absent: it still is. */
  readonly endedMonthsAgo?: number;
  readonly successors?: readonly string[];
  /** Absent for hamlets that are no more. */
  readonly progress?: Progress;
  /** Months ago at which its first model road was recognised; only for `met`. */
  readonly metMonthsAgo?: number;
  /** How many model roads it has on the last day. */
  readonly modelRoadCount: number;
  /** Months ago at which it declared its list of model roads complete; absent when it never did. */
  readonly declaredMonthsAgo?: number;
  readonly hasResidentialArea: boolean;
}

const nguPhuc = 'Ngũ Phúc';
const kienQuoc = 'Kiến Quốc';
const duLe = 'Du Lễ';

/** When a hamlet was split in two. */
const splitMonthsAgo = 17;
/** When two hamlets became one. */
export const mergerMonthsAgo = 11;

/** Fifteen hamlets on the last day, and the three that they came from. */
export const hamletPlans: readonly HamletPlan[] = [
  {
    key: 'xuan-chieng',
    name: 'Xuân Chiếng',
    formerCommune: nguPhuc,
    sites: [1],
    progress: 'behind',
    modelRoadCount: 0,
    declaredMonthsAgo: 4,
    hasResidentialArea: true,
  },
  {
    key: 'xuan-doai',
    name: 'Xuân Đoài',
    formerCommune: nguPhuc,
    sites: [2],
    progress: 'not_reported',
    modelRoadCount: 0,
    hasResidentialArea: false,
  },
  {
    key: 'mai-duong',
    name: 'Mai Dương',
    formerCommune: nguPhuc,
    sites: [3],
    progress: 'met',
    metMonthsAgo: 12,
    modelRoadCount: 3,
    declaredMonthsAgo: 13,
    hasResidentialArea: true,
  },
  {
    key: 'xuan-dong',
    name: 'Xuân Đông',
    formerCommune: nguPhuc,
    sites: [4],
    progress: 'met',
    metMonthsAgo: 17,
    modelRoadCount: 4,
    declaredMonthsAgo: 18,
    hasResidentialArea: true,
  },
  {
    key: 'nghi-duong',
    name: 'Nghi Dương',
    formerCommune: nguPhuc,
    sites: [5],
    progress: 'met',
    metMonthsAgo: 15,
    modelRoadCount: 3,
    declaredMonthsAgo: 16,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-1',
    name: 'Thôn 1',
    formerCommune: kienQuoc,
    sites: [6],
    progress: 'met',
    metMonthsAgo: 2,
    modelRoadCount: 3,
    declaredMonthsAgo: 9,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-2',
    name: 'Thôn 2',
    formerCommune: kienQuoc,
    sites: [7],
    progress: 'met',
    metMonthsAgo: 10,
    modelRoadCount: 3,
    declaredMonthsAgo: 14,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-3',
    name: 'Thôn 3',
    formerCommune: kienQuoc,
    sites: [8],
    progress: 'on_the_way',
    modelRoadCount: 1,
    declaredMonthsAgo: 7,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-4',
    name: 'Thôn 4',
    formerCommune: kienQuoc,
    sites: [9],
    progress: 'met',
    metMonthsAgo: 20,
    modelRoadCount: 4,
    declaredMonthsAgo: 21,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-5-old',
    name: 'Thôn 5',
    formerCommune: kienQuoc,
    sites: [10, 11],
    endedMonthsAgo: splitMonthsAgo,
    successors: ['kien-quoc-5', 'kien-quoc-6'],
    modelRoadCount: 0,
    declaredMonthsAgo: 22,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-5',
    name: 'Thôn 5',
    formerCommune: kienQuoc,
    sites: [10],
    startedMonthsAgo: splitMonthsAgo,
    progress: 'met',
    metMonthsAgo: 8,
    modelRoadCount: 2,
    declaredMonthsAgo: 12,
    hasResidentialArea: true,
  },
  {
    key: 'kien-quoc-6',
    name: 'Thôn 6',
    formerCommune: kienQuoc,
    sites: [11],
    startedMonthsAgo: splitMonthsAgo,
    progress: 'behind',
    modelRoadCount: 0,
    declaredMonthsAgo: 6,
    hasResidentialArea: true,
  },
  {
    key: 'du-le-1',
    name: 'Thôn 1',
    formerCommune: duLe,
    sites: [12],
    progress: 'met',
    metMonthsAgo: 6,
    modelRoadCount: 3,
    declaredMonthsAgo: 11,
    hasResidentialArea: true,
  },
  {
    key: 'du-le-2',
    name: 'Thôn 2',
    formerCommune: duLe,
    sites: [13],
    progress: 'on_the_way',
    modelRoadCount: 1,
    declaredMonthsAgo: 5,
    hasResidentialArea: false,
  },
  {
    key: 'du-le-3',
    name: 'Thôn 3',
    formerCommune: duLe,
    sites: [14],
    progress: 'met',
    metMonthsAgo: 1,
    modelRoadCount: 2,
    declaredMonthsAgo: 8,
    hasResidentialArea: true,
  },
  {
    key: 'du-le-4-old',
    name: 'Thôn 4',
    formerCommune: duLe,
    sites: [15],
    endedMonthsAgo: mergerMonthsAgo,
    successors: ['du-le-4'],
    modelRoadCount: 0,
    declaredMonthsAgo: 15,
    hasResidentialArea: true,
  },
  {
    key: 'du-le-5-old',
    name: 'Thôn 5',
    formerCommune: duLe,
    sites: [16],
    endedMonthsAgo: mergerMonthsAgo,
    successors: ['du-le-4'],
    modelRoadCount: 1,
    hasResidentialArea: true,
  },
  {
    key: 'du-le-4',
    name: 'Thôn 4',
    formerCommune: duLe,
    sites: [15, 16],
    startedMonthsAgo: mergerMonthsAgo,
    progress: 'on_the_way',
    modelRoadCount: 1,
    declaredMonthsAgo: 9,
    hasResidentialArea: true,
  },
];
