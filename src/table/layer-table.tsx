import { useId } from 'react';
import { m } from '../messages/generated/messages.js';
import { Button, IconButton } from '../ui/button.tsx';
import { day } from '../ui/format.ts';
import { ColumnChooser } from './column-chooser.tsx';
import type { LayerTableProps } from './contract.ts';
import { ExportMenu } from './export-menu.tsx';
import { Grid } from './grid.tsx';
import './layer-table.css';
import { rowCount } from './origin.ts';
import { type LayerTableModel, useLayerTable } from './use-layer-table.ts';

/** The table of any layer. Its search, order and columns are its own and start anew with each layer. */
export default function LayerTable(props: LayerTableProps) {
  return <TableOfLayer key={props.layer.id} {...props} />;
}

function TableOfLayer(props: LayerTableProps) {
  const { layer, total, facts, selectedId, onSelect, onClose } = props;
  const model = useLayerTable(props);
  const heading = useId();
  return (
    <section className="layer-table" aria-labelledby={heading}>
      <header className="table-bar">
        <h2 id={heading}>{layer.title()}</h2>
        <p role="status" className="table-count">
          {rowCount(model.rows.length, total)}
        </p>
        <input
          type="search"
          className="table-search"
          aria-label={m.table_search()}
          placeholder={m.table_search()}
          value={model.search}
          onChange={(event) => model.setSearch(event.target.value)}
        />
        <ColumnChooser table={model.table} />
        <ExportMenu props={props} model={model} />
        <IconButton className="table-close" icon="close" label={m.table_close()} onClick={onClose} />
      </header>
      {model.rows.length > 0 ? (
        <Grid label={layer.title()} model={model} facts={facts} selectedId={selectedId} onSelect={onSelect} />
      ) : (
        <NothingToShow props={props} model={model} />
      )}
    </section>
  );
}

/** Why the table is empty, and the one press that changes it. */
function NothingToShow({ props, model }: { props: LayerTableProps; model: LayerTableModel }) {
  const { total, rows, facts, onClearFilters } = props;
  if (total === 0) {
    return <p className="table-nothing">{m.table_empty_layer({ day: day(facts.asOf) })}</p>;
  }
  const filtered = rows.length === 0;
  return (
    <div className="table-nothing">
      <p>{filtered ? m.table_empty_filters() : m.table_empty_search({ text: model.search.trim() })}</p>
      <Button onClick={filtered ? onClearFilters : () => model.setSearch('')}>
        {filtered ? m.table_clear_filters() : m.table_clear_search()}
      </Button>
    </div>
  );
}
