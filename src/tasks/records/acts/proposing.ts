import { KINDS, kindText } from '../../../layers/waste-points/words.ts';
import { m } from '../../../messages/generated/messages.js';
import type { Filled, FormAct, GeometryKind, LayerActs } from '../act.ts';
import type { FormField } from '../fields.ts';
import { PROPOSERS } from '../keepers.ts';

const NOTE: FormField = {
  id: 'note',
  kind: 'note',
  label: m.records_propose_say,
  hint: m.records_propose_say_hint,
};
const NAME: FormField = { id: 'name', kind: 'text', label: m.layers_name, required: true };
const KIND: FormField = {
  id: 'kind',
  kind: 'choice',
  label: m.layers_waste_points_kind,
  choices: KINDS.map((code) => ({ code, text: () => kindText(code) })),
  required: true,
};

type Proposing = {
  /** As the server names it. */
  table: string;
  geometry: GeometryKind;
  title: () => string;
};

function proposal(
  { table, geometry, title }: Proposing,
  fields: readonly FormField[],
  needsRow: boolean,
): FormAct {
  return {
    kind: 'form',
    id: needsRow ? 'propose' : 'new',
    title,
    note: () => m.records_propose_note(),
    needsRow,
    ...(needsRow ? { isOwn: true } : {}),
    fields: () => fields,
    geometry,
    begin: () => ({}),
    version: (row) => row?.version ?? null,
    subject: () => null,
    request: ({ id, row, all, geometry: drawn, version, communeId }) => ({
      name: 'propose_place',
      parameters: {
        proposal: {
          id,
          layer: table,
          ...all,
          geometry: drawn,
          noted_at: new Date().toISOString(),
          ...(row ? { record_id: row.id, edited_version: version } : {}),
        },
        commune_id: communeId,
      },
    }),
    kept: { act: 'propose_place', titleOf: ({ row, all }: Filled) => String(row?.name ?? all.name) },
    submit: m.records_propose_send,
  };
}

/** What those may propose who look after something: another place for it, or something new. */
export const PROPOSALS: readonly LayerActs[] = [
  {
    layer: 'model-roads',
    roles: PROPOSERS,
    acts: [
      proposal({ table: 'model_roads', geometry: 'line', title: m.records_propose_redraw }, [NOTE], true),
      proposal(
        { table: 'model_roads', geometry: 'line', title: m.records_propose_road },
        [NAME, NOTE],
        false,
      ),
    ],
  },
  {
    layer: 'waste-points',
    roles: PROPOSERS,
    acts: [
      proposal({ table: 'waste_points', geometry: 'point', title: m.records_propose_move }, [NOTE], true),
      proposal(
        { table: 'waste_points', geometry: 'point', title: m.records_propose_point },
        [NAME, KIND, NOTE],
        false,
      ),
    ],
  },
  {
    layer: 'cemeteries',
    roles: PROPOSERS,
    acts: [proposal({ table: 'cemeteries', geometry: 'place', title: m.records_propose_move }, [NOTE], true)],
  },
];
