import { m } from '../../messages/generated/messages.js';
import { SelectField } from '../../ui/field.tsx';
import { byName, number } from '../../ui/format.ts';
import type { Area } from './boundary-choice.ts';
import type { CommuneDraft } from './commune-draft.ts';

/** Of a file with several areas: which one is the commune, or that all of them are. */
export function BoundaryPicker({
  areas,
  around,
  draft,
  change,
}: {
  areas: readonly Area[];
  /** How many areas lie around the chosen one. */
  around: number;
  draft: CommuneDraft;
  change: (partial: Partial<CommuneDraft>) => void;
}) {
  const sorted = areas.toSorted((a, b) => byName(a.name, b.name));
  return (
    <fieldset className="set-up-choices">
      <legend>{m.set_up_pick_title({ areas: number(areas.length) })}</legend>
      <label className="set-up-choice">
        <input
          type="radio"
          name="how"
          checked={draft.how === 'one'}
          onChange={() => change({ how: 'one' })}
        />
        {m.set_up_pick_one()}
      </label>
      {draft.how === 'one' && (
        <div className="set-up-under">
          <SelectField
            label={m.set_up_pick_which()}
            value={draft.chosen ?? ''}
            onChange={(value) => change({ chosen: value === '' ? null : Number(value) })}
          >
            <option value="">{m.set_up_pick_none()}</option>
            {sorted.map(({ index, name, code }) => (
              <option key={index} value={index}>
                {code ? `${name} (${code})` : name}
              </option>
            ))}
          </SelectField>
          {around > 0 && (
            <label className="set-up-choice">
              <input
                type="checkbox"
                checked={draft.withNeighbours}
                onChange={(event) => change({ withNeighbours: event.target.checked })}
              />
              {m.set_up_pick_neighbours({ around: number(around) })}
            </label>
          )}
        </div>
      )}
      <label className="set-up-choice">
        <input
          type="radio"
          name="how"
          checked={draft.how === 'all'}
          onChange={() => change({ how: 'all' })}
        />
        {m.set_up_pick_all({ areas: number(areas.length) })}
      </label>
    </fieldset>
  );
}
