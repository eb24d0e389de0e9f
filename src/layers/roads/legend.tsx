import { m } from '../../messages/generated/messages.js';
import { LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { CLASSES, classText } from './classes.ts';
import type { RoadClass, RoadRow } from './row.ts';

const WIDTHS: Record<RoadClass, number> = {
  national: 9,
  provincial: 8,
  district: 7,
  commune: 6,
  hamlet: 4.5,
  alley: 1.8,
  field: 1.4,
};

/** Alleys are plain lines and field roads dashed; wider roads are white between grey edges. */
function Swatch({ roadClass }: { roadClass: RoadClass }) {
  const width = WIDTHS[roadClass];
  return (
    <svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true" focusable="false">
      <path
        d="M1 6h26"
        stroke="#b3aa99"
        strokeWidth={width}
        strokeDasharray={roadClass === 'field' ? '4 2.4' : undefined}
      />
      {width > 2 && <path d="M1 6h26" stroke="#ffffff" strokeWidth={width - 2} />}
    </svg>
  );
}

/** The classes of road that the commune has, with a count each. */
export function Legend({ rows }: { rows: readonly RoadRow[]; facts: Facts }) {
  return (
    <>
      <p className="legend-unit">{m.layers_roads_unit()}</p>
      <ul>
        {CLASSES.map((roadClass) => ({
          roadClass,
          count: rows.filter((row) => row.class === roadClass).length,
        }))
          .filter(({ count }) => count > 0)
          .map(({ roadClass, count }) => (
            <LegendItem key={roadClass} swatch={<Swatch roadClass={roadClass} />} count={count}>
              {classText(roadClass)}
            </LegendItem>
          ))}
      </ul>
    </>
  );
}
