import { m } from '../../messages/generated/messages.js';
import { ImageSwatch, LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { wastePointIcon } from './icons.ts';
import type { WastePointRow } from './row.ts';
import { KINDS, kindText, stateText } from './words.ts';

/** The form of each kind with a count, and how a state changes it. */
export function Legend({ rows }: { rows: readonly WastePointRow[]; facts: Facts }) {
  return (
    <>
      <p className="legend-unit">{m.layers_waste_points_unit()}</p>
      <ul>
        {KINDS.map((kind) => (
          <LegendItem
            key={kind}
            swatch={<ImageSwatch svg={wastePointIcon(kind, 'active')} />}
            count={rows.filter((row) => row.kind === kind).length}
          >
            {kindText(kind)}
          </LegendItem>
        ))}
        {(['needs_attention', 'closed'] as const).map((state) => (
          <LegendItem
            key={state}
            swatch={<ImageSwatch svg={wastePointIcon('collection', state)} />}
            count={rows.filter((row) => row.state === state).length}
          >
            {stateText(state)}
          </LegendItem>
        ))}
      </ul>
    </>
  );
}
