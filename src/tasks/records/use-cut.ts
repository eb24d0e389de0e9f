import type { Geometry } from 'geojson';
import { useEffect, useState } from 'react';
import { call } from '../../data/call.ts';
import { Fault } from '../../data/fault.ts';

/** One part of an area that was cut: square metres, and where it lies, in degrees clockwise from north. */
export type CutPart = { geometry: Geometry; area_m2: number; bearing: number | null };

type Cut = { line: Geometry; parts: readonly CutPart[] | null; fault: Fault | null };

/** The parts into which a line cuts an area; null while there is no line or no answer. Asked once a line. */
export function useCut(area: Geometry | null, line: Geometry | null) {
  const [cut, setCut] = useState<Cut | null>(null);
  useEffect(() => {
    if (!area || !line) return;
    let isGone = false;
    call<{ parts: CutPart[] }>('cut_area', { area, line }).then(
      ({ parts }) => !isGone && setCut({ line, parts, fault: null }),
      (error: unknown) => {
        const fault = error instanceof Fault ? error : new Fault('unexpected', String(error));
        if (!isGone) setCut({ line, parts: null, fault });
      },
    );
    return () => {
      isGone = true;
    };
  }, [area, line]);
  const isCurrent = line !== null && cut?.line === line;
  return { parts: isCurrent ? cut.parts : null, fault: isCurrent ? cut.fault : null };
}
