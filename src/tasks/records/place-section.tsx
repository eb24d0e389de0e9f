import type { ShapeKind } from '../../map/editing/contract.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { FieldGroup } from '../../ui/field.tsx';
import type { GeometryKind } from './act.ts';
import type { PlaceEditing } from './place-editing.ts';

const TITLES: Record<ShapeKind, () => string> = {
  point: m.records_place,
  line: m.records_line,
  area: m.records_outline,
};

/** What to do on the map now. */
export function adviceFor({
  kind,
  tool,
  geometry,
}: Pick<PlaceEditing, 'kind' | 'tool' | 'geometry'>): string {
  if (tool === 'look') return '';
  if (kind === 'point') return geometry === null ? m.records_place_set() : m.records_place_move();
  if (tool === 'draw') return kind === 'line' ? m.records_line_draw() : m.records_outline_draw();
  return matchMedia('(pointer: coarse)').matches ? m.records_corners_move_finger() : m.records_corners_move();
}

/** The place of a record in its form: the hand works on the map, the words and the few tools stand here. */
export function PlaceSection({
  asked,
  editing,
  error,
  onShowMap,
}: {
  asked: GeometryKind;
  editing: PlaceEditing;
  error: string | null;
  /** On a phone the form hides the map: the way to it. */
  onShowMap: (() => void) | null;
}) {
  const { kind, tool, geometry, canUndo } = editing;
  const isDrawing = kind !== 'point' && tool === 'draw';
  return (
    <FieldGroup label={TITLES[kind]()} hint={adviceFor(editing)} error={error}>
      {asked === 'place' && (
        <div className="record-form-choices">
          {(['point', 'area'] as const).map((choice) => (
            <button
              key={choice}
              type="button"
              className="record-form-chip"
              aria-pressed={kind === choice}
              onClick={() => editing.choose(choice)}
            >
              {choice === 'point' ? m.records_as_point() : m.records_as_outline()}
            </button>
          ))}
        </div>
      )}
      <div className="record-form-tools">
        {onShowMap && <Button onClick={onShowMap}>{m.records_on_map()}</Button>}
        <Button disabled={!canUndo} onClick={editing.undo}>
          {m.records_undo()}
        </Button>
        {kind !== 'point' && geometry !== null && (
          <>
            {isDrawing ? (
              <Button onClick={editing.stop}>{m.records_stop_drawing()}</Button>
            ) : (
              <Button onClick={editing.draw}>{m.records_draw_part()}</Button>
            )}
            <Button onClick={editing.redraw}>{m.records_redraw()}</Button>
          </>
        )}
      </div>
    </FieldGroup>
  );
}
