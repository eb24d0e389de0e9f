import { m } from '../../messages/generated/messages.js';
import { Button, IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { newCriterion } from './draft.ts';
import type { Criterion } from './server.ts';

/** The list of criteria while it is written: names, order, one more, one less. */
export function CriteriaField({
  criteria,
  problems,
  onChange,
}: {
  criteria: readonly Criterion[];
  problems: ReadonlyMap<string, string>;
  onChange: (criteria: readonly Criterion[]) => void;
}) {
  const rename = (index: number, name: Partial<Criterion['name']>) =>
    onChange(
      criteria.map((one, place) => (place === index ? { ...one, name: { ...one.name, ...name } } : one)),
    );
  const moveUp = (index: number) => {
    const moved = [...criteria];
    moved.splice(index - 1, 0, ...moved.splice(index, 1));
    onChange(moved);
  };
  return (
    <fieldset className="settings-criteria-field">
      <legend>{m.settings_form_criteria()}</legend>
      <p className="settings-quiet">{m.settings_form_criteria_hint()}</p>
      <ol>
        {criteria.map(({ code, name }, index) => {
          const number = index + 1;
          return (
            <li key={code}>
              <TextField
                label={m.settings_form_criterion({ number })}
                value={name.vi}
                maxLength={80}
                error={problems.get(`criteria.${number}.vi`) ?? null}
                onChange={(vi) => rename(index, { vi })}
              />
              <TextField
                label={m.settings_form_criterion_en()}
                value={name.en}
                maxLength={80}
                error={problems.get(`criteria.${number}.en`) ?? null}
                onChange={(en) => rename(index, { en })}
              />
              <span className="settings-criterion-acts">
                <IconButton
                  icon="up"
                  label={m.settings_form_up({ number })}
                  disabled={index === 0}
                  onClick={() => moveUp(index)}
                />
                <IconButton
                  icon="close"
                  label={m.settings_form_remove({ number })}
                  onClick={() => onChange(criteria.filter((one) => one.code !== code))}
                />
              </span>
            </li>
          );
        })}
      </ol>
      {problems.has('value') && <p className="field-error">{problems.get('value')}</p>}
      <Button onClick={() => onChange([...criteria, newCriterion()])}>
        {m.settings_form_add_criterion()}
      </Button>
    </fieldset>
  );
}
