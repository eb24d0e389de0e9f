import { m } from '../../messages/generated/messages.js';
import { isDay } from '../../ui/day.ts';
import { day, number } from '../../ui/format.ts';
import { type Field, LAYER_FIELDS, type Loadable } from './matching/layer-fields.ts';
import type { Matching } from './matching/matching.ts';
import type { SentRow } from './matching/rows.ts';
import type { Organization } from './meanings.ts';
import { choiceNames, fieldName } from './words.ts';

const SHOWN = 5;

/** The first rows as they would be stored. */
export function RowPreview({
  layer,
  rows,
  matching,
  organizations,
}: {
  layer: Loadable;
  rows: readonly SentRow[];
  matching: Matching;
  organizations: readonly Organization[];
}) {
  const fields = LAYER_FIELDS[layer].filter(({ id }) => matching[id]?.column || matching[id]?.common);
  const more = rows.length - SHOWN;
  return (
    <section className="row-preview" aria-label={m.set_up_preview_title()}>
      <h2>{m.set_up_preview_title()}</h2>
      <div className="row-preview-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{m.set_up_preview_row()}</th>
              {fields.map(({ id }) => (
                <th key={id} scope="col">
                  {fieldName(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, SHOWN).map((row, index) => (
              <tr key={row.id}>
                <td>{index + 1}</td>
                {fields.map((field) => (
                  <td key={field.id}>{shownValue(row[field.id], field, organizations)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="set-up-small">{m.set_up_preview_more({ rows: number(more) })}</p>}
    </section>
  );
}

function shownValue(value: unknown, field: Field, organizations: readonly Organization[]): string {
  if (typeof value !== 'string') return '–';
  switch (field.kind) {
    case 'date':
      return isDay(value) ? day(value) : value;
    case 'choice':
      return choiceNames[value]?.() ?? value;
    case 'organization':
      return organizations.find(({ id }) => id === value)?.name ?? value;
    case 'integer':
    case 'number':
      return Number.isFinite(Number(value)) ? number(Number(value), 2) : value;
    default:
      return value;
  }
}
