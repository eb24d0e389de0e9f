import { createPortal } from 'react-dom';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import type { RecordRow } from './act.ts';
import { actsOn, type Keeper } from './registry.ts';

/** What the person may do to what is picked; nothing where they may do nothing. */
export function RecordActions({
  layer,
  row,
  keeper,
  isToday,
  onAct,
}: {
  layer: string;
  row: RecordRow;
  keeper: Keeper;
  isToday: boolean;
  onAct: (act: string) => void;
}) {
  const acts = actsOn(layer, row, keeper, isToday);
  const [first, ...others] = acts;
  if (!first) return null;
  const menu = `record-acts-${row.id}`;
  return (
    <>
      <Button tone="primary" onClick={() => onAct(first.id)}>
        {first.title()}
      </Button>
      {others.length > 0 && (
        <>
          <Button popoverTarget={menu}>{m.records_more()}</Button>
          {/* Out of the sheet, which scrolls: a menu stays where it was opened. */}
          {createPortal(
            <div id={menu} className="record-menu" popover="auto">
              {others.map((act) => (
                <Button key={act.id} tone="quiet" onClick={() => onAct(act.id)}>
                  {act.title()}
                </Button>
              ))}
            </div>,
            document.body,
          )}
        </>
      )}
    </>
  );
}
