import '../../ui/room-table.css';
import './publishing.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { useAct } from '../../ui/use-act.ts';
import { Ask } from './ask.tsx';
import { Review } from './review.tsx';
import { closePeriod, forgetPeriods, type Period, releasePeriod, usePeriods } from './server.ts';
import { periodName, stateText } from './words.ts';

type Asked = { about: 'close' | 'release'; period: Period };

/** "Công bố số liệu an ninh": police close a period, look its table over, and release it. */
export default function Publishing({ person, communeId }: { person: string; communeId: string }) {
  const queries = useQueryClient();
  const { data: periods, error, refetch } = usePeriods(person, communeId);
  const [reviewed, setReviewed] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const act = useAct();
  if (error && !periods) {
    return (
      <Notice
        tone="error"
        title={m.faults_not_loaded()}
        action={<Button onClick={() => void refetch()}>{m.faults_retry()}</Button>}
      >
        {m.faults_not_loaded_text()}
      </Notice>
    );
  }
  if (!periods) return <RoomSkeleton />;
  const ask = (next: Asked | null) => {
    act.forget();
    setAsked(next);
  };
  const carryOut = async ({ about, period }: Asked) => {
    const isDone = await act.run(async () => {
      if (about === 'close') await closePeriod(period.starts_on, communeId);
      else await releasePeriod(period.id ?? '');
      await forgetPeriods(queries);
    });
    if (!isDone) return;
    const name = { period: periodName(period) };
    setDone(about === 'close' ? m.publishing_closed_done(name) : m.publishing_released_done(name));
    setAsked(null);
    setReviewed(period.starts_on);
  };
  const open = periods.find(({ starts_on, state }) => starts_on === reviewed && state !== 'due');
  return (
    <>
      {done && <Notice tone="done">{done}</Notice>}
      {open ? (
        <Review
          key={open.starts_on}
          person={person}
          communeId={communeId}
          period={open}
          onRelease={() => ask({ about: 'release', period: open })}
          onBack={() => setReviewed(null)}
        />
      ) : (
        <PeriodTable
          periods={periods}
          onClose={(period) => ask({ about: 'close', period })}
          onReview={(period) => {
            setDone(null);
            setReviewed(period.starts_on);
          }}
        />
      )}
      {asked && (
        <Ask
          title={(asked.about === 'close' ? m.publishing_close_ask : m.publishing_release_ask)({
            period: periodName(asked.period),
          })}
          text={asked.about === 'close' ? closeText(asked.period, periods) : m.publishing_release_text()}
          yes={asked.about === 'close' ? m.publishing_close() : m.publishing_release()}
          act={act}
          onYes={() => void carryOut(asked)}
          onClose={() => ask(null)}
        />
      )}
    </>
  );
}

function closeText(period: Period, periods: readonly Period[]): string {
  const skips = periods.some(({ state, starts_on }) => state === 'due' && starts_on < period.starts_on);
  return skips ? `${m.publishing_close_text()} ${m.publishing_earlier()}` : m.publishing_close_text();
}

function PeriodTable({
  periods,
  onClose,
  onReview,
}: {
  periods: readonly Period[];
  onClose: (period: Period) => void;
  onReview: (period: Period) => void;
}) {
  if (periods.length === 0) return <Notice>{m.publishing_none()}</Notice>;
  return (
    <table className="room-table">
      <thead>
        <tr>
          <th scope="col">{m.layers_published_period()}</th>
          <th scope="col">{m.publishing_by()}</th>
          <th scope="col">{m.members_state()}</th>
          <th scope="col">
            <span className="visually-hidden">{m.members_acts()}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {periods.map((period) => (
          <tr key={period.starts_on}>
            <td className="room-table-name">{periodName(period)}</td>
            <td data-label={m.publishing_by()}>
              {period.parts === 'cells' ? m.publishing_by_cells() : m.publishing_by_hamlets()}
            </td>
            <td data-label={m.members_state()}>
              <span>
                <Badge tone={period.state === 'released' ? 'met' : 'plain'}>{stateText(period)}</Badge>
              </span>
            </td>
            <td>
              <span className="room-table-acts">
                {period.state === 'due' ? (
                  <Button
                    aria-label={m.publishing_close_of({ period: periodName(period) })}
                    onClick={() => onClose(period)}
                  >
                    {m.publishing_close()}
                  </Button>
                ) : (
                  <Button
                    aria-label={m.publishing_review_of({ period: periodName(period) })}
                    onClick={() => onReview(period)}
                  >
                    {m.publishing_review()}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
