import './scorecard.css';
import './trend.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { queryIndicators, querySeries } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { byName, day, instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { EvidenceDialog, type Feature } from './evidence-dialog.tsx';
import { ExportButtons } from './export-buttons.tsx';
import { linesOf, SORTING_AT_FIRST, sortLines } from './matrix.ts';
import { MatrixCards } from './matrix-cards.tsx';
import { MatrixTable } from './matrix-table.tsx';
import { bookOf } from './series.ts';
import { Trend } from './trend.tsx';
import { useDayFigures, useFiguresAhead } from './use-day-figures.ts';

/** A figure whose rows are open: of a hamlet, by an indicator. */
export type OpenFigure = { hamletId: string; indicator: string };

/** The commune's scorecard: hamlets × indicators, the way of the commune, and what each figure rests on. */
export default function Scorecard({
  person,
  communeId,
  communeName,
  isSample,
  asOf,
  months,
  indicator: wantedIndicator,
  open,
  isNarrow,
  time,
  onIndicator,
  onOpen,
  onMap,
  onTable,
}: {
  person: string;
  communeId: string;
  communeName: string;
  isSample: boolean;
  asOf: string;
  /** The first and the last month of the way that is drawn, by days in them. */
  months: { first: string; last: string };
  indicator: string | null;
  open: OpenFigure | null;
  isNarrow: boolean;
  /** The day's chooser, which must know when a day is here, and may have others fetched before. */
  time: (isHere: boolean, fetchAhead: (days: readonly string[]) => void) => ReactNode;
  onIndicator: (code: string) => void;
  onOpen: (figure: OpenFigure | null) => void;
  onMap: (feature: Feature) => void;
  onTable: (feature: Feature) => void;
}) {
  const asked = { person, communeId, asOf, compareTo: null };
  const { shown, coming, fault, retry } = useDayFigures(asked);
  const fetchAhead = useFiguresAhead(asked);
  const indicators = useQuery(queryIndicators(person));
  const series = useQuery(
    querySeries({ person, communeId, firstMonth: months.first, lastMonth: months.last }),
  );
  const book = useMemo(() => (series.data ? bookOf(series.data) : null), [series.data]);
  const [sorting, setSorting] = useState(SORTING_AT_FIRST);
  const lines = useMemo(
    () => (shown ? sortLines(linesOf(shown.hamlets, shown.rows), sorting, byName) : []),
    [shown, sorting],
  );
  const chooser = time(coming === null && shown !== null, fetchAhead);
  if (fault ?? indicators.error) {
    return (
      <>
        {chooser}
        <Notice
          tone="error"
          title={m.scorecard_failed()}
          action={
            <Button
              onClick={() => {
                retry();
                if (indicators.isError) void indicators.refetch();
              }}
            >
              {m.scorecard_retry()}
            </Button>
          }
        >
          {m.scorecard_failed_text()}
        </Notice>
      </>
    );
  }
  if (!shown || !indicators.data) {
    return (
      <>
        {chooser}
        <RoomSkeleton />
      </>
    );
  }
  const all = indicators.data;
  const chosen = all.find(({ code }) => code === wantedIndicator) ?? all[0];
  const opened = open && {
    indicator: all.find(({ code }) => code === open.indicator),
    line: lines.find(({ id }) => id === open.hamletId),
  };
  const Matrix = isNarrow ? MatrixCards : MatrixTable;
  return (
    <div className="scorecard" data-coming={coming ?? undefined}>
      {chooser}
      {shown.hamlets.length === 0 ? (
        <Notice>{m.scorecard_no_hamlets({ date: day(shown.asOf) })}</Notice>
      ) : (
        <Matrix
          indicators={all}
          figures={shown}
          lines={lines}
          sorting={sorting}
          onSort={setSorting}
          book={book}
          onCell={(hamletId, indicator) => onOpen({ hamletId, indicator })}
          onTotal={(code) => {
            onIndicator(code);
            document.getElementById('scorecard-trend')?.focus();
          }}
        />
      )}
      <div className="scorecard-foot">
        <p role="status">
          {coming !== null
            ? `${m.shell_coming_day({ date: day(coming) })} ${m.shell_still_shown({ date: day(shown.asOf) })}`
            : m.scorecard_stamp({ date: day(shown.asOf), at: instant(shown.fetchedAt.toISOString()) })}
        </p>
        <ExportButtons
          communeName={communeName}
          isSample={isSample}
          indicators={all}
          lines={lines}
          figures={shown}
        />
      </div>
      {chosen && (
        <Trend
          indicators={all}
          indicator={chosen}
          total={shown.totals.find((total) => total.indicator === chosen.code) ?? null}
          book={book}
          asOf={shown.asOf}
          onIndicator={onIndicator}
        />
      )}
      {opened?.indicator && opened.line && (
        <EvidenceDialog
          key={`${opened.line.id} ${opened.indicator.code}`}
          person={person}
          communeId={communeId}
          asOf={shown.asOf}
          hamlet={opened.line}
          indicator={opened.indicator}
          cell={opened.line.cells.get(opened.indicator.code)}
          onMap={onMap}
          onTable={onTable}
          onClose={() => onOpen(null)}
        />
      )}
    </div>
  );
}
