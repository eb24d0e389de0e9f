import type { Indicator } from '../../data/progress.ts';
import type { HamletLine, Sorting } from './matrix.ts';
import type { SeriesBook } from './series.ts';
import type { DayFigures } from './use-day-figures.ts';

/** What both faces of the scorecard, the table and the cards of a phone, show and offer. */
export type MatrixProps = {
  indicators: readonly Indicator[];
  figures: DayFigures;
  /** In the order in which they stand. */
  lines: readonly HamletLine[];
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
  /** Null while it is on its way. */
  book: SeriesBook | null;
  /** Opens what a hamlet's figure rests on. */
  onCell: (hamletId: string, indicator: string) => void;
  /** Shows the commune's way by an indicator. */
  onTotal: (indicator: string) => void;
};
