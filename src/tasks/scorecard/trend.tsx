import { useId } from 'react';
import type { Indicator, ProgressTotal } from '../../data/progress.ts';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { SelectField } from '../../ui/field.tsx';
import { day } from '../../ui/format.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { stateText } from './figure-words.ts';
import type { SeriesBook } from './series.ts';
import { TrendChart } from './trend-chart.tsx';

/** The whole commune by one indicator: where it stands, the way there, and what the figure is. */
export function Trend({
  indicators,
  indicator,
  total,
  book,
  asOf,
  onIndicator,
}: {
  indicators: readonly Indicator[];
  indicator: Indicator;
  total: ProgressTotal | null;
  /** Null while it is on its way. */
  book: SeriesBook | null;
  asOf: string;
  onIndicator: (code: string) => void;
}) {
  const heading = useId();
  const row = book?.of(null, indicator.code) ?? null;
  const unit = unitOfTotal(indicator);
  return (
    <section className="trend" id="scorecard-trend" aria-labelledby={heading} tabIndex={-1}>
      <div className="trend-head">
        <h2 id={heading}>{m.scorecard_trend()}</h2>
        <SelectField label={m.scorecard_indicator()} value={indicator.code} onChange={onIndicator}>
          {indicators.map((one) => (
            <option key={one.code} value={one.code}>
              {nameOf(one)}
            </option>
          ))}
        </SelectField>
      </div>
      {total && (
        <p className="trend-now">
          <StateSymbol state={total.state} size={24} />
          <strong>
            {total.state === 'not_reported' ? stateText('not_reported') : valueText(total.value, unit)}
          </strong>
          <span>
            {total.value !== null &&
              unit !== indicator.unit &&
              `${m.scorecard_of_all({ count: total.numerator ?? 0, total: total.denominator ?? 0 })} · `}
            {total.state !== 'not_reported' && `${stateText(total.state)} · `}
            {total.target !== null && `${m.scorecard_target_is({ value: valueText(total.target, unit) })} · `}
            {m.scorecard_rests_on({ reported: total.hamlets_reported, total: total.hamlets_total })} ·{' '}
            {m.scorecard_on_day({ date: day(asOf) })}
          </span>
        </p>
      )}
      {row && (
        <>
          <TrendChart
            indicator={indicator}
            row={row}
            asOf={asOf}
            label={m.scorecard_chart_label({ name: nameOf(indicator), date: day(asOf) })}
          />
          <details className="trend-words">
            <summary>{m.scorecard_trend_table()}</summary>
            <div className="trend-table">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{m.scorecard_until()}</th>
                    <th scope="col">{m.scorecard_commune()}</th>
                    <th scope="col">{m.scorecard_target()}</th>
                    <th scope="col">{m.scorecard_state()}</th>
                    <th scope="col">{m.scorecard_hamlets_reported()}</th>
                  </tr>
                </thead>
                <tbody>
                  {row.months.map((month, place) => (
                    <tr key={month}>
                      <th scope="row">{day(month)}</th>
                      <td>{valueText(row.series_values[place] ?? null, unit)}</td>
                      <td>
                        {row.targets[place] === null
                          ? m.scorecard_no_target()
                          : valueText(row.targets[place] ?? null, unit)}
                      </td>
                      <td>{stateText(row.states[place] ?? 'not_reported')}</td>
                      <td>{row.reported?.[place]}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </>
      )}
      <details className="trend-words">
        <summary>{m.scorecard_how()}</summary>
        <p>{indicator.formula[getLocale()]}</p>
        <p>{indicator.state_rule[getLocale()]}</p>
      </details>
    </section>
  );
}
