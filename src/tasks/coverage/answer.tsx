import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { day, instant, length, percent } from '../../ui/format.ts';
import { type HamletReach, totalOf } from './measure.ts';

/** How much of where people live is within reach, on how many hamlets that rests, and who measured it. */
export function CoverageAnswer({
  hamlets,
  radius,
  asOf,
  noPoints,
  storedAt,
  hasFailed,
  onRetry,
}: {
  hamlets: readonly HamletReach[];
  /** Metres for which the figures are. */
  radius: number;
  asOf: string;
  noPoints: boolean;
  /** When the database answered; null while the browser's own figures stand. */
  storedAt: number | null;
  hasFailed: boolean;
  onRetry: () => void;
}) {
  const total = totalOf(hamlets);
  return (
    <div className="coverage-answer" data-radius={radius}>
      {total.residentialShare === null ? (
        <p className="coverage-quiet">{m.coverage_not_drawn()}</p>
      ) : (
        <>
          <p className="coverage-figure">
            <strong>{percent(total.residentialShare, 1)}</strong>{' '}
            {m.coverage_answer({ radius: length(radius) })}
          </p>
          <p className="coverage-quiet">
            {m.coverage_rests_on({ drawn: total.drawn, total: hamlets.length })}
          </p>
        </>
      )}
      {total.share !== null && (
        <p className="coverage-quiet">{m.coverage_whole({ percent: percent(total.share, 1) ?? '' })}</p>
      )}
      {noPoints && <p>{m.coverage_none()}</p>}
      <p className="coverage-source" role="status">
        {storedAt === null
          ? hasFailed
            ? m.coverage_failed()
            : m.coverage_sliding()
          : m.coverage_stored({ instant: instant(new Date(storedAt).toISOString()), date: day(asOf) })}{' '}
        {storedAt === null && hasFailed && <Button onClick={onRetry}>{m.coverage_again()}</Button>}
      </p>
      <ul className="coverage-legend">
        <li>
          <span className="coverage-sign coverage-sign-gap" aria-hidden="true" />
          {m.coverage_legend_gap()}
        </li>
        <li>
          <span className="coverage-sign coverage-sign-circle" aria-hidden="true" />
          {m.coverage_legend_circle({ radius: length(radius) })}
        </li>
      </ul>
    </div>
  );
}
