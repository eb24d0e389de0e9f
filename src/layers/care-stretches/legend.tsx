import { m } from '../../messages/generated/messages.js';
import { LegendItem, LineSwatch } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import type { CareStretchRow } from './row.ts';
import { BANDS, STATES, stateText } from './states.ts';

const WIDTH = 9;

/** How the map draws stretches, with a count for each state. */
export function Legend({ rows }: { rows: readonly CareStretchRow[]; facts: Facts }) {
  return (
    <>
      <p className="legend-unit">{m.layers_care_unit()}</p>
      <ul>
        {STATES.map((state) => {
          const { color, dashes } = BANDS[state];
          return (
            <LegendItem
              key={state}
              swatch={
                <LineSwatch
                  color={color}
                  width={WIDTH}
                  {...(dashes ? { dashes: dashes.map((part) => part * WIDTH).join(' ') } : {})}
                />
              }
              count={rows.filter((row) => row.state === state).length}
            >
              {stateText(state)}
            </LegendItem>
          );
        })}
      </ul>
    </>
  );
}
