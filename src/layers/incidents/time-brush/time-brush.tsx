import './time-brush.css';
import { useId, useMemo, useState, useSyncExternalStore } from 'react';
import { m } from '../../../messages/generated/messages.js';
import { Button } from '../../../ui/button.tsx';
import { number } from '../../../ui/format.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Facts, Wanted } from '../../layer.ts';
import { period } from '../period.ts';
import type { IncidentRow } from '../row.ts';
import { Bars } from './bars.tsx';
import { brushIn, choose, clearBrush, keptBrush, onBrush, wantedIn } from './brush.ts';
import { countsOf, cubeOf, EVERY, momentsOf, PARTS } from './moments.ts';

const ALL: Wanted = [EVERY, EVERY, EVERY];

/** When the incidents of the map began, by month, day of the week and hour, and which of them are to be seen. */
export default function TimeBrush({ rows, facts }: { rows: readonly IncidentRow[]; facts: Facts }) {
  const { from } = period(facts.asOf);
  const panel = useId();
  const [isOpen, setOpen] = useState(false);
  useSyncExternalStore(onBrush, keptBrush);
  const brush = brushIn(from);
  const cube = useMemo(() => cubeOf(momentsOf(rows, from)), [rows, from]);
  const wanted = wantedIn(from);
  if (rows.length === 0) return null;
  const counts = countsOf(cube, wanted ?? ALL);
  return (
    <section
      className="time-brush"
      aria-label={m.layers_incidents_brush()}
      data-wanted={wanted !== null || undefined}
    >
      <div className="time-brush-head">
        <Button tone="quiet" aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
          <Icon name="down" />
          <span className="time-brush-title">{m.layers_incidents_brush()}</span>
        </Button>
        <output>
          {wanted &&
            m.layers_incidents_brush_shown({ shown: number(counts.shown), all: number(rows.length) })}
        </output>
        {wanted && (
          <Button tone="quiet" onClick={clearBrush}>
            {m.layers_incidents_brush_clear()}
          </Button>
        )}
      </div>
      <div id={panel} hidden={!isOpen}>
        {isOpen && (
          <>
            <div className="time-brush-parts">
              {PARTS.map((part) => (
                <Bars
                  key={part}
                  part={part}
                  from={from}
                  counts={counts[part]}
                  range={brush[part]}
                  onRange={(range) => choose(from, part, range)}
                />
              ))}
            </div>
            <p className="time-brush-note">
              <span className="time-brush-hint">{m.layers_incidents_brush_hint()} </span>
              {m.layers_incidents_brush_note()}
            </p>
          </>
        )}
      </div>
    </section>
  );
}
