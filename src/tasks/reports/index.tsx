import './reports.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryIndicators } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { monthStart, today } from '../../ui/day.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { PeriodBar } from './period-bar.tsx';
import { PeriodForm } from './period-form.tsx';
import { useReports } from './server.ts';

const beginningOf = (every: 'month' | 'year', day: string) =>
  every === 'year' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`;

/** "Nhập số liệu": what the hamlets report, period by period. */
export default function Reports({
  person,
  communeId,
  ownHamlet,
  names,
}: {
  person: string;
  communeId: string;
  /** The one hamlet that this person reports for; null: all. */
  ownHamlet: string | null;
  names: ReadonlyMap<string, string>;
}) {
  const now = today();
  const [every, setEvery] = useState<'month' | 'year'>('month');
  // The month that has ended last is the one to report.
  const [periods, setPeriods] = useState({
    month: monthStart(now, -1),
    year: beginningOf('year', monthStart(now, -12)),
  });
  const period = periods[every];
  const indicators = useQuery(queryIndicators(person));
  const reports = useReports(person, communeId, period);
  const before = useReports(person, communeId, monthStart(period, every === 'year' ? -12 : -1));
  const error = reports.error ?? indicators.error;
  return (
    <>
      <PeriodBar
        every={every}
        period={period}
        latest={beginningOf(every, now)}
        onEvery={setEvery}
        onPeriod={(next) => setPeriods({ ...periods, [every]: next })}
      />
      {error && !reports.data && (
        <Notice
          tone="error"
          title={m.faults_not_loaded()}
          action={
            <Button
              onClick={() => {
                void reports.refetch();
                void indicators.refetch();
              }}
            >
              {m.settings_retry()}
            </Button>
          }
        >
          {m.faults_not_loaded_text()}
        </Notice>
      )}
      {!error && !(reports.data && indicators.data) && <RoomSkeleton />}
      {reports.data && indicators.data && (
        <PeriodForm
          key={`${every} ${period}`}
          person={person}
          communeId={communeId}
          every={every}
          period={period}
          rows={reports.data.filter(
            (row) => row.every === every && (ownHamlet === null || row.hamlet_id === ownHamlet),
          )}
          before={(before.data ?? []).filter((row) => row.every === every)}
          indicators={indicators.data}
          names={names}
        />
      )}
    </>
  );
}
