import './indicator-card.css';
import type { ReactNode } from 'react';
import type { Indicator } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { Card } from '../../../ui/card.tsx';
import { day } from '../../../ui/format.ts';
import { StateSymbol } from '../../../ui/state-symbol.tsx';
import type { Figures } from './figures.ts';
import { figuresOf } from './figures.ts';
import { changeSince, hamletTargetText, standingText, unconfirmed, unitOfTotal, valueText } from './words.ts';

/** The commune by one indicator: the figure, on how many hamlets it rests, its target, what changed. */
export function IndicatorCard({
  figures,
  indicator,
  chooser,
  shownDay,
}: {
  figures: Figures;
  indicator: Indicator;
  chooser: ReactNode;
  /** The figures' day where it must be said, because another day was asked for. */
  shownDay: string | null;
}) {
  const total = figures.totals.find((each) => each.indicator === indicator.code);
  if (!total) return null;
  const unit = unitOfTotal(indicator);
  const own = hamletTargetText(indicator, figuresOf(figures, indicator.code).values());
  const share = total.hamlets_total === 0 ? 0 : (100 * total.hamlets_met) / total.hamlets_total;
  const mark = unconfirmed(figures, indicator.code);
  return (
    <Card className="answer indicator-card">
      <div className="answer-head">
        <h2>{m.layers_hamlets_plan()}</h2>
        {shownDay !== null && <span>{m.layers_on_day({ date: day(shownDay) })}</span>}
      </div>
      {chooser}
      <p className="answer-figure">
        <strong>{total.value === null ? '–' : valueText(total.value, unit)}</strong>
        <span>
          {m.indicators_rests_on({ reported: total.hamlets_reported, total: total.hamlets_total })}
          {total.hamlets_empty > 0 && `, ${m.indicators_rests_on_empty({ count: total.hamlets_empty })}`}
        </span>
      </p>
      <div className="answer-bar" aria-hidden="true">
        <span style={{ width: `${share}%` }} />
      </div>
      <p className="indicator-card-state">
        <StateSymbol state={total.state} size={18} /> {standingText(total.state)}
        {' · '}
        {m.indicators_met_count({ met: `${total.hamlets_met}/${total.hamlets_total}` })}
      </p>
      <p className="indicator-card-more">
        {total.target === null
          ? own === null
            ? m.indicators_no_target()
            : `${m.indicators_target_hamlet({ value: own })}${mark}`
          : `${m.indicators_target_total({ value: valueText(total.target, unit) })}${mark}`}
        {total.value !== null && (
          <>
            <br />
            {changeSince(total.change, unit, figures.before)}
          </>
        )}
      </p>
    </Card>
  );
}
