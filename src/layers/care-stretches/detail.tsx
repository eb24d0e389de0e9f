import { m } from '../../messages/generated/messages.js';
import { day, length, number } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import type { CareStretchRow } from './row.ts';
import { SYMBOLS, stateText } from './states.ts';

/** When one stretch of a road was last cared for. */
export function Detail({ row, facts }: { row: CareStretchRow; facts: Facts }) {
  const percent = (fraction: number) => number(fraction * 100);
  return (
    <>
      <p className="detail-state">
        <StateSymbol state={SYMBOLS[row.state]} /> {stateText(row.state)}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_care_last(), value: day(row.last_done_on) },
          { name: m.layers_hamlet(), value: facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name },
          { name: m.layers_organization(), value: row.organization_name },
          { name: m.layers_length(), value: length(row.length_m) },
          {
            name: m.layers_care_stretch(),
            value: m.layers_care_part({ from: percent(row.stretch_from), to: percent(row.stretch_to) }),
          },
        ]}
      />
    </>
  );
}
