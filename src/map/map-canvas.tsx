import { useEffect, useRef, useState } from 'react';
import { m } from '../messages/generated/messages.js';
import { day } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import type { CommuneMapProps, MapFault, Picked } from './contract.ts';
import { canDraw, type Hovered, MapEngine } from './engine.ts';
import { rowOf } from './highlight.ts';
import { MapButtons } from './map-buttons.tsx';
import { Middle, NorthArrow } from './map-signs.tsx';
import { MapTip } from './map-tip.tsx';

/** One MapLibre map with what stands around it, from its making to its end. */
export function MapCanvas({
  map,
  onFault,
}: {
  map: CommuneMapProps;
  onFault: (fault: MapFault | null) => void;
}) {
  const canvas = useRef<HTMLDivElement>(null);
  const scale = useRef<HTMLDivElement>(null);
  const engine = useRef<MapEngine | null>(null);
  const latest = useRef(map);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState(false);
  const [editorTrouble, setEditorTrouble] = useState(false);
  const [maker, setMaker] = useState<string | null>(null);

  useEffect(() => {
    latest.current = map;
    engine.current?.update(map);
  });

  useEffect(() => {
    if (!canvas.current || !scale.current) return;
    const sayPicked = (picked: Picked | null) => {
      const { shown, facts } = latest.current;
      const found = rowOf(shown, picked);
      setSaid(found ? m.map_picked({ name: found.layer.nameOf(found.row, facts) }) : m.map_picked_nothing());
    };
    if (!canDraw()) return onFault('no-webgl');
    let made: MapEngine;
    try {
      made = new MapEngine(canvas.current, scale.current, latest.current, {
        onHover: setHovered,
        onKeyPick: sayPicked,
        onFault,
        onTrouble: setTrouble,
        onEditorTrouble: setEditorTrouble,
        onBackground: setMaker,
      });
    } catch {
      return onFault('no-webgl');
    }
    engine.current = made;
    return () => {
      engine.current = null;
      made.destroy();
    };
  }, [onFault]);

  const { attribution, shown, facts, presented } = map;
  const source = m.map_attribution({ ...attribution, date: day(attribution.date) });
  return (
    <>
      <div ref={canvas} className="commune-map-canvas" data-map-state="loading" />
      {!presented && <Middle />}
      {hovered && <MapTip hovered={hovered} shown={shown} facts={facts} />}
      <div className="commune-map-corner">
        {!presented && (
          <MapButtons
            onZoomIn={() => engine.current?.zoomIn()}
            onZoomOut={() => engine.current?.zoomOut()}
            onWhole={() => engine.current?.whole()}
          />
        )}
        <div className="commune-map-foot" data-over-map>
          <div className="commune-map-measure">
            <NorthArrow />
            <div ref={scale} className="commune-map-scale" />
          </div>
          {/* Who presents says the source in the large type of the rest. */}
          {!presented && <p>{maker ? `${source} · ${maker}` : source}</p>}
        </div>
      </div>
      {(trouble || editorTrouble) && (
        <div className="commune-map-trouble">
          <Notice tone="warning">{editorTrouble ? m.map_editor_failed() : m.map_overlay_failed()}</Notice>
        </div>
      )}
      <p className="commune-map-said" aria-live="polite">
        {said}
      </p>
    </>
  );
}
