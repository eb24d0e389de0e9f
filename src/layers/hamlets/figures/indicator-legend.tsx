import type { Indicator } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { AreaSwatch, LegendItem } from '../../../ui/legend-item.tsx';
import { StateSymbol } from '../../../ui/state-symbol.tsx';
import { FILL, ResidentialItem } from '../legend.tsx';
import type { HamletRow } from '../row.ts';
import { countStandings, type Figures, figuresOf, type Standing } from './figures.ts';
import { hamletTargetText, nameOf, periodText, standingText, unconfirmed, unitText } from './words.ts';

const ORDER: readonly Standing[] = ['met', 'on_the_way', 'behind', 'not_reported', 'empty'];

/** What colours the hamlets: the indicator, its unit and target, and how many hamlets stand how. */
export function IndicatorLegend({
  rows,
  figures,
  indicator,
}: {
  rows: readonly HamletRow[];
  figures: Figures;
  indicator: Indicator;
}) {
  const known = figuresOf(figures, indicator.code);
  const counts = countStandings(
    rows.map(({ id }) => id),
    known,
  );
  const target = hamletTargetText(indicator, known.values());
  const unit = unitText(indicator.unit);
  return (
    <>
      <p className="legend-unit">
        <strong>{unit === '' ? nameOf(indicator) : `${nameOf(indicator)} (${unit})`}</strong>
        <br />
        {target === null
          ? m.indicators_no_target()
          : `${m.indicators_target_hamlet({ value: target })}${unconfirmed(figures, indicator.code)}`}
        <br />
        {m.indicators_rests_on({
          reported: rows.length - counts.not_reported - counts.empty,
          total: rows.length,
        })}
        , {periodText(indicator)}
      </p>
      <ul>
        {ORDER.filter((standing) => standing !== 'empty' || counts.empty > 0).map((standing) => (
          <LegendItem
            key={standing}
            swatch={<AreaSwatch background={standing === 'empty' ? 'var(--panel)' : FILL[standing]} />}
            count={counts[standing]}
          >
            {standing !== 'empty' && <StateSymbol state={standing} size={18} />} {standingText(standing)}
          </LegendItem>
        ))}
        <ResidentialItem rows={rows} />
      </ul>
    </>
  );
}
