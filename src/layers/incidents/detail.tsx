import { m } from '../../messages/generated/messages.js';
import { instant } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import type { IncidentRow } from './row.ts';
import { accuracyText, kindText, SYMBOLS, stateText } from './words.ts';

/** What is known of one incident: no number of any person is. */
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
          {
            name: m.layers_incidents_occurred(),
            value:
              row.ended_at === null
                ? instant(row.occurred_at)
                : m.layers_incidents_between({ from: instant(row.occurred_at), to: instant(row.ended_at) }),
          },
          { name: m.layers_incidents_place_hint(), value: row.place_hint },
          {
            name: m.layers_incidents_accuracy(),
            value: row.accuracy_m === null ? null : accuracyText(row.accuracy_m),
          },
          { name: m.layers_incidents_note(), value: row.note },
        ]}
      />
      <p className="detail-quiet">{m.layers_incidents_private()}</p>
    </>
  );
}
