import type { IncidentCell } from './row.ts';
import { type Sensitivity, sensitivityOf, type UncertainPlace } from './sensitivity.ts';

/** What the worker is asked, all of one period. */
export type SensitivityOrder = {
  cells: readonly IncidentCell[];
  places: readonly UncertainPlace[];
};

self.onmessage = ({ data: { cells, places } }: MessageEvent<SensitivityOrder>) => {
  self.postMessage(sensitivityOf(cells, places) satisfies Sensitivity);
};
