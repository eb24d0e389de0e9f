import { useState } from 'react';
import type { Indicator } from '../../data/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { CSV_DIALECTS, csvOf } from '../../table/csv.ts';
import { download } from '../../table/download.ts';
import { fileName } from '../../table/file-name.ts';
import { workbookOf } from '../../table/workbook.ts';
import { Button } from '../../ui/button.tsx';
import { instant } from '../../ui/format.ts';
import type { HamletLine } from './matrix.ts';
import { scorecardSheet } from './scorecard-sheet.ts';
import type { DayFigures } from './use-day-figures.ts';

/** Saves what the scorecard shows, with the moment of its figures, and says how that went. */
export function ExportButtons({
  communeName,
  isSample,
  indicators,
  lines,
  figures,
}: {
  communeName: string;
  isSample: boolean;
  indicators: readonly Indicator[];
  lines: readonly HamletLine[];
  figures: DayFigures;
}) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const save = async (ending: 'csv' | 'xlsx', make: () => Promise<Blob>) => {
    const sample = isSample ? [m.shell_sample()] : [];
    const name = fileName([communeName, m.scorecard_title(), figures.asOf, ...sample], ending);
    setOutcome(null);
    try {
      download(await make(), name);
      setOutcome(m.table_export_done({ name }));
    } catch {
      // The writer of workbooks is fetched at the first export, and the server may be away just then.
      setOutcome(m.table_export_failed());
    }
  };
  const sheet = () => scorecardSheet(indicators, lines, figures);
  const csv = async () =>
    new Blob([csvOf(sheet(), CSV_DIALECTS[getLocale()])], { type: 'text/csv;charset=utf-8' });
  const xlsx = () =>
    workbookOf(m.scorecard_title(), sheet(), {
      sheet: m.table_origin(),
      lines: [
        [m.table_origin_commune(), communeName],
        [m.table_origin_as_of(), { day: figures.asOf }],
        [m.scorecard_fetched_title(), instant(figures.fetchedAt.toISOString())],
        [m.table_origin_exported(), instant(new Date().toISOString())],
        [m.table_origin_empty(), m.table_no_data()],
        ...(isSample ? ([[m.table_origin_note(), m.table_sample()]] as const) : []),
      ],
    });
  return (
    <div className="scorecard-export">
      <Button onClick={() => save('csv', csv)}>{m.table_export_csv()}</Button>
      <Button onClick={() => save('xlsx', xlsx)}>{m.table_export_xlsx()}</Button>
      <span role="status">{outcome}</span>
    </div>
  );
}
