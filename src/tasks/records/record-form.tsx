import './record-form.css';
import type { Geometry } from 'geojson';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Facts, Layer } from '../../layers/layer.ts';
import type { Editing } from '../../map/editing/contract.ts';
import { m } from '../../messages/generated/messages.js';
import { SidePanel } from '../../panel/side-panel.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Act, Answer, FormAct, Problem, RecordRow } from './act.ts';
import { ConflictSection } from './conflict-section.tsx';
import { geometryOf, isTouched } from './draft.ts';
import { faultWords } from './fault-words.ts';
import { FormFieldInput, type Named } from './form-field.tsx';
import { LeavingNotice } from './leaving-notice.tsx';
import { usePlaceEditing } from './place-editing.ts';
import { PlaceSection } from './place-section.tsx';
import { problemWords } from './problem-words.ts';
import { useRecordForm } from './use-record-form.ts';

export type RecordFormProps<Kind extends Act = Act> = {
  act: Kind;
  layer: Layer;
  row: RecordRow | null;
  person: string;
  facts: Facts;
  hamlets: Named;
  organizations: Named;
  /** What attracts what is drawn. */
  snapTo: readonly Geometry[];
  onEditing: (editing: Editing | null) => void;
  /** On a phone the form hides the map: the way to it; null on a wide window. */
  onShowMap: (() => void) | null;
  onDone: (answer: Answer) => void;
  onClose: () => void;
};

/** One form beside the map: its fields, its place, what is wrong, and the button that sends it. */
export function RecordForm(props: RecordFormProps<FormAct>) {
  const { act, layer, row, person, facts, onDone, onClose } = props;
  const form = useRecordForm({
    act,
    name: `record:${person}:${act.id}:${layer.id}:${row?.id ?? 'new'}`,
    layer: layer.id,
    row,
    facts,
    onDone,
  });
  const { draft, fields, problems, fault, stale } = form;
  const [looksAt, setLooksAt] = useState<'mine' | 'theirs'>('mine');
  const mine = geometryOf(draft);
  const editing = usePlaceEditing({
    asked: act.geometry,
    geometry: mine,
    isFixed: stale !== null,
    shown: stale && looksAt === 'theirs' ? stale.theirGeometry : mine,
    snapTo: props.snapTo,
    onChange: form.draw,
    onEditing: props.onEditing,
  });
  const [isLeaving, setLeaving] = useState(false);
  const touched = isTouched(draft, fields);
  const close = () => (touched ? setLeaving(true) : onClose());
  const errorOf = (field: string) => {
    const found = problems.find((problem) => problem.field === field);
    return found ? problemWords(found, act.geometry) : null;
  };
  const shown = new Set([...fields.map(({ id }) => id), ...(act.geometry ? ['geometry'] : [])]);
  const others = problems.filter(({ field }) => field === null || !shown.has(field));
  const body = useFocusOnProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.send();
  };
  const isOutdated = row !== null && act.version(row) !== draft.version && stale === null;

  const leaving = isLeaving && (
    <LeavingNotice
      onStay={() => setLeaving(false)}
      onKeep={onClose}
      onForget={() => {
        form.forget();
        onClose();
      }}
    />
  );
  return (
    <SidePanel
      title={act.title()}
      kind={row ? layer.nameOf(row, facts) : layer.title()}
      closeLabel={m.records_close()}
      takesFocus
      onClose={close}
    >
      {stale && (
        <ConflictSection
          draft={draft}
          stale={stale}
          fields={fields}
          facts={facts}
          isSending={form.isSending}
          onLook={setLooksAt}
          onShowMap={props.onShowMap}
          onSettle={form.settleAndSend}
        />
      )}
      {stale ? (
        leaving
      ) : (
        <form className="record-form" noValidate onSubmit={submit} ref={body} aria-busy={form.isSending}>
          {act.note && <p className="record-form-note">{act.note(row)}</p>}
          {isOutdated && <Notice tone="warning">{m.records_outdated()}</Notice>}
          {fields.map((field) => (
            <FormFieldInput
              key={field.id}
              field={field}
              value={draft.values[field.id] ?? null}
              error={errorOf(field.id)}
              facts={facts}
              hamlets={props.hamlets}
              organizations={props.organizations}
              self={row?.id ?? null}
              onChange={(value) => form.fill(field.id, value)}
            />
          ))}
          {act.geometry && editing && (
            <PlaceSection
              asked={act.geometry}
              editing={editing}
              error={errorOf('geometry')}
              onShowMap={props.onShowMap}
            />
          )}
          {others.map((problem) => (
            <Notice key={`${problem.field} ${problem.code}`} tone="error">
              {problemWords(problem, act.geometry)}
            </Notice>
          ))}
          {fault && (
            <Notice tone="error" title={faultWords(fault).title}>
              {faultWords(fault).advice}
            </Notice>
          )}
          <div className="record-form-foot">
            {problems.length > 0 && (
              <p className="record-form-sum" role="alert">
                {m.records_not_saved({ count: problems.length })}
              </p>
            )}
            {leaving || (
              <div className="record-form-acts">
                <Button tone="primary" type="submit" disabled={form.isSending}>
                  {form.isSending ? m.records_sending() : act.submit()}
                </Button>
                <Button onClick={close}>{m.records_cancel()}</Button>
              </div>
            )}
          </div>
        </form>
      )}
    </SidePanel>
  );
}

// Whoever cannot see that a field turned red is taken to it.
function useFocusOnProblem(problems: readonly Problem[]) {
  const body = useRef<HTMLFormElement>(null);
  const [first] = problems;
  useEffect(() => {
    if (!first) return;
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong?.querySelector<HTMLElement>('input, button') ?? wrong)?.focus();
  }, [first]);
  return body;
}
