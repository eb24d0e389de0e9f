import { m } from '../../messages/generated/messages.js';
import { day, length } from '../../ui/format.ts';
import { Particulars } from '../../ui/particulars.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { Facts } from '../layer.ts';
import { criterionName } from './criteria.ts';
import type { ModelRoadRow } from './row.ts';
import { SYMBOLS, stateText } from './states.ts';

function decisionText({ decision_number: number, decision_date: date }: ModelRoadRow): string | null {
  if (number === null) return null;
  return date === null ? number : m.layers_model_roads_decision_text({ number, date: day(date) });
}

// What a decision rests on; a document that nobody named is not asked for here.
function decisionItems(row: ModelRoadRow) {
  if (row.state === 'lapsed') return [{ name: m.layers_model_roads_lapse_reason(), value: row.state_reason }];
  if (row.state !== 'recognised') return [];
  return [
    { name: m.layers_model_roads_decision(), value: decisionText(row) },
    ...(row.document_title === null
      ? []
      : [{ name: m.layers_model_roads_document(), value: row.document_title }]),
    ...(row.document_kept_at === null
      ? []
      : [{ name: m.layers_model_roads_document_kept(), value: row.document_kept_at }]),
  ];
}

/** What is known of one model road, its criteria one by one. */
export function Detail({ row, facts }: { row: ModelRoadRow; facts: Facts }) {
  return (
    <>
      <p className="detail-state">
        <StateSymbol state={SYMBOLS[row.state]} /> {stateText(row.state)}
      </p>
      <Particulars
        none={m.layers_no_data()}
        items={[
          { name: m.layers_hamlet(), value: facts.names.get(row.hamlet_id ?? '') ?? row.hamlet_name },
          { name: m.layers_organization(), value: row.organization_name },
          { name: m.layers_length(), value: length(row.length_m) },
          { name: m.layers_since(), value: day(row.state_since) },
          { name: m.layers_model_roads_registered_on(), value: day(row.registered_on) },
          ...decisionItems(row),
        ]}
      />
      <h3 className="detail-heading">
        {row.assessed_on === null
          ? m.layers_model_roads_not_assessed()
          : m.layers_model_roads_assessment({ date: day(row.assessed_on) })}
      </h3>
      {row.criteria !== null && (
        <ul className="detail-criteria">
          {facts.criteria.map(({ code }) => {
            const met = row.criteria?.[code];
            const state = met === undefined ? 'not_reported' : met ? 'met' : 'behind';
            const word =
              met === undefined
                ? m.layers_no_data()
                : met
                  ? m.layers_model_roads_yes()
                  : m.layers_model_roads_no();
            return (
              <li key={code}>
                <StateSymbol state={state} size={18} /> {criterionName(code, facts)}
                <span className="detail-quiet">{word}</span>
              </li>
            );
          })}
        </ul>
      )}
      {row.criteria !== null && !facts.criteriaConfirmed && (
        <p className="detail-quiet">{m.layers_model_roads_criteria_unconfirmed()}</p>
      )}
    </>
  );
}
