import { m } from '../../messages/generated/messages.js';
import { ImageSwatch, LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { shield } from './icons.ts';
import type { SecurityAreaRow } from './row.ts';
import { RESULTS, resultText } from './words.ts';

/** How many areas met the standard in the latest year that was assessed. */
export function Legend({ rows }: { rows: readonly SecurityAreaRow[]; facts: Facts }) {
  return (
    <>
      <p className="legend-unit">{m.layers_security_areas_unit()}</p>
      <ul>
        {RESULTS.map((result) => (
          <LegendItem
            key={result}
            swatch={<ImageSwatch svg={shield(result)} />}
            count={rows.filter((row) => row.result === result).length}
          >
            {resultText(result)}
          </LegendItem>
        ))}
      </ul>
    </>
  );
}
