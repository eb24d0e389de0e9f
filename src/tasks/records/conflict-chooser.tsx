import { useState } from 'react';
import type { Facts } from '../../layers/layer.ts';
import { criterionName } from '../../layers/model-roads/criteria.ts';
import { weekdayText } from '../../layers/waste-points/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { contested, isGeometryContested, type Stale } from './conflict.ts';
import type { Draft } from './draft.ts';
import { type FieldValue, type FormField, valueText } from './fields.ts';

/** Somebody else saved the same record meanwhile: both versions side by side, chosen field by field. */
export function ConflictChooser({
  draft,
  stale,
  fields,
  facts,
  onShow,
  onSettle,
}: {
  draft: Draft;
  stale: Stale;
  fields: readonly FormField[];
  facts: Facts;
  /** Shows one of the two geometries on the map. */
  onShow: (whose: 'mine' | 'theirs') => void;
  onSettle: (takesTheirs: ReadonlySet<string>) => void;
}) {
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const [answered, setAnswered] = useState<ReadonlySet<string>>(new Set());
  const words = { weekday: weekdayText, criterion: (code: string) => criterionName(code, facts) };
  const said = (field: FormField, value: FieldValue) =>
    valueText(field, value, facts.names, words) ?? m.layers_no_data();
  const questions = contested(draft, stale, fields).map((field) => ({
    id: field.id,
    label: field.label(),
    mine: said(field, draft.values[field.id] ?? null),
    other: said(field, stale.theirs[field.id] ?? null),
  }));
  if (isGeometryContested(draft, stale)) {
    questions.push({
      id: 'geometry',
      label: m.records_shape(),
      mine: m.records_conflict_my_shape(),
      other: m.records_conflict_their_shape(),
    });
  }
  const choose = (id: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(id);
    else next.delete(id);
    setTheirs(next);
    setAnswered(new Set([...answered, id]));
    if (id === 'geometry') onShow(isTheirs ? 'theirs' : 'mine');
  };
  const open = questions.filter(({ id }) => !answered.has(id)).length;
  return (
    <section className="record-form-conflict">
      <Notice tone="warning" title={m.records_conflict_title()}>
        {questions.length === 0 ? m.records_conflict_apart() : m.records_conflict_text()}
      </Notice>
      {questions.map(({ id, label, mine, other }) => (
        <fieldset key={id} className="record-form-question">
          <legend>{label}</legend>
          {[
            { isTheirs: false, whose: m.records_conflict_mine(), value: mine },
            { isTheirs: true, whose: m.records_conflict_theirs(), value: other },
          ].map(({ isTheirs, whose, value }) => (
            <label key={whose} className="record-form-side">
              <input
                type="radio"
                name={`conflict-${id}`}
                checked={answered.has(id) && theirs.has(id) === isTheirs}
                onChange={() => choose(id, isTheirs)}
              />
              <span>
                <span className="record-form-whose">{whose}</span>
                {value}
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      <Button tone="primary" disabled={open > 0} onClick={() => onSettle(theirs)}>
        {m.records_conflict_save()}
      </Button>
      {open > 0 && <p className="field-hint">{m.records_conflict_open({ count: open })}</p>}
    </section>
  );
}
