import type { ProgressState, SeriesRow } from '../../data/progress.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { spokenState } from './figure-words.ts';
import { until } from './series.ts';
import { Sparkline } from './sparkline.tsx';

/** One indicator of a card, with its state, its figure and its way over the months. */
export function MatrixCardLine({
  state,
  name,
  note,
  text,
  whose,
  row,
  top,
  asOf,
  onPress,
}: {
  state: ProgressState;
  name: string;
  note?: string;
  text: string;
  /** Whose figure it is, where the line is not the whole commune's. */
  whose?: string;
  row: SeriesRow | null;
  top: number;
  asOf: string;
  onPress: () => void;
}) {
  return (
    <li>
      <button type="button" onClick={onPress}>
        <StateSymbol state={state} size={22} />
        <span className="matrix-card-name">
          {whose && <span className="visually-hidden">{whose}, </span>}
          {name}
          {note && <small>{note} </small>}
        </span>
        <span className={`matrix-card-figure matrix-${state}`}>
          <span className="visually-hidden">{spokenState(state, text)}</span>
          {text}
        </span>
        {row && <Sparkline {...until(row, asOf)} top={top} />}
      </button>
    </li>
  );
}
