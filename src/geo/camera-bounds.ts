import type { Bounds } from './bounds.ts';
import { WORLD_PIXELS } from './web-mercator.ts';

/**
 * The ground that a north-up web map shows: its middle in degrees, its zoom, its size in pixels.
 * West, south, east, north in degrees; nothing beyond the Mercator square.
 */
export function boundsOfCamera(
  camera: { longitude: number; latitude: number; zoom: number },
  size: { width: number; height: number },
): Bounds {
  const world = WORLD_PIXELS * 2 ** camera.zoom;
  const halfWidth = (180 * size.width) / world;
  const middle = northing(camera.latitude);
  const halfHeight = (Math.PI * size.height) / world;
  return [
    Math.max(-180, camera.longitude - halfWidth),
    latitudeAt(middle - halfHeight),
    Math.min(180, camera.longitude + halfWidth),
    latitudeAt(middle + halfHeight),
  ];
}

function northing(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
}

function latitudeAt(north: number): number {
  const bound = Math.max(-Math.PI, Math.min(Math.PI, north));
  return (360 / Math.PI) * Math.atan(Math.exp(bound)) - 90;
}
