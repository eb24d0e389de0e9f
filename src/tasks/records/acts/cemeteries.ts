import { m } from '../../../messages/generated/messages.js';
import type { LayerActs } from '../act.ts';
import { KEEPERS } from '../keepers.ts';
import { retiringAct } from './retiring.ts';
import { savingActs } from './saving.ts';

/** What can be done to a martyrs' cemetery. */
export const cemeteryActs: LayerActs = {
  layer: 'cemeteries',
  roles: KEEPERS,
  acts: [
    ...savingActs({
      saves: 'save_cemetery',
      geometry: 'place',
      fields: () => [
        { id: 'name', kind: 'text', label: m.layers_name, required: true },
        { id: 'graves', kind: 'integer', label: m.layers_cemeteries_graves, unit: m.records_unit_graves },
        { id: 'organization_id', kind: 'organization', label: m.layers_organization },
        { id: 'valid_from', kind: 'day', label: m.records_valid_from, required: true },
      ],
      atFirst: ({ asOf }) => ({ valid_from: asOf }),
      newTitle: m.records_new_cemetery,
    }),
    retiringAct('cemeteries', () => m.records_retire_note()),
  ],
};
