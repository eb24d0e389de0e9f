/** Which of the cells share an edge with each, itself included, by place in the list. */
export type Neighbours = readonly (readonly number[])[];

/** Metres, on a plane. */
export type Place = readonly [x: number, y: number];

/** Centres of hexagons 250 m across the flats that share an edge are 250 m apart; the next ones 433 m. */
const EDGE_SHARED_WITHIN = 340;

export function neighboursOf(centres: readonly Place[]): Neighbours {
  return centres.map(([x, y]) =>
    centres.flatMap(([otherX, otherY], index) =>
      Math.hypot(otherX - x, otherY - y) < EDGE_SHARED_WITHIN ? [index] : [],
    ),
  );
}

/**
 * Getis-Ord Gi* (Ord and Getis 1995) with binary weights, as docs/hotspots.md writes it and `app.incident_hotspots`
 * computes it. Null where the counts are all the same, or a cell neighbours all.
 */
export function localStatistic(counts: readonly number[], neighbours: Neighbours): (number | null)[] {
  const n = counts.length;
  const mean = counts.reduce((sum, count) => sum + count, 0) / n;
  const squares = counts.reduce((sum, count) => sum + count * count, 0) / n;
  const deviation = Math.sqrt(Math.max(squares - mean ** 2, 0));
  return neighbours.map((around) => {
    const w = around.length;
    const sum = around.reduce((total, index) => total + (counts[index] ?? 0), 0);
    const scale = deviation * Math.sqrt((n * w - w * w) / (n - 1));
    return scale > 0 ? (sum - w * mean) / scale : null;
  });
}

/** Which of the cells are hot after Benjamini and Hochberg (1995) at 0.05: significant, and z above 0. */
export function hotAmong(
  z: readonly (number | null)[],
  twoSidedP: (z: number) => number,
): ReadonlySet<number> {
  const ranked = z
    .flatMap((value, index) => (value === null ? [] : [{ index, z: value, p: twoSidedP(value) }]))
    .toSorted((one, other) => one.p - other.p);
  const last = ranked.findLastIndex(({ p }, rank) => p <= (0.05 * (rank + 1)) / z.length);
  return new Set(ranked.slice(0, last + 1).flatMap((cell) => (cell.z > 0 ? [cell.index] : [])));
}

/**
 * How likely a standard normal value is as far from 0 as z, either way: erfc(|z| / √2), by its continued fraction
 * from 2 on and its series below (Abramowitz and Stegun 1964, 7.1.14 and 7.1.6). Relative error below 1e-12.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  if (x < 2) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * sum; n += 1) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
  }
  let fraction = x;
  for (let n = 120; n > 0; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}
