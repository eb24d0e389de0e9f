import { m } from '../../messages/generated/messages.js';
import { AreaSwatch, ImageSwatch, LegendItem } from '../../ui/legend-item.tsx';
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
      {rows.some(({ geometry }) => geometry.type !== 'Point') && (
        <LegendItem swatch={<AreaSwatch background="rgb(199 154 43 / 28%)" />}>
          {m.layers_cemeteries_ground()}
        </LegendItem>
      )}
    </ul>
  );
}
