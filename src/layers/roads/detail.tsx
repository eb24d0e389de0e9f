import { m } from '../../messages/generated/messages.js';
import { day, length } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import type { Facts } from '../layer.ts';
import { classText } from './classes.ts';
import type { RoadRow } from './row.ts';

/** What is known of one ordinary road. */
export function Detail({ row }: { row: RoadRow; facts: Facts }) {
  return (
    <Particulars
      none={m.layers_no_data()}
      items={[
        { name: m.layers_roads_class(), value: classText(row.class) },
        { name: m.layers_length(), value: length(row.length_m) },
        { name: m.layers_since(), value: day(row.valid_from) },
      ]}
    />
  );
}
