import './duplicates-form.css';
import { useId, useState } from 'react';
import { m } from '../../../messages/generated/messages.js';
import { Button } from '../../../ui/button.tsx';
import { length, number } from '../../../ui/format.ts';
import { Arrival } from '../arrival.tsx';
import type { Loadable } from '../matching/layer-fields.ts';
import type { SentRow } from '../matching/rows.ts';
import type { Duplicates, Match } from './server.ts';
import type { Decision } from './use-import.ts';

const ROWS_AT_FIRST = 8;

/** Rows that are on the map already, and what is to become of them: nothing is chosen for the reader. */
export function DuplicatesForm({
  layer,
  matches,
  rows,
  decision,
  locked,
  onDecide,
  onShowRow,
}: {
  layer: Loadable;
  matches: readonly Match[];
  rows: readonly SentRow[];
  decision: Decision;
  locked: boolean;
  onDecide: (decision: Decision) => void;
  onShowRow: (row: number) => void;
}) {
  const group = useId();
  const [all, setAll] = useState(false);
  const options = optionsFor(layer);
  const shown = all ? matches : matches.slice(0, ROWS_AT_FIRST);
  return (
    <Arrival className="duplicates">
      <fieldset className="set-up-choices" disabled={locked}>
        <legend>{m.import_duplicates_title({ rows: number(matches.length) })}</legend>
        {options.map(({ value, name, hint }) => (
          <label key={value} className="set-up-choice">
            <input
              type="radio"
              name={group}
              checked={decision.all === value}
              onChange={() => onDecide({ ...decision, all: value })}
            />
            <span>
              {name}
              <span className="duplicates-quiet">{hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ul className="duplicates-rows">
        {shown.map((match) => (
          <li key={match.row_number}>
            <button type="button" className="problem-row" onClick={() => onShowRow(match.row_number)}>
              <strong>{m.set_up_row({ row: match.row_number })}</strong> {nameOf(rows[match.row_number - 1])}
              <span className="duplicates-quiet">{matchWords(match)}</span>
            </button>
            <select
              aria-label={m.import_duplicates_row({ row: match.row_number })}
              disabled={locked}
              value={decision.rows[match.row_number] ?? ''}
              onChange={({ target }) =>
                onDecide({ ...decision, rows: withRow(decision.rows, match.row_number, target.value) })
              }
            >
              <option value="">{m.import_duplicates_as_all()}</option>
              {options.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {shown.length < matches.length && (
        <Button tone="quiet" onClick={() => setAll(true)}>
          {m.set_up_rows_more({ rows: number(matches.length - shown.length) })}
        </Button>
      )}
    </Arrival>
  );
}

function optionsFor(layer: Loadable): { value: Duplicates; name: string; hint: string }[] {
  const skip = { value: 'skip', name: m.import_skip(), hint: m.import_skip_hint() } as const;
  const update = {
    value: 'update',
    name: m.import_update(),
    hint: layer === 'model_roads' ? m.import_update_model_roads_hint() : m.import_update_hint(),
  } as const;
  // One hamlet has one name: it is never there twice.
  if (layer === 'hamlets') return [skip, update];
  return [skip, update, { value: 'keep', name: m.import_keep(), hint: m.import_keep_hint() }];
}

function matchWords({ existing_name, matched_by, distance_m }: Match): string {
  const name = existing_name ?? m.import_match_unnamed();
  if (matched_by === 'place') return m.import_match_place({ name });
  return distance_m < 1
    ? m.import_match_key({ name })
    : m.import_match_key_away({ name, distance: length(distance_m) });
}

function withRow(rows: Decision['rows'], row: number, choice: string): Decision['rows'] {
  const { [row]: _, ...others } = rows;
  return choice === '' ? others : { ...others, [row]: choice as Duplicates };
}

function nameOf(row: SentRow | undefined): string {
  return typeof row?.name === 'string' ? row.name : '';
}
