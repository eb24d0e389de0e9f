import { lazy, Suspense } from 'react';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { AreaSwatch, LegendItem } from '../../ui/legend-item.tsx';
import type { Facts } from '../layer.ts';
import { INCIDENT_CLASSES, type IncidentClass } from './cells.ts';
import { period } from './period.ts';
import type { IncidentRow } from './row.ts';

/** Fetched only for police, as what they may draw is. */
const Significance = lazy(() => import('./significance.tsx'));

function rangeText({ least, most }: IncidentClass): string {
  if (most === null) return m.layers_incidents_count_from({ least });
  if (most === least) return m.layers_incidents_count_one({ least });
  return m.layers_incidents_count_range({ least, most });
}

/** The classes of the cells, the days that count, and for whom this is. */
export function Legend({ rows, facts }: { rows: readonly IncidentRow[]; facts: Facts }) {
  const { from, to } = period(facts.asOf);
  return (
    <>
      <p className="legend-unit">{m.layers_incidents_unit({ from: day(from), to: day(to) })}</p>
      <ul>
        {INCIDENT_CLASSES.map((shade) => {
          const [red, green, blue, opacity] = shade.color;
          return (
            <LegendItem
              key={shade.least}
              swatch={<AreaSwatch background={`rgb(${red} ${green} ${blue} / ${opacity / 255})`} />}
            >
              {rangeText(shade)}
            </LegendItem>
          );
        })}
      </ul>
      <Suspense fallback={<p role="status">{m.layers_incidents_cells_loading()}</p>}>
        <Significance rows={rows} facts={facts} />
      </Suspense>
      <p className="legend-unit">{m.layers_incidents_private()}</p>
    </>
  );
}
