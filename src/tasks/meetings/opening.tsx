import '../../ui/room-table.css';
import { useQuery } from '@tanstack/react-query';
import { type Indicator, type ProgressTotal, queryIndicators, queryTotals } from '../../data/progress.ts';
import { nameOf, unitOfTotal, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { day, number } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import type { View } from '../../view/view.ts';
import { ConclusionList } from './conclusion-list.tsx';
import { measured } from './figure-words.ts';
import type { Conclusion, Meeting } from './server.ts';

/** How a meeting begins: what earlier ones left open, and what changed on the map since the last. */
export function Opening({
  person,
  communeId,
  meeting,
  before,
  conclusions,
  onMap,
}: {
  person: string;
  communeId: string;
  meeting: Meeting;
  before: Meeting;
  conclusions: readonly Conclusion[];
  onMap: (view: Partial<View>) => void;
}) {
  // A meeting of the past opened with what was known by its own day; one to come opens with today.
  const until = [meeting.held_on, today()].toSorted()[0] ?? today();
  const open = conclusions.filter(
    ({ state, meeting_held_on, done_on }) =>
      meeting_held_on !== null &&
      meeting_held_on < meeting.held_on &&
      (state === 'open' || (done_on ?? '') >= meeting.held_on),
  );
  const since = before.held_on < until ? before.held_on : null;
  return (
    <section className="meeting-part">
      <h3>{m.meetings_opening()}</h3>
      <h4>{m.meetings_still_open()}</h4>
      <ConclusionList
        person={person}
        communeId={communeId}
        conclusions={open}
        mayKeep
        empty={m.meetings_still_open_none()}
      />
      {since && (
        <>
          <div className="meeting-part-head">
            <h4>{m.meetings_changed_since({ from: day(since), to: day(until) })}</h4>
            <Button onClick={() => onMap({ asOf: until, compareTo: since })}>
              {m.meetings_compare_on_map()}
            </Button>
          </div>
          <Changes person={person} communeId={communeId} until={until} since={since} />
        </>
      )}
    </section>
  );
}

function Changes({
  person,
  communeId,
  until,
  since,
}: {
  person: string;
  communeId: string;
  until: string;
  since: string;
}) {
  const { data: indicators } = useQuery(queryIndicators(person));
  const { data: totals } = useQuery(queryTotals({ person, communeId, asOf: until, compareTo: since }));
  const { data: earlier } = useQuery(queryTotals({ person, communeId, asOf: since }));
  if (!indicators || !totals || !earlier) return <Skeleton width="70%" height="1.25rem" />;
  const rows = indicators.flatMap((indicator) => {
    const now = totals.find((total) => total.indicator === indicator.code);
    const was = earlier.find((total) => total.indicator === indicator.code);
    return now && was && differs(now, was) ? [{ indicator, now, was }] : [];
  });
  if (rows.length === 0) return <p className="room-table-quiet">{m.meetings_changed_nothing()}</p>;
  return (
    <table className="room-table">
      <thead>
        <tr>
          <th scope="col">{m.meetings_indicator()}</th>
          <th scope="col" className="room-table-figure">
            {day(since)}
          </th>
          <th scope="col" className="room-table-figure">
            {day(until)}
          </th>
          <th scope="col" className="room-table-figure">
            {m.meetings_hamlets_met_head()}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ indicator, now, was }) => (
          <Change
            key={indicator.code}
            indicator={indicator}
            now={now}
            was={was}
            since={since}
            until={until}
          />
        ))}
      </tbody>
    </table>
  );
}

function Change({
  indicator,
  now,
  was,
  since,
  until,
}: {
  indicator: Indicator;
  now: ProgressTotal;
  was: ProgressTotal;
  since: string;
  until: string;
}) {
  const unit = unitOfTotal(indicator);
  return (
    <tr>
      <td className="room-table-name">
        <span className="meeting-change-name">
          <StateSymbol state={now.state} size={20} /> {nameOf(indicator)}
        </span>
      </td>
      <td className="room-table-figure" data-label={day(since)}>
        {valueText(was.value, unit)}
      </td>
      <td className="room-table-figure" data-label={day(until)}>
        <strong>{valueText(now.value, unit)}</strong>
        {now.change !== null && now.change !== 0 && ` (${signed(now.change)})`}
      </td>
      <td className="room-table-figure" data-label={m.meetings_hamlets_met_head()}>
        {was.hamlets_met} → {now.hamlets_met}/{measured(now)}
      </td>
    </tr>
  );
}

function differs(now: ProgressTotal, was: ProgressTotal): boolean {
  return now.value !== was.value || now.hamlets_met !== was.hamlets_met || now.state !== was.state;
}

/** +3,2 or −1; a real minus, so that it stands as wide as the plus. */
function signed(change: number): string {
  return change > 0 ? `+${number(change, 1)}` : `−${number(-change, 1)}`;
}
