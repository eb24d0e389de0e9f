import { useId } from 'react';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import type { LayerTableModel } from './use-layer-table.ts';

/** A button that opens the list of columns. The browser's popover closes by Esc or a press elsewhere. */
export function ColumnChooser({ table }: Pick<LayerTableModel, 'table'>) {
  const id = useId();
  const choosable = table.getAllLeafColumns().filter((column) => column.getCanHide());
  if (choosable.length === 0) return null;
  return (
    <>
      <Button className="table-columns-button" popoverTarget={id}>
        {m.table_columns()}
      </Button>
      <fieldset id={id} popover="auto" className="table-columns">
        <legend>{m.table_choose_columns()}</legend>
        {choosable.map((column) => (
          <label key={column.id}>
            <input
              type="checkbox"
              checked={column.getIsVisible()}
              onChange={column.getToggleVisibilityHandler()}
            />
            {String(column.columnDef.header)}
          </label>
        ))}
      </fieldset>
    </>
  );
}
