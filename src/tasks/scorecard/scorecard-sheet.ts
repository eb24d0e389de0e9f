import type { Indicator } from '../../data/progress.ts';
import { standingOf } from '../../layers/hamlets/figures/figures.ts';
import { nameOf, unitOfTotal, unitText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import type { ExportSheet, SheetCell } from '../../table/export-sheet.ts';
import { instant } from '../../ui/format.ts';
import { stateText } from './figure-words.ts';
import type { HamletLine } from './matrix.ts';
import type { DayFigures } from './use-day-figures.ts';

const titled = (title: string, unit: string) => (unit === '' ? title : `${title} (${unit})`);

/**
 * The scorecard as an exported file has it: the lines in the order of the screen, each indicator as a number and as
 * a state in words; then the commune, its targets, on how many hamlets it rests, and the moment of the figures.
 */
export function scorecardSheet(
  indicators: readonly Indicator[],
  lines: readonly HamletLine[],
  { totals, asOf, fetchedAt }: DayFigures,
): ExportSheet {
  const of = new Map(totals.map((total) => [total.indicator, total]));
  const whole = (title: string, cells: (indicator: Indicator) => [SheetCell, SheetCell]): SheetCell[] => [
    title,
    null,
    ...indicators.flatMap(cells),
  ];
  return {
    titles: [
      m.scorecard_hamlet(),
      m.scorecard_unmet(),
      ...indicators.flatMap((indicator) => [
        titled(nameOf(indicator), unitText(indicator.unit)),
        m.scorecard_state_of({ name: nameOf(indicator) }),
      ]),
    ],
    rows: [
      ...lines.map((line): SheetCell[] => [
        line.name,
        line.unmet,
        ...indicators.flatMap(({ code }): [SheetCell, SheetCell] => {
          const cell = line.cells.get(code);
          if (cell && standingOf(cell) === 'empty') return [null, m.scorecard_nothing_to_measure()];
          if (!cell || cell.state === 'not_reported') return [null, m.scorecard_no_data()];
          return [cell.value, stateText(cell.state)];
        }),
      ]),
      whole(m.scorecard_commune(), ({ code }) => {
        const total = of.get(code);
        return total && total.state !== 'not_reported'
          ? [total.value, stateText(total.state)]
          : [null, m.scorecard_no_data()];
      }),
      whole(m.scorecard_target(), (indicator) => [
        of.get(indicator.code)?.target ?? null,
        unitText(unitOfTotal(indicator)),
      ]),
      whole(m.scorecard_hamlets_reported(), ({ code }) => {
        const total = of.get(code);
        return [
          total?.hamlets_reported ?? null,
          m.scorecard_of_hamlets({ total: total?.hamlets_total ?? 0 }),
        ];
      }),
      [m.scorecard_on_day_title(), { day: asOf }],
      [m.scorecard_fetched_title(), instant(fetchedAt.toISOString())],
    ],
  };
}
