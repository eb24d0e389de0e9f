import { CLASSES, classText } from '../../../layers/roads/classes.ts';
import { m } from '../../../messages/generated/messages.js';
import type { LayerActs } from '../act.ts';
import { KEEPERS } from '../keepers.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

/** What can be done to an ordinary road. */
export const roadActs: LayerActs = {
  layer: 'roads',
  roles: KEEPERS,
  acts: [
    ...savingActs({
      saves: 'save_road',
      geometry: 'line',
      fields: () => [
        { id: 'name', kind: 'text', label: m.layers_name },
        {
          id: 'class',
          kind: 'choice',
          label: m.layers_roads_class,
          choices: CLASSES.map((code) => ({ code, text: () => classText(code) })),
          required: true,
        },
        { id: 'valid_from', kind: 'day', label: m.records_valid_from, required: true },
      ],
      atFirst: ({ asOf }) => ({ class: 'hamlet', valid_from: asOf }),
      newTitle: m.records_new_road,
    }),
    retiringAct('roads', () => m.records_retire_note()),
  ],
};
