import type { ProgressState, SeriesRow } from '../../data/progress.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { until } from './series.ts';
import { Sparkline } from './sparkline.tsx';

/** One indicator of a card, with its state, its figure and its way over the months. */
export function MatrixCardLine({
  state,
  name,
  note,
  text,
  said,
  row,
  top,
  asOf,
  onPress,
}: {
  state: ProgressState;
  name: string;
  note?: string;
  text: string;
  said: string;
  row: SeriesRow | null;
  top: number;
  asOf: string;
  onPress: () => void;
}) {
  return (
    <li>
      <button type="button" aria-label={said} onClick={onPress}>
        <StateSymbol state={state} size={22} />
        <span className="matrix-card-name">
          {name}
          {note && <small>{note}</small>}
        </span>
        <span className={`matrix-card-figure matrix-${state}`}>{text}</span>
        {row && <Sparkline {...until(row, asOf)} top={top} />}
      </button>
    </li>
  );
}
