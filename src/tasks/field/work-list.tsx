import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { length } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { CareSubject, Duty } from './contract.ts';
import type { Whereabouts } from './use-position.ts';
import { keptText, lastText, SYMBOLS, sortText, stateText } from './words.ts';
import { distanceTo, isNear, mondayOf } from './work-order.ts';

/** What my organization looks after: the most overdue first, what is near marked. */
export function WorkList({
  subjects,
  duties,
  names,
  whereabouts,
  onAsk,
  onOpen,
}: {
  subjects: readonly CareSubject[];
  duties: readonly Duty[];
  names: ReadonlyMap<string, string>;
  whereabouts: Whereabouts;
  onAsk: () => void;
  onOpen: (subject: CareSubject) => void;
}) {
  const { position } = whereabouts;
  const monday = mondayOf(today());
  return (
    <>
      {whereabouts.state !== 'known' && (
        <div className="field-near">
          <Button disabled={whereabouts.state === 'looking'} onClick={onAsk}>
            <Icon name="target" />
            {whereabouts.state === 'looking' ? m.field_looking() : m.field_show_near()}
          </Button>
        </div>
      )}
      {whereabouts.state === 'refused' && <Notice tone="warning">{m.field_position_refused()}</Notice>}
      {whereabouts.state === 'unavailable' && (
        <Notice tone="warning">{m.field_position_unavailable()}</Notice>
      )}
      <ul className="field-list">
        {subjects.map((subject) => {
          const metres = position ? distanceTo(subject, position) : null;
          const teams = duties.filter(
            ({ model_road_id, week }) => model_road_id === subject.id && week === monday,
          );
          const kept = keptText(subject);
          return (
            <li key={subject.id}>
              <button type="button" className="field-card" onClick={() => onOpen(subject)}>
                <StateSymbol state={SYMBOLS[subject.state]} size={34} />
                <span className="field-card-words">
                  <strong>{subject.name}</strong>
                  <span>
                    {sortText(subject)}
                    {subject.hamlet_id && ` · ${names.get(subject.hamlet_id) ?? subject.hamlet_name}`}
                  </span>
                  <span className={`field-card-state field-${subject.state}`}>
                    {stateText(subject.state)} · {lastText(subject, today())}
                  </span>
                  {kept && <span>{kept}</span>}
                  {teams.length > 0 && (
                    <span className="field-tag">
                      {m.field_this_week({ team: teams.map(({ team }) => team).join(', ') })}
                    </span>
                  )}
                  {isNear(metres) && <span className="field-tag field-tag-near">{m.field_near()}</span>}
                  {metres !== null && !isNear(metres) && (
                    <span>{m.field_away({ distance: length(metres) })}</span>
                  )}
                </span>
                <Icon name="forward" />
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
