import './filter-panel.css';
import { useState } from 'react';
import type { Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { number } from '../ui/format.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Chips } from './chips.tsx';
import { FilterField } from './filter-field.tsx';
import { activeFilters } from './filter-values.ts';
import type { LayerState } from './layer-state.ts';
import { SidePanel } from './side-panel.tsx';

export type FilterActions = {
  /** `isTyping`: more of the same may follow at once. */
  onFilter: (layer: string, filter: string, values: readonly string[], isTyping?: boolean) => void;
  onClear: (layer: string) => void;
  onClearAll: () => void;
};

/** The filters of every layer that this person may have, with what they let through. */
export function FilterPanel({
  layers,
  facts,
  onClose,
  ...actions
}: { layers: readonly LayerState[]; facts: Facts; onClose: () => void } & FilterActions) {
  const usable = layers.filter(({ isAllowed, isOn, layer }) => isAllowed && (isOn || !layer.restriction));
  const firstOpen = usable.find((state) => activeFilters(state).length > 0) ?? usable[0];
  const [opened, setOpened] = useState<readonly string[]>(firstOpen ? [firstOpen.layer.id] : []);
  return (
    <SidePanel title={m.panel_filters()} closeLabel={m.panel_close_filters()} takesFocus onClose={onClose}>
      <Chips layers={usable} facts={facts} onFilter={actions.onFilter} onClearAll={actions.onClearAll} />
      {usable.map((state) => (
        <LayerFilters
          key={state.layer.id}
          state={state}
          facts={facts}
          isOpen={opened.includes(state.layer.id)}
          onOpen={(isOpen) =>
            setOpened((before) => [
              ...before.filter((id) => id !== state.layer.id),
              ...(isOpen ? [state.layer.id] : []),
            ])
          }
          {...actions}
        />
      ))}
    </SidePanel>
  );
}

function LayerFilters({
  state,
  facts,
  isOpen,
  onOpen,
  onFilter,
  onClear,
}: {
  state: LayerState;
  facts: Facts;
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
} & FilterActions) {
  const { layer, all, rows } = state;
  const isActive = activeFilters(state).length > 0;
  return (
    <details
      className={`filter-layer ${isActive ? 'filter-layer-active' : ''}`}
      open={isOpen}
      onToggle={(event) => onOpen(event.currentTarget.open)}
    >
      <summary>
        <Icon name="down" />
        {layer.title()}
        {all && (
          <span className="filter-layer-count" aria-live="polite">
            {isActive
              ? m.panel_count({ shown: number(rows.length), total: number(all.length) })
              : number(all.length)}
          </span>
        )}
      </summary>
      {isOpen && (
        <>
          {isActive && rows.length === 0 && all !== null && (
            <NothingFound onClear={() => onClear(layer.id)} />
          )}
          {layer.filters.map((filter) => (
            <FilterField
              key={filter.id}
              filter={filter}
              state={state}
              facts={facts}
              onChoose={(values, isTyping) => onFilter(layer.id, filter.id, values, isTyping)}
            />
          ))}
          {isActive && rows.length > 0 && (
            <Button className="filter-layer-clear" onClick={() => onClear(layer.id)}>
              {m.panel_clear_layer()}
            </Button>
          )}
        </>
      )}
    </details>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div className="filter-layer-clear">
      <Notice
        tone="warning"
        title={m.panel_nothing_found()}
        action={<Button onClick={onClear}>{m.panel_clear_layer()}</Button>}
      >
        {m.panel_nothing_found_text()}
      </Notice>
    </div>
  );
}
