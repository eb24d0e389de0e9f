import { useState } from 'react';
import { m } from '../messages/generated/messages.js';
import { getLocale } from '../messages/generated/runtime.js';
import { Button } from '../ui/button.tsx';
import type { LayerTableProps } from './contract.ts';
import { CSV_DIALECTS, csvOf } from './csv.ts';
import { download } from './download.ts';
import { exportSheet } from './export-sheet.ts';
import { fileName } from './file-name.ts';
import { originOf } from './origin.ts';
import { type LayerTableModel, sortedBy } from './use-layer-table.ts';
import { workbookOf } from './workbook.ts';

/** Saves exactly what the table shows, as a CSV file or an Excel workbook, and says how that went. */
export function ExportButtons({ props, model }: { props: LayerTableProps; model: LayerTableModel }) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const { layer, facts } = props;

  const save = async (ending: 'csv' | 'xlsx', make: () => Promise<Blob>) => {
    const sample = props.isSample ? [m.shell_sample()] : [];
    const name = fileName([facts.communeName, layer.title(), facts.asOf, ...sample], ending);
    setOutcome(null);
    try {
      download(await make(), name);
      setOutcome(m.table_export_done({ name }));
    } catch {
      // The writer of workbooks is fetched at the first export, and the server may be away just then.
      setOutcome(m.table_export_failed());
    }
  };
  const sheet = () => exportSheet(model.columns, model.rows, facts);
  const csv = async () =>
    new Blob([csvOf(sheet(), CSV_DIALECTS[getLocale()])], { type: 'text/csv;charset=utf-8' });
  const xlsx = () => workbookOf(layer.title(), sheet(), originOf(props, aboutShown(props, model)));

  return (
    <>
      <Button title={m.table_export_hint()} onClick={() => save('csv', csv)}>
        {m.table_export_csv()}
      </Button>
      <Button title={m.table_export_hint()} onClick={() => save('xlsx', xlsx)}>
        {m.table_export_xlsx()}
      </Button>
      <span role="status" className="table-outcome">
        {outcome}
      </span>
    </>
  );
}

function aboutShown({ layer }: LayerTableProps, model: LayerTableModel) {
  const sort = sortedBy(model, layer.columns);
  return {
    rowCount: model.rows.length,
    search: model.search.trim(),
    sortedBy: sort && `${sort.column.title()} ${sort.descending ? '↓' : '↑'}`,
    exportedAt: new Date(),
  };
}
