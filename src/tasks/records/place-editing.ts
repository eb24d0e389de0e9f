import type { Geometry } from 'geojson';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Editing, EditingTool, ShapeKind } from '../../map/editing/contract.ts';
import type { GeometryKind } from './act.ts';

/** What can be done to the place of a record while its form is open. */
export type PlaceEditing = {
  kind: ShapeKind;
  tool: EditingTool;
  geometry: Geometry | null;
  canUndo: boolean;
  undo: () => void;
  /** Draws one more part beside what is there, or the first one. */
  draw: () => void;
  /** Takes everything away and begins anew. */
  redraw: () => void;
  /** Back to moving corners, without what was being drawn. */
  stop: () => void;
  /** A cemetery is a point or an area. */
  choose: (kind: ShapeKind) => void;
};

function kindOf(geometry: Geometry | null, asked: GeometryKind): ShapeKind {
  if (asked !== 'place') return asked;
  return geometry?.type.includes('Polygon') ? 'area' : 'point';
}

/**
 * Lends the map to a form: `onEditing` is told what is in hand, and null when the form goes. `geometry` is the
 * draft's; `onChange` hears of every finished act of the hand. While `isFixed`, `shown` is looked at and stays as it is.
 */
export function usePlaceEditing(place: {
  asked: GeometryKind | undefined;
  geometry: Geometry | null;
  isFixed?: boolean;
  shown?: Geometry | null;
  snapTo: readonly Geometry[];
  onChange: (geometry: Geometry | null) => void;
  onEditing: (editing: Editing | null) => void;
}): PlaceEditing | null {
  const { asked, geometry, isFixed = false, shown = geometry, snapTo, onChange, onEditing } = place;
  const [kind, setKind] = useState<ShapeKind>(() => kindOf(geometry, asked ?? 'point'));
  const [tool, setTool] = useState<EditingTool>(geometry === null ? 'draw' : 'shape');
  const [past, setPast] = useState<readonly (Geometry | null)[]>([]);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const editing = useMemo<Editing | null>(
    () =>
      asked === undefined
        ? null
        : isFixed
          ? { kind: kindOf(shown, asked), tool: 'look', geometry: shown, snapTo: [], onChange: () => {} }
          : {
              kind,
              tool,
              geometry,
              snapTo,
              onChange: (next) => {
                setPast((before) => [...before, geometry]);
                setTool('shape');
                change.current(next);
              },
            },
    [asked, isFixed, shown, kind, tool, geometry, snapTo],
  );
  useEffect(() => onEditing(editing), [editing, onEditing]);
  useEffect(() => () => onEditing(null), [onEditing]);
  if (!editing) return null;
  const put = (next: Geometry | null) => {
    setPast([...past, geometry]);
    onChange(next);
  };
  return {
    kind,
    tool,
    geometry,
    canUndo: past.length > 0,
    undo: () => {
      const before = past.at(-1) ?? null;
      setPast(past.slice(0, -1));
      setTool(before === null ? 'draw' : 'shape');
      onChange(before);
    },
    draw: () => setTool('draw'),
    redraw: () => {
      put(null);
      setTool('draw');
    },
    stop: () => setTool('shape'),
    choose: (next) => {
      if (next === kind) return;
      setKind(next);
      put(null);
      setTool('draw');
    },
  };
}
