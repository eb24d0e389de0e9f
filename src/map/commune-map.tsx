import 'maplibre-gl/dist/maplibre-gl.css';
import './commune-map.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import type { CommuneMapProps, MapFault } from './contract.ts';
import { MapCanvas } from './map-canvas.tsx';

/**
 * The commune's map. It fills its parent; `data-map-state`, on one element in it, is "loading", "idle" or "failed". Without WebGL
 * it says so in place of the map and tells the page by `onFault`, so that lists and tables go on.
 */
export default function CommuneMap(props: CommuneMapProps) {
  const [fault, setFault] = useState<MapFault | null>(null);
  // A lost context is not mended but replaced by a new map at the same place.
  const [attempt, setAttempt] = useState(0);
  const tell = useRef(props.onFault);
  useEffect(() => {
    tell.current = props.onFault;
  });
  const onFault = useCallback((next: MapFault | null) => {
    setFault(next);
    tell.current(next);
    if (next === null) setAttempt((before) => before + 1);
  }, []);

  return (
    <div
      className={props.presented ? 'commune-map commune-map-presented' : 'commune-map'}
      style={props.presented ? { ['--presented-scale' as string]: props.presented.scale } : undefined}
      data-map-state={fault === 'no-webgl' ? 'failed' : undefined}
    >
      {fault !== 'no-webgl' && (
        <MapCanvas key={`${attempt} ${props.facts.communeId}`} map={props} onFault={onFault} />
      )}
      {fault && <FaultPanel fault={fault} onAgain={() => onFault(null)} />}
    </div>
  );
}

function FaultPanel({ fault, onAgain }: { fault: MapFault; onAgain: () => void }) {
  const lost = fault === 'context-lost';
  return (
    <div className="commune-map-fault" role="status">
      <div>
        <h2>{lost ? m.map_lost_title() : m.map_no_webgl_title()}</h2>
        <p>{lost ? m.map_lost_text() : m.map_no_webgl_text()}</p>
        {lost && (
          <Button tone="primary" onClick={onAgain}>
            {m.map_draw_again()}
          </Button>
        )}
      </div>
    </div>
  );
}
