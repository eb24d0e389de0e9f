import { type PointerEvent, useId, useRef } from 'react';
import { m } from '../../../messages/generated/messages.js';
import { isIn, type Part } from './moments.ts';
import { afterKey, type Range, rangeTo, setOf } from './range.ts';
import { markText, partTitle, rangeText, valueText } from './words.ts';

/** How many incidents of each value of one part, as bars among which a range is drawn by hand or by keys. */
export function Bars({
  part,
  from,
  counts,
  range,
  onRange,
}: {
  part: Part;
  from: string;
  counts: Uint32Array;
  range: Range | null;
  onRange: (range: Range | null) => void;
}) {
  const id = useId();
  const begun = useRef<number | null>(null);
  const most = Math.max(1, ...counts);
  const set = setOf(part, range);
  const at = range && (range.begun + range.reach + counts.length) % counts.length;

  const placeOf = ({ clientX, currentTarget }: PointerEvent) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    return Math.floor(((clientX - left) / width) * counts.length);
  };
  const draw = (to: number) => {
    if (begun.current === null) return;
    const next = rangeTo(part, begun.current, to);
    if (next.begun !== range?.begun || next.reach !== range.reach) onRange(next);
  };
  return (
    <div className="brush-part">
      <p className="brush-caption" aria-hidden="true">
        <b>{partTitle(part)}</b> {rangeText(part, range, from)}
      </p>
      <div
        className="brush-bars"
        role="listbox"
        tabIndex={0}
        aria-label={partTitle(part)}
        aria-description={m.layers_incidents_brush_keys()}
        aria-multiselectable="true"
        aria-orientation="horizontal"
        aria-activedescendant={at === null ? undefined : `${id}-${at}`}
        data-chosen={range !== null || undefined}
        onKeyDown={(event) => {
          const next = afterKey(part, range, event);
          if (next === undefined) return;
          event.preventDefault();
          event.stopPropagation();
          onRange(next);
        }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          const place = placeOf(event);
          if (event.shiftKey && range) begun.current = range.begun;
          else begun.current = place;
          // Pressed again, what alone was chosen is let go.
          if (!event.shiftKey && range?.reach === 0 && range.begun === place) {
            begun.current = null;
            onRange(null);
          } else draw(place);
        }}
        onPointerMove={(event) => draw(placeOf(event))}
        onPointerUp={() => {
          begun.current = null;
        }}
        onPointerCancel={() => {
          begun.current = null;
        }}
      >
        {Array.from(counts, (count, value) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place
            key={value}
            id={`${id}-${value}`}
            className="brush-bar"
            role="option"
            tabIndex={-1}
            aria-selected={range !== null && isIn(set, value)}
            aria-label={m.layers_incidents_brush_bar({ value: valueText(part, value, from), count })}
            data-at={value === at || undefined}
          >
            <span className="brush-count" style={{ height: `${(100 * count) / most}%` }} />
          </div>
        ))}
      </div>
      <div className="brush-marks" aria-hidden="true">
        {Array.from(counts, (_, value) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a value is its place
          <span key={value}>{markText(part, value, from)}</span>
        ))}
      </div>
    </div>
  );
}
