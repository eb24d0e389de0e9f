import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { ImageSwatch } from '../../ui/legend-item.tsx';
import { Particulars } from '../../ui/particulars.tsx';
import type { Facts } from '../layer.ts';
import { wastePointIcon } from './icons.ts';
import type { WastePointRow } from './row.ts';
import { kindText, stateText, weekdaysText } from './words.ts';

/** What is known of one waste point. */
export function Detail({ row, facts }: { row: WastePointRow; facts: Facts }) {
  return (
    <>
      <p className="detail-state">
        <ImageSwatch svg={wastePointIcon(row.kind, row.state)} /> {kindText(row.kind)}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_state(), value: stateText(row.state, row.kind) },
          { name: m.layers_since(), value: day(row.state_since) },
          { name: m.layers_hamlet(), value: facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name },
          { name: m.layers_organization(), value: row.organization_name },
          { name: m.layers_waste_points_days(), value: weekdaysText(row.collection_days) },
        ]}
      />
    </>
  );
}
