import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import type { Column } from '../layer.ts';
import type { SecurityAreaRow } from './row.ts';
import { answerText, kindText, resultText, SYMBOLS, signedText } from './words.ts';

export const columns: readonly Column<SecurityAreaRow>[] = [
  { id: 'name', title: m.layers_name, value: (row) => row.name },
  { id: 'kind', title: m.layers_security_areas_kind, value: (row) => kindText(row.kind) },
  {
    id: 'hamlet',
    title: m.layers_hamlet,
    value: (row, facts) => facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name,
  },
  {
    id: 'result',
    title: m.layers_security_areas_result,
    value: (row) => resultText(row.result),
    symbol: (row) => SYMBOLS[row.result],
  },
  {
    id: 'result_year',
    title: m.layers_security_areas_year,
    // A year is no number to be written with a dot.
    value: (row) => (row.result_year === null ? null : String(row.result_year)),
  },
  {
    id: 'households_signed',
    title: m.layers_security_areas_signed,
    value: (row) => row.households_signed,
    text: (row) => signedText(row) ?? m.layers_no_data(),
    numeric: true,
  },
  { id: 'drug_free', title: m.layers_security_areas_drug_free, value: (row) => answerText(row.drug_free) },
  {
    id: 'registered_on',
    title: m.layers_security_areas_registered_on,
    value: (row) => row.registered_on,
    text: (row) => day(row.registered_on),
    optional: true,
  },
];
