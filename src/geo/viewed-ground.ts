import type { Bounds } from './bounds.ts';

/** Pixels of the whole earth at zoom 0 of Web Mercator, as MapLibre counts them. */
const WORLD = 512;

/**
 * What a map of Web Mercator shows around a place: WGS84 degrees, of a screen of so many pixels. Good to a hair for
 * what fits a province, where a degree of latitude is drawn alike at the upper and the lower edge.
 */
export function viewedGround(
  { longitude, latitude, zoom }: { longitude: number; latitude: number; zoom: number },
  width: number,
  height: number,
): Bounds {
  const degrees = 360 / (WORLD * 2 ** zoom);
  const across = (width * degrees) / 2;
  const down = (height * degrees * Math.cos((latitude * Math.PI) / 180)) / 2;
  return [longitude - across, latitude - down, longitude + across, latitude + down];
}
