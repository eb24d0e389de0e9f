import './detail-panel.css';
import type { ReactNode } from 'react';
import type { Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { day } from '../ui/format.ts';
import { Notice } from '../ui/notice.tsx';
import type { LayerState } from './layer-state.ts';
import { SidePanel } from './side-panel.tsx';

/** What is known of the picked feature on the day; why it is not there, when it is not. */
export function DetailPanel({
  state,
  id,
  facts,
  actions,
  onClose,
  onClear,
}: {
  state: LayerState;
  id: string;
  facts: Facts;
  actions?: ReactNode;
  onClose: () => void;
  onClear: (layer: string) => void;
}) {
  const { layer, all, rows } = state;
  const row = all?.find((candidate) => candidate.id === id);
  if (!row) {
    // Still coming, or gone: only the latter is worth a word.
    if (all === null) return null;
    return (
      <SidePanel title={layer.title()} closeLabel={m.panel_close_detail()} onClose={onClose}>
        <Notice tone="warning" title={m.panel_not_there({ date: day(facts.asOf) })}>
          {m.panel_not_there_text()}
        </Notice>
      </SidePanel>
    );
  }
  const { Detail } = layer;
  const isFilteredOut = !rows.some((candidate) => candidate.id === id);
  return (
    <SidePanel
      title={layer.nameOf(row, facts)}
      kind={m.panel_kind_on({ kind: layer.title(), date: day(facts.asOf) })}
      closeLabel={m.panel_close_detail()}
      onClose={onClose}
    >
      {isFilteredOut && (
        <Notice
          tone="warning"
          action={<Button onClick={() => onClear(layer.id)}>{m.panel_clear_layer()}</Button>}
        >
          {m.panel_filtered_out()}
        </Notice>
      )}
      <Detail row={row} facts={facts} />
      {row.valid_to && row.retired_reason && (
        <p className="detail-quiet">
          {m.panel_ended({ date: day(row.valid_to), reason: row.retired_reason })}
        </p>
      )}
      {actions && <div className="detail-actions">{actions}</div>}
    </SidePanel>
  );
}
