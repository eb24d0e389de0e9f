import type { Position } from 'geojson';
import type { IncidentCell } from './row.ts';
import { type Sensitivity, sensitivityOf } from './sensitivity.ts';

/** What the worker is asked, all of one period. `radius` in metres. */
export type SensitivityOrder = {
  cells: readonly IncidentCell[];
  places: readonly Position[];
  radius: number;
};

self.onmessage = ({ data: { cells, places, radius } }: MessageEvent<SensitivityOrder>) => {
  self.postMessage(sensitivityOf(cells, places, radius) satisfies Sensitivity);
};
