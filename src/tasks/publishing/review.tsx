import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { type Period, type ReviewedPart, useReview } from './server.ts';
import { partName, periodName, stateText } from './words.ts';

/** The table of a period as police look it over: exact counts, and beside each what others will read. */
export function Review({
  person,
  communeId,
  period,
  onRelease,
  onBack,
}: {
  person: string;
  communeId: string;
  period: Period;
  onRelease: () => void;
  onBack: () => void;
}) {
  const { data, error, refetch } = useReview(person, communeId, period.starts_on);
  return (
    <section className="publishing-review" aria-label={periodName(period)}>
      <header className="publishing-head">
        <Button onClick={onBack}>{m.publishing_back()}</Button>
        <h2>{periodName(period)}</h2>
        <span className="room-table-quiet">{stateText(period)}</span>
        {period.state === 'closed' && data && (
          <Button tone="primary" onClick={onRelease}>
            {m.publishing_release()}
          </Button>
        )}
      </header>
      <p className="room-table-quiet">
        {m.publishing_rule()} {m.publishing_logged()}
      </p>
      {error && !data && (
        <Notice
          tone="error"
          title={m.faults_not_loaded()}
          action={<Button onClick={() => void refetch()}>{m.faults_retry()}</Button>}
        >
          {m.faults_not_loaded_text()}
        </Notice>
      )}
      {!data && !error && <RoomSkeleton />}
      {data && <Parts parts={data} isByCell={period.parts === 'cells'} />}
    </section>
  );
}

function Parts({ parts, isByCell }: { parts: readonly ReviewedPart[]; isByCell: boolean }) {
  // Of some hundred cells most have nothing; they are told in one line.
  const listed = parts
    .filter(({ count }) => !isByCell || count > 0)
    .toSorted((one, other) => other.count - one.count || partName(one).localeCompare(partName(other), 'vi'));
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  const late = parts.reduce((sum, { late_count }) => sum + late_count, 0);
  const isTotalShown = parts[0]?.shows_total ?? false;
  return (
    <>
      <table className="room-table">
        <thead>
          <tr>
            <th scope="col">{m.publishing_part()}</th>
            <th scope="col" className="room-table-figure">
              {m.publishing_count()}
            </th>
            <th scope="col" className="room-table-figure">
              {m.publishing_late()}
            </th>
            <th scope="col">{m.publishing_told()}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((part) => (
            <tr key={part.id}>
              <td className="room-table-name">{partName(part)}</td>
              <td data-label={m.publishing_count()} className="room-table-figure">
                {number(part.count)}
              </td>
              <td data-label={m.publishing_late()} className="room-table-figure">
                {number(part.late_count)}
              </td>
              <td data-label={m.publishing_told()}>
                {part.is_shown ? number(part.count) : <em>{m.publishing_withheld()}</em>}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{m.publishing_total()}</th>
            <td data-label={m.publishing_count()} className="room-table-figure">
              {number(total)}
            </td>
            <td data-label={m.publishing_late()} className="room-table-figure">
              {number(late)}
            </td>
            <td data-label={m.publishing_told()}>
              {isTotalShown ? number(total) : <em>{m.publishing_total_withheld()}</em>}
            </td>
          </tr>
        </tfoot>
      </table>
      {listed.length < parts.length && (
        <p className="room-table-quiet">
          {m.publishing_rest_zero({ count: number(parts.length - listed.length) })}
        </p>
      )}
    </>
  );
}
