import type { Facts } from '../../../layers/layer.ts';
import { m } from '../../../messages/generated/messages.js';
import type { FormAct, RecordRow } from '../act.ts';
import type { FormField } from '../fields.ts';

type Dated = {
  id: string;
  title: () => string;
  note?: (row: RecordRow | null) => string;
  fields: (row: RecordRow | null, facts: Facts) => readonly FormField[];
  isOffered?: (row: RecordRow) => boolean;
};

/** A dated fact that is added beside the earlier ones: nothing that was true before changes. */
export function addingAct(
  fact: Dated & {
    adds: string;
    /** The field by which the fact knows its record. */
    of: string;
    begin: (row: RecordRow, facts: Facts) => Record<string, unknown>;
    submit?: () => string;
  },
): FormAct {
  const { adds, of, begin, submit = m.records_save, ...rest } = fact;
  return {
    ...rest,
    kind: 'form',
    needsRow: true,
    begin: (row, facts) => (row ? begin(row, facts) : {}),
    version: () => null,
    subject: () => null,
    request: ({ id, row, all }) => ({
      name: adds,
      parameters: { fact: { id, [of]: row?.id, ...all } },
    }),
    submit,
  };
}

/** An entry that was wrong from the start, put right where it stands. `held` names the fact in the row. */
export function correctingAct(
  fact: Dated & {
    corrects: string;
    held: { id: string; version: string };
    begin: (row: RecordRow) => Record<string, unknown>;
  },
): FormAct {
  const { corrects, held, begin, isOffered, ...rest } = fact;
  return {
    ...rest,
    kind: 'form',
    needsRow: true,
    onAnyDay: true,
    isOffered: (row) => typeof row[held.id] === 'string' && (isOffered?.(row) ?? true),
    begin: (row) => (row ? begin(row) : {}),
    version: (row) => Number(row?.[held.version]),
    subject: (row) => String(row?.[held.id]),
    request: ({ id, changed, version }) => ({
      name: corrects,
      parameters: { fact: { id, ...changed }, edited_version: version },
    }),
    submit: m.records_correct,
  };
}
