import { useId } from 'react';
import { m } from '../../messages/generated/messages.js';
import type { HeadingKind } from './heading.tsx';
import type { Paper } from './paper.ts';

/** What a person may choose of a print. */
export type Choice = {
  paper: Paper;
  heading: HeadingKind;
  title: string;
  /** The layer whose table follows the map; empty: none. */
  table: string;
  ground: 'whole' | 'view';
};

const PAPERS = [
  ['A4', 'landscape'],
  ['A4', 'portrait'],
  ['A3', 'landscape'],
  ['A3', 'portrait'],
] as const;

const paperText = (size: string, lies: Paper['lies']) =>
  lies === 'landscape' ? m.print_landscape({ size }) : m.print_portrait({ size });

/** The few choices of a print, and nothing that asks for more than a press. */
export function Choices({
  choice,
  onChange,
  tables,
  hasView,
}: {
  choice: Choice;
  onChange: (part: Partial<Choice>) => void;
  tables: readonly { id: string; title: string }[];
  /** Whether the map stood anywhere else than on the whole commune. */
  hasView: boolean;
}) {
  const id = useId();
  const { paper } = choice;
  return (
    <div className="print-choices">
      <label className="print-choice print-choice-title" htmlFor={`${id}-title`}>
        <span>{m.print_map_title()}</span>
        <input
          id={`${id}-title`}
          value={choice.title}
          maxLength={80}
          onChange={({ target }) => onChange({ title: target.value })}
        />
      </label>
      <Select
        id={`${id}-paper`}
        label={m.print_paper()}
        value={`${paper.size} ${paper.lies}`}
        options={PAPERS.map(([size, lies]) => [`${size} ${lies}`, paperText(size, lies)])}
        onChange={(value) => {
          const [size, lies] = value.split(' ') as [Paper['size'], Paper['lies']];
          onChange({ paper: { size, lies } });
        }}
      />
      <Select
        id={`${id}-heading`}
        label={m.print_heading()}
        value={choice.heading}
        options={[
          ['state', m.print_heading_state()],
          ['front', m.print_heading_front()],
          ['none', m.print_heading_none()],
        ]}
        onChange={(value) => onChange({ heading: value as HeadingKind })}
      />
      {hasView && (
        <Select
          id={`${id}-ground`}
          label={m.print_ground()}
          value={choice.ground}
          options={[
            ['view', m.print_ground_view()],
            ['whole', m.print_ground_whole()],
          ]}
          onChange={(value) => onChange({ ground: value as Choice['ground'] })}
        />
      )}
      <Select
        id={`${id}-table`}
        label={m.print_table()}
        value={choice.table}
        options={[...tables.map((table) => [table.id, table.title] as const), ['', m.print_table_none()]]}
        onChange={(table) => onChange({ table })}
      />
    </div>
  );
}

function Select({
  id,
  label,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
}) {
  return (
    <label className="print-choice" htmlFor={id}>
      <span>{label}</span>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
