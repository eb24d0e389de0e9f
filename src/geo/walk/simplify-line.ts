type Place = { x: number; y: number };

/**
 * The fewest of a line's places such that each of the others lies within `tolerance` metres of what is left
 * (Douglas & Peucker 1973, Algorithms for the Reduction of the Number of Points Required to Represent a Digitized
 * Line). Places are metres in a plane: in degrees three metres east are not as many as three metres north.
 */
export function simplifyLine<Kept extends Place>(places: readonly Kept[], tolerance: number): Kept[] {
  if (places.length < 3) return [...places];
  const isKept = new Set([0, places.length - 1]);
  const open: [from: number, to: number][] = [[0, places.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    let farthest = from;
    let most = tolerance;
    for (let index = from + 1; index < to; index += 1) {
      const far = distanceToSegment(places[index] as Kept, places[from] as Kept, places[to] as Kept);
      if (far > most) [farthest, most] = [index, far];
    }
    if (farthest === from) continue;
    isKept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return places.filter((_, index) => isKept.has(index));
}

/** Metres from a place to the nearest of a segment, its ends included. */
export function distanceToSegment(place: Place, from: Place, to: Place): number {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const squared = x ** 2 + y ** 2;
  const along = squared === 0 ? 0 : ((place.x - from.x) * x + (place.y - from.y) * y) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(place.x - from.x - share * x, place.y - from.y - share * y);
}
