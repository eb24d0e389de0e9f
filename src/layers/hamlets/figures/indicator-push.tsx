import type { Indicator } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { byName } from '../../../ui/format.ts';
import type { Facts } from '../../layer.ts';
import { PushItems } from '../push-list.tsx';
import type { HamletRow } from '../row.ts';
import { type Figures, figuresOf, type Standing, shareOf, standingOf } from './figures.ts';
import { figureText } from './words.ts';

const URGENCY: Record<Standing, number> = { behind: 0, on_the_way: 1, not_reported: 2, met: 3, empty: 3 };

/** Hamlets that need a push by an indicator: behind first, furthest from the target first, then the silent ones. */
export function toPush(rows: readonly HamletRow[], figures: Figures, indicator: Indicator) {
  const known = figuresOf(figures, indicator.code);
  return rows
    .flatMap((row) => {
      const figure = known.get(row.id);
      const standing = standingOf(figure);
      return standing === 'met' || standing === 'empty'
        ? []
        : [{ row, figure, standing, share: shareOf(figure, indicator) ?? 0 }];
    })
    .sort(
      (one, other) =>
        URGENCY[one.standing] - URGENCY[other.standing] ||
        one.share - other.share ||
        byName(one.row.name, other.row.name) ||
        byName(one.row.former_commune ?? '', other.row.former_commune ?? ''),
    );
}

/** "Cần đôn đốc" by the chosen indicator. */
export function IndicatorPush({
  rows,
  figures,
  indicator,
  facts,
  ...picking
}: {
  rows: readonly HamletRow[];
  figures: Figures;
  indicator: Indicator;
  facts: Facts;
  selectedId: string | null;
  onSelect: (id: string | null) => void;
  onHover: (id: string | null) => void;
}) {
  const items = toPush(rows, figures, indicator).map(({ row, figure, standing }) => ({
    id: row.id,
    name: facts.names.get(row.id) ?? row.name,
    state: standing,
    reason: figureText(figure, indicator.unit),
  }));
  return <PushItems items={items} none={rows.length === 0 ? null : m.indicators_push_none()} {...picking} />;
}
