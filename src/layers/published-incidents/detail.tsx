import { m } from '../../messages/generated/messages.js';
import { day, number } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import type { Facts } from '../layer.ts';
import type { PublishedRow } from './row.ts';
import { periodText, totalText } from './words.ts';

/** What was published of one hamlet or cell. */
export function Detail({ row }: { row: PublishedRow; facts: Facts }) {
  return (
    <Particulars
      none={m.layers_no_data()}
      items={[
        {
          name: m.layers_published_count(),
          value: number(row.count) ?? m.layers_published_withheld_text(),
        },
        { name: m.layers_published_period(), value: periodText(row) },
        { name: m.layers_published_total(), value: totalText(row) },
        { name: m.layers_published_released(), value: day(row.released_on) },
      ]}
    />
  );
}
