import type { Facts } from '../../layers/layer.ts';
import { criterionName } from '../../layers/model-roads/criteria.ts';
import { weekdayText } from '../../layers/waste-points/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { type Conflict, ConflictChooser } from '../../ui/conflict-chooser.tsx';
import { Notice } from '../../ui/notice.tsx';
import { contested, isGeometryContested, type Stale } from './conflict.ts';
import type { Draft } from './draft.ts';
import { type FieldValue, type FormField, valueText } from './fields.ts';

/** Somebody else saved the same record meanwhile: the person is asked about what both changed, and about nothing else. */
export function ConflictSection({
  draft,
  stale,
  fields,
  facts,
  isSending,
  onLook,
  onShowMap,
  onSettle,
}: {
  draft: Draft;
  stale: Stale;
  fields: readonly FormField[];
  facts: Facts;
  isSending: boolean;
  /** Puts one of the two geometries on the map. */
  onLook: (whose: 'mine' | 'theirs') => void;
  /** On a phone the form hides the map: the way to it. */
  onShowMap: (() => void) | null;
  onSettle: (takesTheirs: ReadonlySet<string>) => void;
}) {
  const words = {
    weekday: weekdayText,
    criterion: (code: string) => criterionName(code, facts),
    answer: (answer: boolean) => (answer ? m.layers_model_roads_yes() : m.layers_model_roads_no()),
  };
  const said = (field: FormField, value: FieldValue) =>
    valueText(field, value, facts.names, words) ?? m.layers_no_data();
  const isShapeOpen = isGeometryContested(draft, stale);
  const conflicts: Conflict[] = contested(draft, stale, fields).map((field) => ({
    key: field.id,
    label: field.label(),
    mine: said(field, draft.values[field.id] ?? null),
    theirs: said(field, stale.theirs[field.id] ?? null),
  }));
  if (isShapeOpen) {
    conflicts.push({
      key: 'geometry',
      label: m.records_shape(),
      mine: m.records_conflict_my_shape(),
      theirs: m.records_conflict_their_shape(),
    });
  }
  return (
    <div className="record-form">
      <Notice tone="warning" title={m.records_conflict_title()}>
        {conflicts.length === 0 ? m.records_conflict_apart() : m.records_conflict_text()}
      </Notice>
      <ConflictChooser
        conflicts={conflicts}
        words={{
          mine: m.records_conflict_mine(),
          theirs: m.records_conflict_theirs(),
          keep: m.records_conflict_save(),
          running: m.records_sending(),
          open: (count) => m.records_conflict_open({ count }),
        }}
        isRunning={isSending}
        onChoose={(key, isMine) => key === 'geometry' && onLook(isMine ? 'mine' : 'theirs')}
        onKeep={(mine) => onSettle(new Set(conflicts.flatMap(({ key }) => (mine.has(key) ? [] : [key]))))}
      >
        {isShapeOpen && onShowMap && <Button onClick={onShowMap}>{m.records_on_map()}</Button>}
      </ConflictChooser>
    </div>
  );
}
