import { useEffect, useState } from 'react';
import type { Facts } from '../layer.ts';
import { cellsOf } from './cells-query.ts';
import type { IncidentCell, IncidentRow } from './row.ts';
import { ASSUMED_ERROR, type Sensitivity } from './sensitivity.ts';
import type { SensitivityOrder } from './sensitivity-worker.ts';

/** What the map's cells say; null while on their way, `failed` when they do not come. Asked again when rows change. */
export function useCells(
  rows: readonly IncidentRow[],
  { communeId, asOf }: Facts,
): readonly IncidentCell[] | 'failed' | null {
  const [cells, setCells] = useState<readonly IncidentCell[] | 'failed' | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are a sign that the cells may be others too
  useEffect(() => {
    let gone = false;
    cellsOf(communeId, asOf).then(
      (found) => gone || setCells(found),
      () => gone || setCells('failed'),
    );
    return () => {
      gone = true;
    };
  }, [rows, communeId, asOf]);
  return cells;
}

/** How steady the hot cells are, tried beside the page; null while it is tried. */
export function useSensitivity(
  rows: readonly IncidentRow[],
  cells: readonly IncidentCell[],
): Sensitivity | 'failed' | null {
  const [found, setFound] = useState<Sensitivity | 'failed' | null>(null);
  useEffect(() => {
    const worker = new Worker(new URL('./sensitivity-worker.ts', import.meta.url), { type: 'module' });
    setFound(null);
    worker.onmessage = ({ data }: MessageEvent<Sensitivity>) => setFound(data);
    worker.onerror = () => setFound('failed');
    const places = rows.map(({ geometry, accuracy_m }) => ({
      position: geometry.coordinates,
      error: accuracy_m ?? ASSUMED_ERROR,
    }));
    worker.postMessage({ cells, places } satisfies SensitivityOrder);
    return () => worker.terminate();
  }, [rows, cells]);
  return found;
}
