import type { FileContent, FileFeature } from '../file/file-content.ts';
import { Notes } from '../file/file-note.ts';
import { turnRings } from '../file/tidy-geometry.ts';
import type { System } from './systems.ts';

/**
 * The content in WGS84 degrees with seven decimals (about a centimetre, what the server keeps), its rings turned as
 * GeoJSON wants them. What has no numbers to transform stays for the server to judge.
 */
export function placeContent(content: FileContent, system: System): FileContent {
  const notes = new Notes();
  const place = (value: unknown): unknown => {
    if (!Array.isArray(value)) return value;
    if (typeof value[0] === 'number') return system.toWgs84(value as number[]).map(rounded);
    return value.map(place);
  };
  const features = content.features.map(({ properties, geometry }): FileFeature => {
    if (!geometry || !('coordinates' in geometry)) return { properties, geometry };
    const { geometry: whole, turned } = turnRings({ ...geometry, coordinates: place(geometry.coordinates) });
    if (turned) notes.add('rings_turned');
    return { properties, geometry: whole };
  });
  return { ...content, features, notes: [...content.notes, ...notes.list()] };
}

function rounded(value: number): number {
  return Math.round(value * 1e7) / 1e7;
}
