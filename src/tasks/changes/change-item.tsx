import type { ReactNode } from 'react';
import { m } from '../../messages/generated/messages.js';
import { fieldText, isPlace, isRead, valueText } from './field-words.ts';
import type { Change } from './server.ts';
import { actionText, subjectText, tableText } from './words.ts';

/** One change, field by field, before and after. */
export function ChangeItem({
  change,
  names,
  children,
}: {
  change: Change;
  names: ReadonlyMap<string, string>;
  /** What may be done with it. */
  children?: ReactNode;
}) {
  const { table_name, action, before, after, fields, subject } = change;
  const read = (fields ?? []).filter(isRead);
  const moved = (fields ?? []).filter(isPlace);
  const text = (content: Change['before'], field: string) =>
    content === null ? '' : valueText(table_name, field, content[field], names);
  return (
    <li className="changes-item">
      <h3>
        {actionText(action)} · {tableText(table_name)}
        {subject !== null && <span className="changes-item-subject">{subjectText(subject)}</span>}
      </h3>
      {before === null && after === null && <p className="changes-quiet">{m.changes_sensitive()}</p>}
      {read.length > 0 && (
        <table className="changes-fields">
          <thead>
            <tr>
              <th scope="col">{m.changes_field()}</th>
              {before !== null && <th scope="col">{m.changes_before()}</th>}
              {after !== null && <th scope="col">{m.changes_after()}</th>}
            </tr>
          </thead>
          <tbody>
            {read.map((field) => (
              <tr key={field}>
                <th scope="row">{fieldText(field)}</th>
                {before !== null && <td className="changes-before">{text(before, field)}</td>}
                {after !== null && <td>{text(after, field)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {action === 'update' && moved.length > 0 && (
        <p className="changes-quiet">
          {moved.map(fieldText).join(', ')}: {m.changes_value_other()}
        </p>
      )}
      {children}
    </li>
  );
}
