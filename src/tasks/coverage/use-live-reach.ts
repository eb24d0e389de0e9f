import type { Position } from 'geojson';
import { useEffect, useState } from 'react';
import type { CoverageHamlet, HamletReach } from './measure.ts';
import type { ReachAnswer, ReachOrder } from './reach-worker.ts';

/** One measurer and what it is at: of the questions that come while it works only the last is asked. */
type Line = { worker: Worker; isBusy: boolean; next: ReachOrder | null };

/** What Turf measured last, and for which radius. */
export type LiveReach = { radius: number; reached: HamletReach[] };

/**
 * Measures reach beside the page, so that a slider is never held up by it; `wanted` while somebody else's figures do
 * not stand already. Null until the first answer.
 */
export function useLiveReach(
  hamlets: readonly CoverageHamlet[],
  places: readonly Position[],
  radius: number,
  wanted: boolean,
): LiveReach | null {
  const [live, setLive] = useState<LiveReach | null>(null);
  const [line, setLine] = useState<Line | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./reach-worker.ts', import.meta.url), { type: 'module' });
    const own: Line = { worker, isBusy: false, next: null };
    worker.onmessage = ({ data }: MessageEvent<ReachAnswer>) => {
      if (data.reached) setLive({ radius: data.radius, reached: data.reached });
      own.isBusy = own.next !== null;
      if (own.next) worker.postMessage(own.next);
      own.next = null;
    };
    // Only what is measured: rows carry much more.
    const shapes = hamlets.map(({ id, geometry, residential_geometry }) => ({
      id,
      geometry,
      residential_geometry,
    }));
    worker.postMessage({ hamlets: shapes } satisfies ReachOrder);
    setLive(null);
    setLine(own);
    return () => worker.terminate();
  }, [hamlets]);
  useEffect(() => {
    if (!wanted || !line) return;
    const order: ReachOrder = { places, radius };
    if (line.isBusy) line.next = order;
    else line.worker.postMessage(order);
    line.isBusy = true;
  }, [line, places, radius, wanted]);
  return live;
}
