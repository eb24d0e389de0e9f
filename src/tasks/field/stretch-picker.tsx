import type { MultiLineString, Position } from 'geojson';
import { type PointerEvent, useState } from 'react';
import { nearestAlong, stretchOf } from '../../geo/along.ts';
import { boundsOf } from '../../geo/bounds.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { length, number } from '../../ui/format.ts';

/** Fractions of a road's length. */
export type Stretch = { from: number; to: number };

const WIDTH = 340;
const HEIGHT = 260;
const MARGIN = 24;
const STEPS = 100;

/**
 * A drawing of a road alone, on which two taps choose where care began and where it ended; two sliders do the same
 * for whoever uses keys. No map is needed, so that it is there without a signal.
 */
export function StretchPicker({
  geometry,
  metres: whole,
  stretch,
  onChange,
}: {
  geometry: MultiLineString;
  /** Of the whole road, as everything else says it. */
  metres: number;
  stretch: Stretch;
  onChange: (stretch: Stretch) => void;
}) {
  const lines = geometry.coordinates;
  const [first, setFirst] = useState<number | null>(null);
  const sheet = sheetOf(geometry);
  if (!sheet) return null;
  const chosen =
    first === null ? stretch : { from: Math.max(0, first - 0.004), to: Math.min(1, first + 0.004) };

  const tap = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * WIDTH;
    const y = ((event.clientY - box.top) / box.height) * HEIGHT;
    const { fraction } = nearestAlong(lines, sheet.toDegrees(x, y));
    if (first === null) return setFirst(fraction);
    setFirst(null);
    // Twice the same place is no stretch: it begins anew.
    if (Math.abs(first - fraction) >= 1 / STEPS)
      onChange({ from: Math.min(first, fraction), to: Math.max(first, fraction) });
  };
  const draw = (parts: readonly Position[][]) =>
    parts.map((line) => `M${line.map((position) => sheet.toSheet(position).join(' ')).join('L')}`).join('');
  const slide = (part: 'from' | 'to', value: number) => {
    const next = { ...stretch, [part]: value / STEPS };
    if (next.to - next.from >= 1 / STEPS) onChange(next);
  };
  return (
    <div className="field-stretch">
      <p role="status">
        {first === null
          ? m.field_stretch_chosen({
              length: length(whole * (stretch.to - stretch.from)),
              whole: length(whole),
            })
          : m.field_stretch_end()}
      </p>
      <svg
        className="field-stretch-sheet"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={m.field_stretch_drawing()}
        onPointerUp={tap}
      >
        <path d={draw(lines)} className="field-stretch-road" />
        <path d={draw(stretchOf(lines, chosen.from, chosen.to))} className="field-stretch-done" />
        {[chosen.from, chosen.to].map((at, index) => {
          const [x, y] = sheet.toSheet(placeAt(lines, at));
          return (
            <circle key={index === 0 ? 'from' : 'to'} cx={x} cy={y} r="9" className="field-stretch-end" />
          );
        })}
      </svg>
      <div className="field-sliders">
        {(['from', 'to'] as const).map((part) => (
          <label key={part}>
            <span>{part === 'from' ? m.field_stretch_from() : m.field_stretch_to()}</span>
            <input
              type="range"
              min="0"
              max={STEPS}
              value={Math.round(stretch[part] * STEPS)}
              aria-valuetext={`${number(whole * stretch[part])} m`}
              onChange={(event) => slide(part, Number(event.target.value))}
            />
            <output>{length(whole * stretch[part])}</output>
          </label>
        ))}
      </div>
      <Button onClick={() => onChange({ from: 0, to: 1 })}>{m.field_stretch_whole()}</Button>
    </div>
  );
}

function placeAt(lines: readonly Position[][], fraction: number): Position {
  const before = fraction >= 1 ? stretchOf(lines, 0, 1) : stretchOf(lines, fraction, 1);
  const line = fraction >= 1 ? before.at(-1) : before[0];
  return (fraction >= 1 ? line?.at(-1) : line?.[0]) ?? lines[0]?.[0] ?? [0, 0];
}

// North is up, a metre east as long as a metre north.
function sheetOf(geometry: MultiLineString) {
  const bounds = boundsOf(geometry);
  if (!bounds) return null;
  const [west, south, east, north] = bounds;
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(
    (WIDTH - 2 * MARGIN) / Math.max((east - west) * squeeze, 1e-9),
    (HEIGHT - 2 * MARGIN) / Math.max(north - south, 1e-9),
  );
  const left = (WIDTH - (east - west) * squeeze * scale) / 2;
  const top = (HEIGHT - (north - south) * scale) / 2;
  return {
    toSheet: ([longitude = 0, latitude = 0]: Position): [number, number] => [
      Math.round((left + (longitude - west) * squeeze * scale) * 10) / 10,
      Math.round((top + (north - latitude) * scale) * 10) / 10,
    ],
    toDegrees: (x: number, y: number): Position => [
      west + (x - left) / (squeeze * scale),
      north - (y - top) / scale,
    ],
  };
}
