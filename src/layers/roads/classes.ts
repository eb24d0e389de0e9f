import { m } from '../../messages/generated/messages.js';
import type { RoadClass, RoadRow } from './row.ts';

const words: Record<RoadClass, () => string> = {
  national: m.layers_roads_national,
  provincial: m.layers_roads_provincial,
  district: m.layers_roads_district,
  commune: m.layers_roads_commune,
  hamlet: m.layers_roads_hamlet,
  alley: m.layers_roads_alley,
  field: m.layers_roads_field,
};

/** From the widest to the narrowest. */
export const CLASSES = Object.keys(words) as RoadClass[];

/** What a class of road is called. */
export function classText(roadClass: RoadClass): string {
  return words[roadClass]();
}

/** A road's name, or what it is where it has none. */
export function roadName(row: RoadRow): string {
  return row.name ?? m.layers_roads_unnamed({ class: classText(row.class) });
}
