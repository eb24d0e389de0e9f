import './crosshair.css';
import type { Geometry, Position } from 'geojson';
import { useState } from 'react';
import { lengthOf } from '../../geo/along.ts';
import type { Editing } from '../../map/editing/contract.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { length } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { snapToEnds } from './snap-to-ends.ts';
import { useWalk } from './use-walk.ts';

/**
 * Drawing with a thumb: a mark stands in the middle of the map, the map moves under it, and a button sets the point,
 * so that no finger hides the place. A line can be walked instead. `centre` is what lies under the mark, in degrees;
 * null while the map was not moved yet.
 */
export function Crosshair({
  editing,
  snapTo,
  centre,
  onBack,
}: {
  editing: Editing;
  snapTo: readonly Geometry[];
  centre: { longitude: number; latitude: number } | null;
  onBack: () => void;
}) {
  const [points, setPoints] = useState<readonly Position[]>([]);
  const [before] = useState(editing.geometry);
  const [isWalking, setWalking] = useState(false);
  const isLine = editing.kind === 'line';

  const draw = (next: readonly Position[]) => {
    setPoints(next);
    if (next.length >= 2) editing.onChange({ type: 'LineString', coordinates: [...next] });
    else if (next.length < points.length) editing.onChange(before);
  };
  const set = () => {
    if (!centre) return;
    const place = snapToEnds([centre.longitude, centre.latitude], isLine ? snapTo : []).map((degrees) =>
      Number(degrees.toFixed(7)),
    );
    if (!isLine) return editing.onChange({ type: 'Point', coordinates: place });
    const last = points.at(-1);
    if (last?.[0] !== place[0] || last?.[1] !== place[1]) draw([...points, place]);
  };
  if (isWalking) {
    return (
      <WalkBar
        onUse={(line) => {
          editing.onChange({ type: 'LineString', coordinates: line });
          setPoints([]);
          setWalking(false);
        }}
        onLeave={() => setWalking(false)}
      />
    );
  }
  return (
    <>
      <svg className="crosshair" viewBox="0 0 64 64" aria-hidden="true">
        <path d="M32 4v20M32 40v20M4 32h20M40 32h20" stroke="#fff" strokeWidth="6" />
        <path d="M32 4v20M32 40v20M4 32h20M40 32h20" stroke="#a23d25" strokeWidth="2.5" />
        <circle cx="32" cy="32" r="2.5" fill="#a23d25" />
      </svg>
      <div className="crosshair-bar">
        <p role="status">{adviceText(centre !== null, isLine, points)}</p>
        <div className="crosshair-acts">
          <Button tone="primary" disabled={centre === null} onClick={set}>
            {m.records_set_point()}
          </Button>
          {isLine && (
            <>
              <Button disabled={points.length === 0} onClick={() => draw(points.slice(0, -1))}>
                {m.records_drop_point()}
              </Button>
              <Button onClick={() => setWalking(true)}>{m.records_walk()}</Button>
            </>
          )}
          <Button onClick={onBack}>{m.records_back_to_form()}</Button>
        </div>
      </div>
    </>
  );
}

function adviceText(hasMoved: boolean, isLine: boolean, points: readonly Position[]): string {
  if (!hasMoved) return m.records_crosshair_move();
  if (!isLine) return m.records_crosshair_point();
  if (points.length === 0) return m.records_crosshair_first();
  if (points.length === 1) return m.records_crosshair_second();
  return m.records_crosshair_line({ count: points.length, length: length(lengthOf([[...points]])) });
}

/** Walking a road: what was recorded so far, what was left out, and what to do with it. */
function WalkBar({ onUse, onLeave }: { onUse: (line: Position[]) => void; onLeave: () => void }) {
  const { walk, state, hasFixes, begin, stop, forget } = useWalk();
  const isOn = state === 'on' || state === 'lost';
  const leftOut = walk.leftOut.inaccurate + walk.leftOut.outlier + walk.leftOut.unreadable;
  return (
    <div className="crosshair-bar">
      <p role="status">
        {hasFixes
          ? m.records_walk_so_far({ length: length(walk.length), used: walk.used, left: leftOut })
          : isOn
            ? m.records_walk_waiting()
            : m.records_walk_advice()}
      </p>
      {state === 'refused' && <Notice tone="warning">{m.records_walk_refused()}</Notice>}
      {state === 'lost' && <Notice tone="warning">{m.records_walk_lost()}</Notice>}
      <div className="crosshair-acts">
        {isOn ? (
          <Button tone="primary" onClick={stop}>
            {m.records_walk_pause()}
          </Button>
        ) : (
          <Button tone={hasFixes ? 'plain' : 'primary'} onClick={begin}>
            {hasFixes ? m.records_walk_go_on() : m.records_walk_begin()}
          </Button>
        )}
        {!isOn && hasFixes && (
          <>
            <Button
              tone="primary"
              disabled={walk.line.length < 2}
              onClick={() => {
                const { line } = walk;
                forget();
                onUse(line);
              }}
            >
              {m.records_walk_use()}
            </Button>
            <Button onClick={forget}>{m.records_walk_forget()}</Button>
          </>
        )}
        <Button
          onClick={() => {
            stop();
            onLeave();
          }}
        >
          {m.records_walk_leave()}
        </Button>
      </div>
    </div>
  );
}
