import { randomUUID } from 'node:crypto';
import { spot } from '../tests/db/hand-made-map.ts';

const COLUMNS = 190;

/** A waste point as `load_features` takes it, number `number` of a commune that starts `east` units from the corner. */
export function wastePoint(number: number, name: string, east = 0) {
  return {
    id: randomUUID(),
    name,
    kind: 'collection',
    state: 'active',
    valid_from: '2026-01-01',
    // Ten metres from the next: two at one place are refused as the same.
    geometry: spot(east + 0.5 + (number % COLUMNS) / 10, 0.5 + (Math.floor(number / COLUMNS) % COLUMNS) / 10),
  };
}
