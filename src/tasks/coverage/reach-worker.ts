import type { Position } from 'geojson';
import { type CoverageHamlet, type HamletReach, type Measured, measureHamlets, reachOf } from './measure.ts';

/** What the worker is told: the hamlets, once, or a question about them. */
export type ReachOrder =
  | { hamlets: readonly CoverageHamlet[] }
  | { places: readonly Position[]; radius: number };
/** What it answers a question with; null where shapes cannot be cut. */
export type ReachAnswer = { radius: number; reached: HamletReach[] | null };

let measured: Measured = { whole: [], residential: new Map() };

self.onmessage = ({ data }: MessageEvent<ReachOrder>) => {
  if ('hamlets' in data) {
    measured = measureHamlets(data.hamlets);
    return;
  }
  let reached: HamletReach[] | null = null;
  try {
    reached = reachOf(measured, data.places, data.radius);
  } catch {
    // The system's own figures come when the slider rests.
  }
  self.postMessage({ radius: data.radius, reached } satisfies ReachAnswer);
};
