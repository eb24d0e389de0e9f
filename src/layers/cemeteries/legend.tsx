import { m } from '../../messages/generated/messages.js';
import { ImageSwatch, LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { cemeteryIcon } from './icons.ts';
import type { CemeteryRow } from './row.ts';

/** The star, and how many there are. */
export function Legend({ rows }: { rows: readonly CemeteryRow[]; facts: Facts }) {
  return (
    <ul>
      <LegendItem swatch={<ImageSwatch svg={cemeteryIcon} />} count={rows.length}>
        {m.layers_cemeteries_unit()}
      </LegendItem>
    </ul>
  );
}
