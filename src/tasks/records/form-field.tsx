import type { Facts } from '../../layers/layer.ts';
import { criterionName } from '../../layers/model-roads/criteria.ts';
import { weekdayText } from '../../layers/waste-points/words.ts';
import { m } from '../../messages/generated/messages.js';
import { DayField } from '../../ui/day-field.tsx';
import { FieldGroup, SelectField, TextArea, TextField } from '../../ui/field.tsx';
import { byName } from '../../ui/format.ts';
import { Switch } from '../../ui/switch.tsx';
import type { FieldValue, FormField, Question } from './fields.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Names to choose from, by id; records among them have a version. */
export type Named = readonly { id: string; name: string; version?: number }[];

/** One field of a form. `error` is what is wrong with it and what to do. */
export function FormFieldInput({
  field,
  value,
  error,
  facts,
  hamlets,
  organizations,
  self,
  onChange,
}: {
  field: FormField;
  value: FieldValue;
  error: string | null;
  facts: Facts;
  hamlets: Named;
  organizations: Named;
  /** The row that the form is about: it is not chosen beside itself. */
  self: string | null;
  onChange: (value: FieldValue) => void;
}) {
  const label = field.required ? field.label() : m.records_optional({ field: field.label() });
  const words = { label, hint: field.hint?.(), error };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'text':
      return <TextField {...words} value={text} onChange={onChange} autoComplete="off" />;
    case 'note':
      return <TextArea {...words} value={text} onChange={onChange} />;
    case 'moment':
      return <TextField {...words} type="datetime-local" value={text} onChange={onChange} />;
    case 'integer':
    case 'decimal':
      return (
        <TextField
          {...words}
          inputMode={field.kind === 'integer' ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={text}
          onChange={onChange}
          end={<span className="record-form-unit">{field.unit()}</span>}
        />
      );
    case 'day':
      return (
        <FieldGroup {...words}>
          <DayField
            framed
            label={label}
            pickLabel={m.panel_pick_day()}
            wrongText={m.panel_wrong_day()}
            value={text === '' ? null : text}
            onChange={onChange}
          />
        </FieldGroup>
      );
    case 'choice':
      return (
        <SelectField {...words} value={text} onChange={onChange}>
          {text === '' && <option value="">{m.records_choose()}</option>}
          {field.choices.map(({ code, text: name }) => (
            <option key={code} value={code}>
              {name()}
            </option>
          ))}
        </SelectField>
      );
    case 'organization':
      return <NamedField {...words} value={text} named={organizations} onChange={onChange} />;
    case 'hamlet':
      return <NamedField {...words} value={text} named={hamlets} onChange={onChange} />;
    case 'switch':
      return (
        <FieldGroup label={m.records_border()} hint={words.hint} error={error}>
          <Switch checked={value === field.on} onChange={(isOn) => onChange(isOn ? field.on : field.off)}>
            {field.label()}
          </Switch>
        </FieldGroup>
      );
    case 'weekdays': {
      const chosen = Array.isArray(value) ? (value as readonly number[]) : [];
      const toggle = (weekday: number) =>
        onChange(WEEKDAYS.filter((other) => (other === weekday) !== chosen.includes(other)));
      return (
        <FieldGroup {...words}>
          <div className="record-form-choices">
            {WEEKDAYS.map((weekday) => (
              <button
                key={weekday}
                type="button"
                className="record-form-chip"
                aria-pressed={chosen.includes(weekday)}
                onClick={() => toggle(weekday)}
              >
                {weekdayText(weekday)}
              </button>
            ))}
          </div>
        </FieldGroup>
      );
    }
    case 'hamlets': {
      const chosen = (value ?? {}) as Readonly<Record<string, number>>;
      return (
        <FieldGroup {...words}>
          <div className="record-form-choices">
            {hamlets
              .filter(({ id }) => id !== self)
              .toSorted((one, other) => byName(one.name, other.name))
              .map(({ id, name, version = 0 }) => (
                <button
                  key={id}
                  type="button"
                  className="record-form-chip"
                  aria-pressed={id in chosen}
                  onClick={() => {
                    const { [id]: known, ...others } = chosen;
                    onChange(known === undefined ? { ...chosen, [id]: version } : others);
                  }}
                >
                  {name}
                </button>
              ))}
          </div>
        </FieldGroup>
      );
    }
    case 'criteria':
    case 'answers': {
      const questions =
        field.kind === 'answers'
          ? field.questions
          : facts.criteria.map(({ code }) => ({ code, text: () => criterionName(code, facts) }));
      return (
        <FieldGroup {...words}>
          <AnswersField
            questions={questions}
            value={(value ?? {}) as Readonly<Record<string, boolean>>}
            onChange={onChange}
          />
        </FieldGroup>
      );
    }
    case 'yes-no':
      return (
        <FieldGroup {...words}>
          <AnswerChips
            answer={text === '' ? undefined : text === 'true'}
            onAnswer={(met) => onChange(met === undefined ? null : String(met))}
          />
        </FieldGroup>
      );
  }
}

function NamedField({
  named,
  ...rest
}: {
  label: string;
  hint: string | undefined;
  error: string | null;
  value: string;
  named: Named;
  onChange: (value: string) => void;
}) {
  return (
    <SelectField {...rest}>
      <option value="">{m.records_none_chosen()}</option>
      {named
        .toSorted((one, other) => byName(one.name, other.name))
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </SelectField>
  );
}

// What nobody looked at is neither met nor unmet: three answers, not two.
function AnswerChips({
  answer,
  onAnswer,
}: {
  answer: boolean | undefined;
  onAnswer: (answer: boolean | undefined) => void;
}) {
  const answers = [
    { met: true, text: m.layers_model_roads_yes() },
    { met: false, text: m.layers_model_roads_no() },
    { met: undefined, text: m.records_criterion_open() },
  ];
  return (
    <div className="record-form-choices">
      {answers.map(({ met, text }) => (
        <button
          key={text}
          type="button"
          className="record-form-chip"
          aria-pressed={answer === met}
          onClick={() => onAnswer(met)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

function AnswersField({
  questions,
  value,
  onChange,
}: {
  questions: readonly Question[];
  value: Readonly<Record<string, boolean>>;
  onChange: (value: FieldValue) => void;
}) {
  const answer = (code: string, met: boolean | undefined) => {
    const { [code]: _, ...others } = value;
    onChange(met === undefined ? others : { ...others, [code]: met });
  };
  return (
    <div className="record-form-criteria">
      {questions.map(({ code, text }) => (
        <fieldset key={code} className="record-form-criterion">
          <legend>{text()}</legend>
          <AnswerChips answer={value[code]} onAnswer={(met) => answer(code, met)} />
        </fieldset>
      ))}
    </div>
  );
}
