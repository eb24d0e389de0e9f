import type { ReactNode } from 'react';
import type { Facts } from '../../layers/layer.ts';
import { CRITERIA, conciliationText, responsibleText } from '../../layers/security-areas/assessment-words.ts';
import type { SecurityAreaRow, YearResult } from '../../layers/security-areas/row.ts';
import {
  answerSymbol,
  answerText,
  kindText,
  resultText,
  SYMBOLS,
  signedText,
} from '../../layers/security-areas/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';

/** One area on one page, for the screen and for paper: what it is, and every year that was assessed. */
export function AreaPage({
  row,
  facts,
  isSample,
  onAll,
  onMap,
}: {
  row: SecurityAreaRow;
  facts: Facts;
  /** Paper has no bar that says so. */
  isSample: boolean;
  onAll: () => void;
  onMap: () => void;
}) {
  return (
    <article className="security-area">
      <div className="security-area-bar">
        <Button tone="quiet" onClick={onAll}>
          <Icon name="back" />
          {m.security_areas_all()}
        </Button>
        <Button onClick={onMap}>{m.shell_show_on_map()}</Button>
        <Button onClick={() => window.print()}>{m.security_areas_print()}</Button>
      </div>
      <h2>{row.name}</h2>
      <p className="security-area-quiet">
        {m.security_areas_heading({ commune: facts.communeName, date: day(facts.asOf) })}
        {isSample && ` · ${m.shell_sample()}`}
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
        ]}
      />
      {row.years.length === 0 ? <p>{m.security_areas_no_years()}</p> : <Years years={row.years} />}
      <p className="security-area-quiet">{m.layers_security_areas_basis()}</p>
    </article>
  );
}

const LINES: readonly { title: () => string; of: (year: YearResult) => ReactNode }[] = [
  ...CRITERIA.map((criterion, index) => ({
    title: () => `${index + 1}. ${criterion()}`,
    of: ({ criteria }: YearResult) => <Answer answer={criteria?.[index] ?? null} />,
  })),
  {
    title: m.layers_security_areas_result,
    of: ({ result }) => (
      <strong className="security-areas-state">
        <StateSymbol state={SYMBOLS[result]} size={18} /> {resultText(result)}
      </strong>
    ),
  },
  { title: m.layers_security_areas_signed, of: signedText },
  { title: m.layers_security_areas_drug_free, of: ({ drug_free }) => <Answer answer={drug_free} /> },
  { title: m.layers_security_areas_conciliation, of: conciliationText },
  { title: m.records_security_assessed_on, of: ({ assessed_on }) => day(assessed_on) },
];

// A column a year: from left to right one sees whether it gets better.
function Years({ years }: { years: readonly YearResult[] }) {
  const inOrder = years.toReversed();
  return (
    <div className="security-area-scroll">
      <table className="security-area-years">
        <caption>{m.layers_security_areas_history()}</caption>
        <thead>
          <tr>
            <td />
            {inOrder.map(({ id, year }) => (
              <th key={id} scope="col">
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LINES.map(({ title, of }) => (
            <tr key={title()}>
              <th scope="row">{title()}</th>
              {inOrder.map((year) => (
                <td key={year.id}>
                  {of(year) ?? <span className="security-area-quiet">{m.layers_no_data()}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ answer }: { answer: boolean | null }) {
  return (
    <span className="security-areas-state">
      <StateSymbol state={answerSymbol(answer)} size={18} /> {answerText(answer) ?? m.layers_no_data()}
    </span>
  );
}
