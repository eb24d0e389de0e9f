import './matrix-cards.css';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { SelectField } from '../../ui/field.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { MatrixProps } from './contract.ts';
import { cellFigureText, shortNameOf, topOfTotal } from './figure-words.ts';
import { MatrixCardLine } from './matrix-card-line.tsx';

/** The scorecard of a phone: a card for each hamlet, folded to its name and its states, one line an indicator. */
export function MatrixCards(props: MatrixProps) {
  const { indicators, figures, lines, book, onCell } = props;
  return (
    <div className="cards">
      <CommuneCard {...props} />
      <Order {...props} />
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
              return (
                <MatrixCardLine
                  key={indicator.code}
                  state={cell?.state ?? 'not_reported'}
                  name={nameOf(indicator)}
                  text={cellFigureText(cell, indicator.unit)}
                  whose={line.name}
                  row={book?.of(line.id, indicator.code) ?? null}
                  top={book?.topOf(indicator) ?? 1}
                  asOf={figures.asOf}
                  onPress={() => onCell(line.id, indicator.code)}
                />
              );
            })}
          </ul>
        </details>
      ))}
    </div>
  );
}

function CommuneCard({ indicators, figures, book, onTotal }: MatrixProps) {
  const totals = new Map(figures.totals.map((total) => [total.indicator, total]));
  return (
    <details className="matrix-card" open>
      <summary>
        <strong>{m.scorecard_commune()}</strong>
        <span>{m.scorecard_hamlets_count({ count: figures.hamlets.length })}</span>
      </summary>
      <ul>
        {indicators.map((indicator) => {
          const total = totals.get(indicator.code);
          const { state = 'not_reported', target = null } = total ?? {};
          const rests = m.scorecard_rests_on({
            reported: total?.hamlets_reported ?? 0,
            total: total?.hamlets_total ?? 0,
          });
          const aim =
            target === null
              ? ''
              : ` · ${m.scorecard_target_is({ value: valueText(target, unitOfTotal(indicator)) })}`;
          return (
            <MatrixCardLine
              key={indicator.code}
              state={state}
              name={nameOf(indicator)}
              note={`${rests}${aim}`}
              text={cellFigureText(total, unitOfTotal(indicator))}
              row={book?.of(null, indicator.code) ?? null}
              top={topOfTotal(indicator, book?.topOf(indicator) ?? 1)}
              asOf={figures.asOf}
              onPress={() => onTotal(indicator.code)}
            />
          );
        })}
      </ul>
    </details>
  );
}

function Order({ indicators, sorting, onSort }: MatrixProps) {
  return (
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
      {indicators.map((indicator) => (
        <optgroup key={indicator.code} label={nameOf(indicator)}>
          <option value={`${indicator.code} false`}>
            {m.scorecard_sort_low({ title: shortNameOf(indicator) })}
          </option>
          <option value={`${indicator.code} true`}>
            {m.scorecard_sort_high({ title: shortNameOf(indicator) })}
          </option>
        </optgroup>
      ))}
    </SelectField>
  );
}
