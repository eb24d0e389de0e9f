import { m } from '../../../messages/generated/messages.js';
import type { FormAct, RecordRow } from '../act.ts';
import type { Choice, FormField } from '../fields.ts';

/** Ends a record on a day, with the reason; it stays on the map of earlier days. `table` as the server names it. */
export function retiringAct(table: string, note: (row: RecordRow | null) => string): FormAct {
  return endingAct(table, note, [
    {
      id: 'on_date',
      kind: 'day',
      label: m.records_retire_on,
      hint: m.records_retire_on_hint,
      required: true,
    },
    {
      id: 'reason',
      kind: 'note',
      label: m.records_reason,
      hint: m.records_retire_reason_hint,
      required: true,
    },
  ]);
}

/** Takes out a record that should not be there, for one of a few reasons: nothing is written in words. */
export function discardingAct(table: string, reasons: readonly Choice[]): FormAct {
  return endingAct(table, () => m.records_discard_note(), [
    { id: 'reason', kind: 'choice', label: m.records_reason, choices: reasons, required: true },
  ]);
}

function endingAct(
  table: string,
  note: (row: RecordRow | null) => string,
  fields: readonly FormField[],
): FormAct {
  return {
    kind: 'form',
    id: 'retire',
    title: m.records_retire,
    note,
    needsRow: true,
    ends: true,
    fields: () => fields,
    begin: (_, { asOf }) => ({ on_date: asOf }),
    version: (row) => row?.version ?? null,
    subject: (row) => row?.id ?? null,
    request: ({ id, all, version }) => ({
      name: 'retire',
      parameters: {
        layer: table,
        id,
        on_date: all.on_date ?? null,
        reason: all.reason ?? null,
        edited_version: version,
      },
    }),
    submit: m.records_retire,
  };
}
