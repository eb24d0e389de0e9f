import type { Facts } from '../../../layers/layer.ts';
import { m } from '../../../messages/generated/messages.js';
import type { Filled, FormAct, GeometryKind, RecordRow } from '../act.ts';
import type { FormField } from '../fields.ts';

type Saving = {
  /** The server's function that makes and changes rows of the layer. */
  saves: string;
  /** What the function calls the row; `feature` where nothing is said. */
  parameter?: string;
  geometry: GeometryKind;
  /** `row` null: the fields of a new one. */
  fields: (row: RecordRow | null, facts: Facts) => readonly FormField[];
  /** What a new row begins with. */
  atFirst?: (facts: Facts) => Record<string, unknown>;
  /** Fields of the form that are arguments of the function, and no fields of the row. */
  options?: readonly string[];
  newTitle: () => string;
};

/** The two acts of every layer: a new row, and other attributes or another geometry for one that is there. */
export function savingActs({
  saves,
  parameter = 'feature',
  geometry,
  fields,
  atFirst,
  options = [],
  newTitle,
}: Saving): FormAct[] {
  const request = (filled: Filled, sent: Readonly<Record<string, unknown>>) => {
    const named = Object.entries(sent).filter(([field]) => !options.includes(field));
    return {
      name: saves,
      parameters: {
        [parameter]: {
          id: filled.id,
          ...Object.fromEntries(named),
          ...(filled.geometry === undefined ? {} : { geometry: filled.geometry }),
        },
        edited_version: filled.version,
        ...Object.fromEntries(options.map((option) => [option, filled.all[option]])),
        commune_id: filled.communeId,
      },
    };
  };
  return [
    {
      kind: 'form',
      id: 'edit',
      title: m.records_edit,
      needsRow: true,
      fields,
      geometry,
      begin: (row) => row ?? {},
      version: (row) => row?.version ?? null,
      subject: (row) => row?.id ?? null,
      request: (filled) => request(filled, filled.changed),
      submit: m.records_save,
    },
    {
      kind: 'form',
      id: 'new',
      title: newTitle,
      needsRow: false,
      fields,
      geometry,
      begin: (_, facts) => atFirst?.(facts) ?? {},
      version: () => null,
      subject: () => null,
      request: (filled) => request(filled, filled.all),
      submit: m.records_save,
    },
  ];
}
