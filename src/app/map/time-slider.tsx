import './time-slider.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { planDaysUntil, planMonthEnds } from '../../data/plan-months.ts';
import { m } from '../../messages/generated/messages.js';
import { IconButton } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import { markOf, ownMonthBy, placeOf, shareOf } from './time-slider-place.ts';
import { usePlay } from './use-play.ts';
import { useToday } from './use-today.ts';

/**
 * The months of the plan as one line: drawn along, stepped by arrow keys, or played until today. A month is shown
 * by its last day, the running one by today (`null`). Months to come can be seen and not chosen.
 */
export default function TimeSlider({
  asOf,
  isHere,
  onChange,
  onNear,
}: {
  /** The day that the link names; null: today. */
  asOf: string | null;
  /** Whether all that is shown is of that day already. */
  isHere: boolean;
  onChange: (asOf: string | null, options: { replace: boolean }) => void;
  /** Days that may be asked for next, so that they can be fetched before. */
  onNear: (days: readonly string[]) => void;
}) {
  const now = useToday();
  const days = useMemo(() => planDaysUntil(now), [now]);
  const last = days.length - 1;
  const shown = asOf ?? now;
  const { index, isBetween } = placeOf(days, shown);
  const [isPlaying, setPlaying] = useState(false);
  const [isUsed, setUsed] = useState(false);
  // A drag or a film is one step for the back button, not one a month.
  const hasStepped = useRef(false);

  const goTo = (to: number) => {
    const target = days[to];
    if (target === undefined || target === shown) return;
    onChange(target === now ? null : target, { replace: hasStepped.current });
    hasStepped.current = true;
  };
  const anew = () => {
    hasStepped.current = false;
  };
  usePlay({ isPlaying, isHere, index, last, onStep: goTo, onEnd: () => setPlaying(false) });
  useEffect(() => {
    if (!isUsed || !isHere) return;
    onNear([days[index + 1], days[index - 1]].filter((near) => near !== undefined));
  }, [isUsed, isHere, index, days, onNear]);

  if (last < 0) return null;
  const togglePlay = () => {
    anew();
    setUsed(true);
    setPlaying(!isPlaying);
    // At its end a film begins again.
    if (!isPlaying && index >= last) goTo(0);
  };
  const share = shareOf(days.length, planMonthEnds.length);
  const month = `${shown.slice(5, 7)}/${shown.slice(0, 4)}`;
  return (
    <section
      className="time-slider"
      aria-label={m.time_line()}
      onPointerEnter={() => setUsed(true)}
      onFocus={() => setUsed(true)}
    >
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? m.time_pause() : m.time_play()}
        disabled={last === 0}
        onClick={togglePlay}
      />
      <output className="time-slider-month" aria-live="off">
        <span>{m.time_month()}</span> {month}
      </output>
      <div className="time-slider-track" style={{ ['--share' as string]: `${share}%` }}>
        <div className="time-slider-begun">
          <input
            type="range"
            min={0}
            max={last}
            value={index}
            data-between={isBetween || undefined}
            aria-label={m.time_line()}
            aria-valuetext={m.time_at({ date: day(shown) })}
            onPointerDown={() => {
              anew();
              setPlaying(false);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Tab') setPlaying(false);
              if (!ownMonthBy(event.key, days, shown)) return;
              event.preventDefault();
              goTo(index);
            }}
            onBlur={anew}
            onChange={(event) => goTo(event.target.valueAsNumber)}
            // From a day inside a month that month can be chosen too, where the browser sees no change.
            onPointerUp={(event) => goTo(event.currentTarget.valueAsNumber)}
          />
          <ol className="time-slider-marks" aria-hidden="true">
            {days.map((end, place) => (
              <li
                key={end}
                data-year={end.slice(5, 7) === '01' || undefined}
                style={{ ['--at' as string]: last === 0 ? 0 : place / last }}
              >
                {markOf(end, days.length)}
              </li>
            ))}
          </ol>
        </div>
        {share < 100 && (
          <span className="time-slider-to-come" aria-hidden="true" title={m.time_to_come()}>
            12/2030
          </span>
        )}
      </div>
    </section>
  );
}
