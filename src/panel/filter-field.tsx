import './filter-field.css';
import { useEffect, useId, useState } from 'react';
import type { Filter } from '../layers/filter.ts';
import type { Facts, LayerRow } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { DayField } from '../ui/day-field.tsx';
import { number } from '../ui/format.ts';
import { optionsOf } from './filter-values.ts';
import type { LayerState } from './layer-state.ts';

/** `isTyping`: more of the same may follow at once, so it makes no step for the back button. */
type Choose = (values: readonly string[], isTyping?: boolean) => void;
type FieldProps<Kind extends Filter<LayerRow>['kind']> = {
  filter: Extract<Filter<LayerRow>, { kind: Kind }>;
  state: LayerState;
  facts: Facts;
  onChoose: Choose;
};

/** One question of a layer, asked in the form that its kind wants. */
export function FilterField({
  filter,
  state,
  facts,
  onChoose,
}: {
  filter: Filter<LayerRow>;
  state: LayerState;
  facts: Facts;
  onChoose: Choose;
}) {
  const shared = { state, facts, onChoose };
  switch (filter.kind) {
    case 'choice':
      return <ChoiceField filter={filter} {...shared} />;
    case 'text':
      return <TextField filter={filter} {...shared} />;
    case 'days':
      return <DaysField filter={filter} {...shared} />;
    case 'numbers':
      return <NumbersField filter={filter} {...shared} />;
  }
}

function ChoiceField({ filter, state, facts, onChoose }: FieldProps<'choice'>) {
  const chosen = state.chosen[filter.id] ?? [];
  const options = optionsOf(state, filter, facts);
  if (options.length === 0) return null;
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  return (
    <fieldset className="filter-field">
      <legend>{filter.title()}</legend>
      <div className="filter-options">
        {options.map(({ value, label, count }) => (
          <label key={value} className="filter-option">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {label}
            <span className="filter-option-count">{number(count)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Text that is kept here while somebody types, and told when they pause. */
function useTyped(told: string, tell: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(told);
  // In the same drawing and not after it: else the pause below might tell again what was just cleared.
  const [heard, setHeard] = useState(told);
  if (heard !== told) {
    setHeard(told);
    setText(told);
  }
  useEffect(() => {
    if (text === told) return;
    const pause = setTimeout(() => tell(text), 180);
    return () => clearTimeout(pause);
  });
  return [text, setText];
}

function TextField({ filter, state, onChoose }: FieldProps<'text'>) {
  const id = useId();
  const [text, setText] = useTyped(state.chosen[filter.id]?.[0] ?? '', (typed) => onChoose([typed], true));
  return (
    <div className="filter-field">
      <label className="filter-field-title" htmlFor={id}>
        {filter.title()}
      </label>
      <input
        id={id}
        className="filter-field-input"
        type="search"
        autoComplete="off"
        maxLength={100}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}

function DaysField({ filter, state, onChoose }: FieldProps<'days'>) {
  const [from = '', to = ''] = state.chosen[filter.id] ?? [];
  return (
    <fieldset className="filter-field">
      <legend>{filter.title()}</legend>
      <div className="filter-field-range">
        <DayField
          framed
          label={m.panel_day_from({ what: filter.title() })}
          pickLabel={m.panel_pick_day()}
          wrongText={m.panel_wrong_day()}
          value={from || null}
          onChange={(day) => onChoose([day ?? '', to])}
        />
        <span aria-hidden="true">–</span>
        <DayField
          framed
          label={m.panel_day_to({ what: filter.title() })}
          pickLabel={m.panel_pick_day()}
          wrongText={m.panel_wrong_day()}
          value={to || null}
          onChange={(day) => onChoose([from, day ?? ''])}
        />
      </div>
    </fieldset>
  );
}

function NumbersField({ filter, state, onChoose }: FieldProps<'numbers'>) {
  const [least = '', most = ''] = state.chosen[filter.id] ?? [];
  return (
    <fieldset className="filter-field">
      <legend>{filter.title()}</legend>
      <div className="filter-field-range">
        <NumberInput
          label={m.panel_number_from({ what: filter.title() })}
          value={least}
          onChange={(value) => onChoose([value, most], true)}
        />
        <span aria-hidden="true">–</span>
        <NumberInput
          label={m.panel_number_to({ what: filter.title() })}
          value={most}
          onChange={(value) => onChoose([least, value], true)}
        />
        {filter.unit()}
      </div>
    </fieldset>
  );
}

function NumberInput({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const [text, setText] = useTyped(value, onChange);
  return (
    <input
      className="filter-field-input"
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={9}
      aria-label={label}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/\D/g, ''))}
    />
  );
}
