import { m } from '../../messages/generated/messages.js';
import { SelectField } from '../../ui/field.tsx';
import { type State, StateSymbol } from '../../ui/state-symbol.tsx';
import type { MatrixProps } from './contract.ts';
import { cellText, isEmpty, nameOf, shortNameOf, unitOfTotal, valueText } from './figure-words.ts';
import { until } from './series.ts';
import { Sparkline } from './sparkline.tsx';

/** The scorecard of a phone: a card for each hamlet, folded to its name and its states, one line an indicator. */
export function MatrixCards(props: MatrixProps) {
  const { indicators, figures, lines, sorting, onSort, book, onCell, onTotal } = props;
  const totals = new Map(figures.totals.map((total) => [total.indicator, total]));
  return (
    <div className="cards">
      <details className="matrix-card" open>
        <summary>
          <strong>{m.scorecard_commune()}</strong>
          <span>{m.scorecard_hamlets_count({ count: figures.hamlets.length })}</span>
        </summary>
        <ul>
          {indicators.map((indicator) => {
            const total = totals.get(indicator.code);
            const unit = unitOfTotal(indicator);
            const row = book?.of(null, indicator.code);
            return (
              <li key={indicator.code}>
                <button type="button" onClick={() => onTotal(indicator.code)}>
                  <StateSymbol state={total?.state ?? 'not_reported'} size={22} />
                  <span className="matrix-card-name">
                    {nameOf(indicator)}
                    <small>
                      {m.scorecard_rests_on({
                        reported: total?.hamlets_reported ?? 0,
                        total: total?.hamlets_total ?? 0,
                      })}
                      {total?.target != null &&
                        ` · ${m.scorecard_target_is({ value: valueText(total.target, unit) })}`}
                    </small>
                  </span>
                  <Figure
                    state={total?.state ?? 'not_reported'}
                    text={total && total.state !== 'not_reported' ? valueText(total.value, unit) : '–'}
                  />
                  {row && (
                    <Sparkline
                      {...until(row, figures.asOf)}
                      top={unit === 'percent' ? 100 : (book?.topOf(indicator) ?? 1)}
                    />
                  )}
                </button>
              </li>
            );
          })}
        </ul>
      </details>
      <SelectField
        label={m.scorecard_sort()}
        value={`${sorting.column} ${sorting.descending}`}
        onChange={(chosen) => {
          const [column = '', descending] = chosen.split(' ');
          onSort({ column, descending: descending === 'true' });
        }}
      >
        <option value="unmet true">{m.scorecard_sort_unmet()}</option>
        <option value="unmet false">{m.scorecard_sort_least_unmet()}</option>
        <option value="hamlet false">{m.scorecard_sort_name()}</option>
        <option value="hamlet true">{m.scorecard_sort_name_back()}</option>
        {indicators.flatMap(({ code }, at) => {
          const title = indicators[at] ? shortNameOf(indicators[at]) : '';
          return [
            <option key={code} value={`${code} false`}>
              {m.scorecard_sort_low({ title })}
            </option>,
            <option key={`${code} high`} value={`${code} true`}>
              {m.scorecard_sort_high({ title })}
            </option>,
          ];
        })}
      </SelectField>
      {lines.map((line) => (
        <details key={line.id} className="matrix-card">
          <summary>
            <strong>{line.name}</strong>
            <span>
              {m.scorecard_unmet_of({
                count: line.unmet,
                total: indicators.length - line.counts.not_reported,
              })}
            </span>
            <span className="matrix-card-states" aria-hidden="true">
              {indicators.map(({ code }) => (
                <StateSymbol key={code} state={line.cells.get(code)?.state ?? 'not_reported'} size={18} />
              ))}
            </span>
          </summary>
          <ul>
            {indicators.map((indicator) => {
              const cell = line.cells.get(indicator.code);
              const state = cell?.state ?? 'not_reported';
              const row = book?.of(line.id, indicator.code);
              const none = cell && isEmpty(cell) ? m.scorecard_none() : '–';
              return (
                <li key={indicator.code}>
                  <button
                    type="button"
                    aria-label={`${line.name}, ${nameOf(indicator)}: ${cellText(cell, indicator.unit)}`}
                    onClick={() => onCell(line.id, indicator.code)}
                  >
                    <StateSymbol state={state} size={22} />
                    <span className="matrix-card-name">{nameOf(indicator)}</span>
                    <Figure
                      state={state}
                      text={state === 'not_reported' ? none : valueText(cell?.value ?? null, indicator.unit)}
                    />
                    {row && book && <Sparkline {...until(row, figures.asOf)} top={book.topOf(indicator)} />}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      ))}
    </div>
  );
}

function Figure({ state, text }: { state: State; text: string }) {
  return <span className={`matrix-card-figure matrix-${state}`}>{text}</span>;
}
