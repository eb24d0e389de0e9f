import type { Indicator } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { day } from '../../../ui/format.ts';
import type { Column } from '../../layer.ts';
import type { HamletRow } from '../row.ts';
import { type Figures, figuresOf, standingOf } from './figures.ts';
import { changeText, figureText, nameOf, unitText, valueText } from './words.ts';

/** The chosen indicator in the table of hamlets: figure with its state, target, and change since the earlier day. */
export function figureColumns(figures: Figures, indicator: Indicator): Column<HamletRow>[] {
  const known = figuresOf(figures, indicator.code);
  const { unit } = indicator;
  const heading = unitText(unit) === '' ? nameOf(indicator) : `${nameOf(indicator)} (${unitText(unit)})`;
  return [
    {
      id: 'indicator',
      title: () => heading,
      value: ({ id }) => known.get(id)?.value ?? null,
      text: ({ id }) => figureText(known.get(id), unit),
      symbol: ({ id }) => {
        const standing = standingOf(known.get(id));
        return standing === 'empty' ? null : standing;
      },
      numeric: true,
    },
    {
      id: 'indicator_target',
      title: m.indicators_column_target,
      value: ({ id }) => known.get(id)?.target ?? null,
      text: ({ id }) => {
        const target = known.get(id)?.target ?? null;
        return target === null ? m.indicators_no_target() : valueText(target, unit);
      },
      numeric: true,
    },
    {
      id: 'indicator_change',
      title: () => m.indicators_column_change({ date: day(figures.before) }),
      value: ({ id }) => known.get(id)?.change ?? null,
      text: ({ id }) => {
        const change = known.get(id)?.change ?? null;
        return change === null ? m.indicators_no_data() : changeText(change, unit);
      },
      numeric: true,
    },
  ];
}
