import type { ProgressState, SeriesRow } from '../../data/progress.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { until } from './series.ts';
import { Sparkline } from './sparkline.tsx';

/** One figure of the matrix: its state by symbol, ground and number, and its way over the months. */
export function MatrixCell({
  state,
  text,
  note,
  said,
  row,
  top,
  asOf,
  keyboard,
  onPress,
}: {
  state: ProgressState;
  /** Empty where the symbol says all. */
  text: string;
  note?: string;
  /** All of it in words, with whose and which figure it is. */
  said: string;
  row: SeriesRow | null;
  /** The upper end of the little chart's scale. */
  top: number;
  asOf: string;
  keyboard: { 'data-place': string; tabIndex: number; onFocus: () => void };
  onPress: () => void;
}) {
  return (
    <td className={`matrix-${state}`}>
      <button
        type="button"
        className="matrix-press"
        {...keyboard}
        onClick={onPress}
        aria-label={said}
        title={said}
      >
        <span className="matrix-figure">
          <StateSymbol state={state} size={18} />
          {text}
        </span>
        {note && <small>{note}</small>}
        {row && <Sparkline {...until(row, asOf)} top={top} />}
      </button>
    </td>
  );
}
