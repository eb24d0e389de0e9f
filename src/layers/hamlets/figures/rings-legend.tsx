import './rings-legend.css';
import type { Indicator } from '../../../data/progress.ts';
import { m } from '../../../messages/generated/messages.js';
import { type Figures, figuresOf } from './figures.ts';
import { ringPlace } from './ring-image.ts';
import { hamletTargetText, nameOf, unconfirmed } from './words.ts';

/** Which place on a hamlet's plate is which indicator, and how a ring is read. */
export function RingsLegend({ figures, indicators }: { figures: Figures; indicators: readonly Indicator[] }) {
  return (
    <section className="rings-legend">
      <h3>{m.indicators_rings_legend()}</h3>
      <ul>
        {indicators.map((indicator, index) => {
          const target = hamletTargetText(indicator, figuresOf(figures, indicator.code).values());
          return (
            <li key={indicator.code}>
              <img
                src={`data:image/svg+xml,${encodeURIComponent(ringPlace(indicators.length, index))}`}
                alt={`${index + 1}.`}
              />
              <span>
                {nameOf(indicator)}
                <small>
                  {target === null
                    ? m.indicators_no_target()
                    : `${m.indicators_target({ value: target })}${unconfirmed(figures, indicator.code)}`}
                </small>
              </span>
            </li>
          );
        })}
      </ul>
      <p className="legend-unit">{m.indicators_rings_reading()}</p>
    </section>
  );
}
