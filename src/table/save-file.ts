import { useState } from 'react';
import { m } from '../messages/generated/messages.js';
import { instant } from '../ui/format.ts';
import type { LayerTableProps } from './contract.ts';
import { download } from './download.ts';
import { exportSheet, signedSheet } from './export-sheet.ts';
import { fileName } from './file-name.ts';
import { featureList } from './files/feature-list.ts';
import { ENDINGS, FileRefused, type Format, makeFile, type Places } from './files/make-file.ts';
import { originOf } from './origin.ts';
import { type LayerTableModel, sortedBy } from './use-layer-table.ts';

/** Saves exactly what the table shows as a file, and says how that went. */
export function useSaveFile(props: LayerTableProps, model: LayerTableModel) {
  const [outcome, setOutcome] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { layer, facts, coordinateSystem } = props;

  const save = async (format: Format, places: Places) => {
    setOutcome(null);
    setSaving(true);
    try {
      const sample = props.isSample ? [m.shell_sample()] : [];
      const name = fileName([facts.communeName, layer.title(), facts.asOf, ...sample], ENDINGS[format]);
      const file = await makeFile({
        format,
        places,
        system: coordinateSystem,
        name: name.slice(0, -ENDINGS[format].length - 1),
        list: listOf(props, model, places),
      });
      download(file, name);
      setOutcome(m.table_export_done({ name }));
    } catch (error) {
      // Writers are fetched at the first export, and the server may be away just then.
      setOutcome(error instanceof FileRefused ? error.message : m.table_export_failed());
    }
    setSaving(false);
  };
  return { outcome, isSaving, save };
}

function listOf(props: LayerTableProps, model: LayerTableModel, places: Places) {
  const { layer, facts, coordinateSystem } = props;
  const exportedAt = new Date();
  const plain = exportSheet(model.columns, model.rows, facts);
  const sheet = layer.signsFiles
    ? signedSheet(plain, props.viewer, instant(exportedAt.toISOString()))
    : plain;
  const shapes = model.rows.map((row) => ({
    id: row.id,
    name: layer.nameOf(row, facts),
    geometry: row.geometry,
  }));
  const system = places === 'plane' ? coordinateSystem?.name : places === 'degrees' ? 'WGS 84' : null;
  const sort = sortedBy(model, layer.columns);
  const origin = originOf(props, {
    rowCount: model.rows.length,
    search: model.search.trim(),
    sortedBy: sort && `${sort.column.title()} ${sort.descending ? '↓' : '↑'}`,
    exportedAt,
    coordinateSystem: system ?? null,
  });
  return featureList(layer.title(), sheet, shapes, origin);
}
