import { useId } from 'react';
import { m } from '../../messages/generated/messages.js';
import { DayField } from '../../ui/day-field.tsx';
import { SelectField, TextField } from '../../ui/field.tsx';
import type { FileContent } from './file/file-content.ts';
import { type Field, LAYER_FIELDS, type Loadable } from './matching/layer-fields.ts';
import { type Matching, NO_SOURCE, type Source } from './matching/matching.ts';
import { type Meanings, textsOf } from './matching/rows.ts';
import { type Organization, optionsOf } from './meanings.ts';
import { MeaningsForm } from './meanings-form.tsx';
import { fieldName } from './words.ts';

const MOST_EXAMPLES = 3;

/** Which column is what. Everything is guessed, everything can be changed. */
export function MatchingForm({
  layer,
  content,
  matching,
  meanings,
  organizations,
  locked,
  onChange,
}: {
  layer: Loadable;
  content: FileContent;
  matching: Matching;
  meanings: Meanings;
  organizations: readonly Organization[];
  /** While what was matched is being stored. */
  locked: boolean;
  onChange: (matching: Matching) => void;
}) {
  return (
    <fieldset className="matching" disabled={locked}>
      <legend>{m.set_up_match_title()}</legend>
      <p className="set-up-small">{m.set_up_match_lead()}</p>
      {LAYER_FIELDS[layer].map((field) => {
        const source = matching[field.id] ?? NO_SOURCE;
        return (
          <div key={field.id} className="matching-field">
            <FieldSource
              field={field}
              source={source}
              content={content}
              organizations={organizations}
              onChange={(partial) => onChange({ ...matching, [field.id]: { ...source, ...partial } })}
            />
            {(field.kind === 'choice' || field.kind === 'organization') && source.column !== null && (
              <MeaningsForm
                source={source}
                texts={textsOf(content.features, source.column)}
                known={meanings[field.id] ?? []}
                options={optionsOf(field, organizations)}
                onChange={(next) => onChange({ ...matching, [field.id]: { ...source, meanings: next } })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

type PartProps = {
  field: Field;
  source: Source;
  organizations: readonly Organization[];
  onChange: (partial: Partial<Source>) => void;
};

function FieldSource({ content, ...part }: PartProps & { content: FileContent }) {
  const { field, source, onChange } = part;
  const name = fieldName(field.id);
  return (
    <div className="set-up-fields">
      <SelectField
        label={field.required ? m.set_up_match_required({ field: name }) : name}
        hint={source.column === null ? undefined : examples(content, source.column)}
        value={source.column ?? ''}
        // Meanings belong to the texts of one column.
        onChange={(column) => onChange({ column: column === '' ? null : column, meanings: {} })}
      >
        <option value="">{m.set_up_match_no_column()}</option>
        {content.columns.map((column) => (
          <option key={column} value={column}>
            {column}
          </option>
        ))}
      </SelectField>
      {field.common && <CommonValue {...part} />}
    </div>
  );
}

/** What is written into every row that has nothing of its own. */
function CommonValue({ field, source, organizations, onChange }: PartProps) {
  const id = useId();
  const label = source.column === null ? m.set_up_match_common() : m.set_up_match_common_rest();
  const take = (value: string | null) => onChange({ common: value === '' ? null : value });
  if (field.kind === 'date') {
    return (
      <div className="field">
        <span id={id} className="field-label">
          {label}
        </span>
        <DayField
          label={`${fieldName(field.id)}: ${label}`}
          pickLabel={m.set_up_match_pick_day()}
          wrongText={m.set_up_match_wrong_day()}
          framed
          value={source.common}
          onChange={take}
        />
        {field.required && <p className="field-hint">{m.set_up_match_day_hint()}</p>}
      </div>
    );
  }
  if (field.kind === 'text') {
    return <TextField label={label} maxLength={120} value={source.common ?? ''} onChange={take} />;
  }
  return (
    <SelectField label={label} value={source.common ?? ''} onChange={take}>
      <option value="">{m.set_up_match_nothing()}</option>
      {optionsOf(field, organizations).map(({ value, name }) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function examples(content: FileContent, column: string): string {
  const texts = textsOf(content.features, column)
    .slice(0, MOST_EXAMPLES)
    .map(({ text }) => (text.length > 40 ? `${text.slice(0, 40)}…` : text));
  return texts.length > 0 ? m.set_up_match_examples({ examples: texts.join(' · ') }) : m.set_up_match_empty();
}
