import { m } from '../../messages/generated/messages.js';
import { day, hectares, number } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import type { Facts } from '../layer.ts';
import type { CemeteryRow } from './row.ts';

/** What is known of one martyrs' cemetery. */
export function Detail({ row, facts }: { row: CemeteryRow; facts: Facts }) {
  return (
    <Particulars
      none={m.layers_no_data()}
      items={[
        { name: m.layers_hamlet(), value: facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name },
        { name: m.layers_cemeteries_graves(), value: number(row.graves) },
        { name: m.layers_organization(), value: row.organization_name },
        { name: m.layers_area(), value: hectares(row.area_m2) },
        { name: m.layers_since(), value: day(row.valid_from) },
      ]}
    />
  );
}
