import '../../ui/room-table.css';
import './security-areas.css';
import type { Facts } from '../../layers/layer.ts';
import type { SecurityAreaRow } from '../../layers/security-areas/row.ts';
import { m } from '../../messages/generated/messages.js';
import { Notice } from '../../ui/notice.tsx';
import { AreaList } from './area-list.tsx';
import { AreaPage } from './area-page.tsx';

/** The self-managed areas of a day as a list, or one of them with all its years. */
export default function SecurityAreas({
  rows,
  id,
  facts,
  isSample,
  onChoose,
  onMap,
}: {
  rows: readonly SecurityAreaRow[];
  /** The area whose page is open; null: the list. */
  id: string | null;
  facts: Facts;
  isSample: boolean;
  onChoose: (id: string | null) => void;
  onMap: (id: string) => void;
}) {
  const row = rows.find((one) => one.id === id);
  if (row)
    return (
      <AreaPage
        row={row}
        facts={facts}
        isSample={isSample}
        onAll={() => onChoose(null)}
        onMap={() => onMap(row.id)}
      />
    );
  return (
    <>
      {id !== null && <Notice tone="warning">{m.security_areas_not_there()}</Notice>}
      {rows.length === 0 ? (
        <Notice>{m.security_areas_none()}</Notice>
      ) : (
        <AreaList rows={rows} facts={facts} onChoose={onChoose} />
      )}
    </>
  );
}
