import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { SelectField } from '../../ui/field.tsx';
import { byName } from '../../ui/format.ts';
import { GROUPS, type useLogFilter } from './filter.ts';
import { tableText } from './words.ts';

/** Person, layer and days; all of it stands in the link. */
export function Filters({
  log,
  authors,
}: {
  log: ReturnType<typeof useLogFilter>;
  authors: ReadonlyMap<string, string>;
}) {
  const { filter, setPerson, setGroup, setDays, clear } = log;
  const isFiltered =
    filter.person !== null || filter.group !== null || filter.from !== null || filter.to !== null;
  const people = [...authors].sort(([, one], [, other]) => byName(one, other));
  const dayField = (label: string, value: string | null, onChange: (day: string | null) => void) => (
    <div className="field">
      <span className="field-label">{label}</span>
      <DayField
        framed
        label={label}
        pickLabel={m.changes_pick_day()}
        wrongText={m.changes_wrong_day()}
        value={value}
        onChange={onChange}
      />
    </div>
  );
  return (
    <search className="changes-filters">
      <SelectField label={m.changes_filter_person()} value={filter.person ?? ''} onChange={setPerson}>
        <option value="">{m.changes_filter_all()}</option>
        {people.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField label={m.changes_filter_layer()} value={filter.group ?? ''} onChange={setGroup}>
        <option value="">{m.changes_filter_all()}</option>
        {Object.entries(GROUPS).map(([group, [table = '']]) => (
          <option key={group} value={group}>
            {tableText(table)}
          </option>
        ))}
      </SelectField>
      {dayField(m.changes_filter_from(), filter.from, (from) => setDays(from, filter.to))}
      {dayField(m.changes_filter_to(), filter.to, (to) => setDays(filter.from, to))}
      {isFiltered && <Button onClick={clear}>{m.changes_filter_clear()}</Button>}
    </search>
  );
}
