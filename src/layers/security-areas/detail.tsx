import './detail.css';
import { m } from '../../messages/generated/messages.js';
import { day } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { CRITERIA, conciliationText, responsibleText } from './assessment-words.ts';
import type { SecurityAreaRow, YearResult } from './row.ts';
import { answerSymbol, answerText, kindText, resultText, SYMBOLS, signedText } from './words.ts';

/** What is known of one area, and what each year's assessment said of it. */
export function Detail({ row, facts }: { row: SecurityAreaRow; facts: Facts }) {
  const result = resultText(row.result);
  return (
    <>
      <p className="detail-state">
        <StateSymbol state={SYMBOLS[row.result]} />{' '}
        {row.result_year === null
          ? result
          : m.layers_security_areas_result_in({ result, year: String(row.result_year) })}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_security_areas_kind(), value: kindText(row.kind) },
          { name: m.layers_hamlet(), value: facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name },
          {
            name: m.layers_security_areas_responsible(),
            value: row.responsible === null ? null : responsibleText(row.responsible),
          },
          { name: m.layers_security_areas_registered_on(), value: day(row.registered_on) },
          { name: m.layers_security_areas_signed(), value: signedText(row) },
          { name: m.layers_security_areas_drug_free(), value: answerText(row.drug_free) },
          { name: m.layers_security_areas_conciliation(), value: conciliationText(row) },
        ]}
      />
      <Years years={row.years} />
    </>
  );
}

function Years({ years }: { years: readonly YearResult[] }) {
  if (years.length === 0) return null;
  return (
    <section className="security-years">
      <h3 id="security-years">{m.layers_security_areas_history()}</h3>
      <table aria-labelledby="security-years">
        <thead>
          <tr>
            <th scope="col">{m.layers_security_areas_year()}</th>
            {CRITERIA.map((criterion, index) => (
              <th key={criterion()} scope="col" title={criterion()}>
                {index + 1}
              </th>
            ))}
            <th scope="col">{m.layers_security_areas_result_short()}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ id, year, criteria, result }) => (
            <tr key={id}>
              <th scope="row">{year}</th>
              {CRITERIA.map((criterion, index) => (
                <td key={criterion()}>
                  <Answer answer={criteria?.[index] ?? null} />
                </td>
              ))}
              <td>{resultText(result)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <details>
        <summary>{m.layers_security_areas_five_criteria()}</summary>
        <ol>
          {CRITERIA.map((criterion) => (
            <li key={criterion()}>{criterion()}</li>
          ))}
        </ol>
        <p className="detail-quiet">{m.layers_security_areas_basis()}</p>
      </details>
    </section>
  );
}

function Answer({ answer }: { answer: boolean | null }) {
  return (
    <>
      <StateSymbol state={answerSymbol(answer)} size={18} />
      <span className="visually-hidden">{answerText(answer) ?? m.layers_no_data()}</span>
    </>
  );
}
