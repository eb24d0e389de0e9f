import { m } from '../../messages/generated/messages.js';
import { day, hectares, number } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { progressText } from './progress.ts';
import type { HamletRow } from './row.ts';

/** What is known of one hamlet. */
export function Detail({ row }: { row: HamletRow; facts: Facts }) {
  const criteria =
    row.progress === 'on_the_way' && row.criteria_met !== null && row.criteria_total !== null
      ? ` · ${m.layers_hamlets_criteria({ met: row.criteria_met, total: row.criteria_total })}`
      : '';
  return (
    <>
      <p className="detail-state">
        <StateSymbol state={row.progress} /> {progressText(row.progress)}
        {criteria}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_former_commune(), value: row.former_commune },
          { name: m.layers_hamlets_recognised_roads(), value: number(row.recognised_roads) },
          { name: m.layers_hamlets_registered_roads(), value: number(row.registered_roads) },
          { name: m.layers_hamlets_households(), value: number(row.households) },
          { name: m.layers_hamlets_population(), value: number(row.population) },
          {
            name: m.layers_hamlets_cultivated(),
            value: row.cultivated_area_ha === null ? null : hectares(row.cultivated_area_ha * 10_000),
          },
          { name: m.layers_hamlets_statistics_since(), value: day(row.statistics_since) },
          { name: m.layers_hamlets_roads_declared(), value: day(row.roads_declared_complete_on) },
          { name: m.layers_area(), value: hectares(row.area_m2) },
          ...(row.valid_to && row.successors
            ? [
                {
                  name: m.layers_hamlets_successors({ date: day(row.valid_to) }),
                  value: row.successors.map(({ name }) => name).join(', '),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}
