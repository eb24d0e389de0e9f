import './hamlet-figures.css';
import { m } from '../../../messages/generated/messages.js';
import { StateSymbol } from '../../../ui/state-symbol.tsx';
import { type Figures, figuresIn, standingOf } from './figures.ts';
import { changeSince, figureText, nameOf, periodText, standingText, valueText } from './words.ts';

/** One hamlet by every indicator: how it stands, its figure, the target, and what changed. */
export function HamletFigures({ hamletId, figures }: { hamletId: string; figures: Figures }) {
  const known = figuresIn(figures, hamletId);
  return (
    <section className="hamlet-figures">
      <h3 className="detail-heading">{m.indicators_detail()}</h3>
      <ul>
        {figures.indicators.map((indicator) => {
          const row = known.get(indicator.code);
          const standing = standingOf(row);
          const isKnown = row !== undefined && row.value !== null;
          return (
            <li key={indicator.code}>
              {standing === 'empty' ? <span /> : <StateSymbol state={standing} size={20} />}
              <span className="hamlet-figures-name">{nameOf(indicator)}</span>
              <strong>{figureText(row, indicator.unit)}</strong>
              <small>
                {isKnown && `${standingText(standing)} · `}
                {row === undefined || row.target === null
                  ? m.indicators_no_target()
                  : m.indicators_detail_against({ target: valueText(row.target, indicator.unit) })}
                {` · ${periodText(indicator)}`}
                {isKnown && row.change !== null && (
                  <>
                    <br />
                    {changeSince(row.change, indicator.unit, figures.before)}
                  </>
                )}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
