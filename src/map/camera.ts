import type { Bounds } from '../geo/bounds.ts';
import type { Camera } from '../view/view.ts';

/** As a link writes it: about a metre, and a fiftieth of a zoom step. */
export function roundCamera({ longitude, latitude, zoom }: Camera): Camera {
  const round = (value: number, decimals: number) => Number(value.toFixed(decimals));
  return { longitude: round(longitude, 5), latitude: round(latitude, 5), zoom: round(zoom, 2) };
}

/** Whether two cameras show the same: links round them, so small differences are none. */
export function sameCamera(one: Camera | null, other: Camera | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    Math.abs(one.longitude - other.longitude) < 2e-4 &&
    Math.abs(one.latitude - other.latitude) < 2e-4 &&
    Math.abs(one.zoom - other.zoom) < 0.02
  );
}

/** The box within which the view stays: the commune, and once its larger side around it. */
export function surroundings([west, south, east, north]: Bounds): Bounds {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const margin = Math.max((east - west) * narrow, north - south);
  return [west - margin / narrow, south - margin, east + margin / narrow, north + margin];
}

type Box = { left: number; top: number; right: number; bottom: number };

/**
 * Whether the map should move to show a feature: when some of it is out of the part of the view that nothing
 * covers, unless it is simply larger than that part, or when it is drawn so small that it cannot be made out.
 * All in pixels; `extended` is false for a point.
 */
export function mustMove(feature: Box, view: Box, extended: boolean): boolean {
  const inside =
    feature.left >= view.left &&
    feature.right <= view.right &&
    feature.top >= view.top &&
    feature.bottom <= view.bottom;
  const width = feature.right - feature.left;
  const height = feature.bottom - feature.top;
  if (extended && Math.max(width, height) < 24) return true;
  if (inside) return false;
  const covering =
    feature.left <= view.left &&
    feature.right >= view.right &&
    feature.top <= view.top &&
    feature.bottom >= view.bottom;
  return !covering;
}
