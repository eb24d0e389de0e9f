import type { Facts } from '../../layers/layer.ts';
import type { SecurityAreaRow } from '../../layers/security-areas/row.ts';
import { answerText, RESULTS, resultText, SYMBOLS, signedText } from '../../layers/security-areas/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { byName, number } from '../../ui/format.ts';
import { StateSymbol } from '../../ui/state-symbol.tsx';

/** Every area with its latest result: those that do not meet the standard first. */
export function AreaList({
  rows,
  facts,
  onChoose,
}: {
  rows: readonly SecurityAreaRow[];
  facts: Facts;
  onChoose: (id: string) => void;
}) {
  const rank = { not_met: 0, no_data: 1, met: 2 };
  const sorted = rows.toSorted(
    (one, other) => rank[one.result] - rank[other.result] || byName(one.name, other.name),
  );
  const none = <span className="room-table-quiet">{m.layers_no_data()}</span>;
  return (
    <>
      <ul className="security-areas-sums">
        {RESULTS.map((result) => (
          <li key={result}>
            <StateSymbol state={SYMBOLS[result]} />
            <strong>{number(rows.filter((row) => row.result === result).length)}</strong>
            {resultText(result)}
          </li>
        ))}
      </ul>
      <div className="security-areas">
        <table className="room-table">
          <thead>
            <tr>
              <th scope="col">{m.layers_name()}</th>
              <th scope="col">{m.layers_hamlet()}</th>
              <th scope="col">{m.layers_security_areas_year()}</th>
              <th scope="col">{m.layers_security_areas_result_short()}</th>
              <th scope="col">{m.layers_security_areas_signed()}</th>
              <th scope="col">{m.layers_security_areas_drug_free()}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.id}>
                <td className="room-table-name">
                  <Button tone="quiet" onClick={() => onChoose(row.id)}>
                    {row.name}
                  </Button>
                </td>
                <td data-label={m.layers_hamlet()}>
                  {facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name ?? none}
                </td>
                <td data-label={m.layers_security_areas_year()}>{row.result_year ?? none}</td>
                <td data-label={m.layers_security_areas_result_short()}>
                  <span className="security-areas-state">
                    <StateSymbol state={SYMBOLS[row.result]} size={18} /> {resultText(row.result)}
                  </span>
                </td>
                <td data-label={m.layers_security_areas_signed()}>{signedText(row) ?? none}</td>
                <td data-label={m.layers_security_areas_drug_free()}>{answerText(row.drug_free) ?? none}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
