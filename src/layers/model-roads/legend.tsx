import { m } from '../../messages/generated/messages.js';
import { LegendItem, LineSwatch } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import type { ModelRoadRow, ModelRoadState } from './row.ts';
import { STATES, stateText } from './states.ts';

const LINES: Record<ModelRoadState, { color: string; width: number; dashes?: string }> = {
  recognised: { color: 'var(--green)', width: 3.2 },
  registered: { color: 'var(--ochre)', width: 2.8, dashes: '6 3.6' },
  lapsed: { color: 'var(--grey)', width: 1.8, dashes: '3 3.4' },
};

/** How the map draws model roads, with a count for each state. */
export function Legend({ rows }: { rows: readonly ModelRoadRow[]; facts: Facts }) {
  return (
    <>
      <p className="legend-unit">{m.layers_model_roads_unit()}</p>
      <ul>
        {STATES.map((state) => (
          <LegendItem
            key={state}
            swatch={<LineSwatch {...LINES[state]} />}
            count={rows.filter((row) => row.state === state).length}
          >
            {stateText(state)}
          </LegendItem>
        ))}
      </ul>
    </>
  );
}
