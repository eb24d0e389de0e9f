import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import type { IncidentRow } from './row.ts';
import { kindText, SYMBOLS, stateText } from './words.ts';

/** What is known of one incident: nothing personal is. */
export function Detail({ row }: { row: IncidentRow; facts: Facts }) {
  return (
    <>
      <p className="detail-state">
        <StateSymbol state={SYMBOLS[row.state]} /> {stateText(row.state)}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_incidents_kind(), value: kindText(row.kind) },
          { name: m.layers_incidents_occurred(), value: instant(row.occurred_at) },
        ]}
      />
      <p className="detail-quiet">{m.layers_incidents_private()}</p>
    </>
  );
}
