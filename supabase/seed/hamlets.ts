import type { MultiPolygon, Polygon } from 'geojson';
import type { Day } from './days.ts';
import { addDays, firstOfMonth } from './days.ts';
import type { HamletPlan } from './plan.ts';
import { hamletPlans, sites } from './plan.ts';
import type { Path } from './planar.ts';
import { at, signedArea } from './planar.ts';
import { toRing } from './projection.ts';
import type { Random } from './random.ts';
import type { RoadNetwork } from './road-network.ts';
import type { Territory } from './territory.ts';
import type { HamletRow, HamletStatisticsRow, HamletSuccessionRow } from './types.ts';
import { villageRings } from './villages.ts';

/** A hamlet's row with what the other parts of the generator need to know of it. */
export interface Hamlet {
  readonly plan: HamletPlan;
  readonly row: HamletRow;
  /** Its border in metres. */
  readonly ring: Path;
}

/** The people of the commune, shared among its hamlets. */
const totals = { population: 26_040, households: 6_710 };

const polygonOf = (ring: Path): Polygon => ({ type: 'Polygon', coordinates: [toRing(ring)] });

/** Makes the rows of today's hamlets and of those that were. */
export function makeHamlets(
  territory: Territory,
  network: RoadNetwork,
  before: Day,
  lastDay: Day,
  makeId: () => string,
): Hamlet[] {
  const monthsAgo = (months: number, day: number) => addDays(firstOfMonth(lastDay, -months), day - 1);
  const villages = sites.map((_, index) =>
    villageRings(territory.lattice, network.villages, index + 1, territory.ringAround([index + 1])),
  );
  return hamletPlans.map((plan): Hamlet => {
    const ring = territory.ringAround(plan.sites);
    const residential: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: plan.sites.flatMap((site) => at(villages, site - 1).map((village) => [toRing(village)])),
    };
    return {
      plan,
      ring,
      row: {
        id: makeId(),
        name: plan.name,
        former_commune: plan.formerCommune,
        valid_from: plan.startedMonthsAgo === undefined ? before : monthsAgo(plan.startedMonthsAgo, 1),
        valid_to: plan.endedMonthsAgo === undefined ? null : monthsAgo(plan.endedMonthsAgo, 1),
        roads_declared_complete_on:
          plan.declaredMonthsAgo === undefined ? null : monthsAgo(plan.declaredMonthsAgo, 12),
        geometry: polygonOf(ring),
        residential_geometry:
          plan.hasResidentialArea && residential.coordinates.length > 0 ? residential : null,
      },
    };
  });
}

/** Which hamlet became which. */
export function makeSuccessions(hamlets: readonly Hamlet[], makeId: () => string): HamletSuccessionRow[] {
  return hamlets.flatMap(({ plan, row }) =>
    (plan.successors ?? []).map((key) => {
      const successor = hamlets.find((other) => other.plan.key === key);
      if (!successor) throw new Error(`makeSuccessions: no hamlet has the key ${key}`);
      return { id: makeId(), hamlet_id: row.id, successor_id: successor.row.id };
    }),
  );
}

/** Splits a whole into whole parts in proportion to weights; the parts sum up exactly. */
export function apportion(whole: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let shared = 0;
  let weighed = 0;
  return weights.map((weight) => {
    weighed += weight;
    const part = Math.round((whole * weighed) / sum) - shared;
    shared += part;
    return part;
  });
}

/**
 * Figures of each hamlet from the first day of its history, and again later; on the last day today's hamlets sum up
 * to the commune's people. Some hamlets have not said how much land they till.
 */
export function makeStatistics(
  hamlets: readonly Hamlet[],
  territory: Territory,
  historyStart: Day,
  lastDay: Day,
  random: Random,
  makeId: () => string,
): HamletStatisticsRow[] {
  const weights = sites.map(
    (_, index) => Math.sqrt(signedArea(territory.ringAround([index + 1]))) * random.between(0.8, 1.25),
  );
  const population = apportion(totals.population, weights);
  const households = apportion(
    totals.households,
    weights.map((weight) => weight * random.between(0.96, 1.04)),
  );
  const tilled = sites.map(
    (_, index) => (signedArea(territory.ringAround([index + 1])) / 10_000) * random.between(0.46, 0.58),
  );
  const sum = (values: readonly number[], numbers: readonly number[]) =>
    numbers.reduce((total, site) => total + at(values, site - 1), 0);
  const latest = firstOfMonth(lastDay, -4);
  const middle = firstOfMonth(lastDay, -10);
  return hamlets.flatMap(({ plan, row }) => {
    const first = row.valid_from < historyStart ? historyStart : row.valid_from;
    const days = [first, middle, latest].filter(
      (day, index, all) =>
        day >= first && all.indexOf(day) === index && (row.valid_to === null || day < row.valid_to),
    );
    return days.map((day): HamletStatisticsRow => {
      const age = days.length - 1 - days.indexOf(day);
      const isPast = row.valid_to !== null;
      const shrink = 1 - 0.006 * (isPast ? age + 2 : age);
      const ha = sum(tilled, plan.sites) * (1 + 0.01 * age);
      return {
        id: makeId(),
        hamlet_id: row.id,
        valid_from: day,
        households:
          plan.key === 'xuan-doai' && age > 0 ? null : Math.round(sum(households, plan.sites) * shrink),
        population: Math.round(sum(population, plan.sites) * shrink),
        cultivated_area_ha: ['xuan-doai', 'du-le-2'].includes(plan.key) ? null : Math.round(ha * 10) / 10,
      };
    });
  });
}
