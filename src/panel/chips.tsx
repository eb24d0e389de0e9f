import './chips.css';
import type { Facts } from '../layers/layer.ts';
import { m } from '../messages/generated/messages.js';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { activeFilters, chosenText } from './filter-values.ts';
import type { LayerState } from './layer-state.ts';

/** What is chosen, each taken away by one press, all of it by another. */
export function Chips({
  layers,
  facts,
  onFilter,
  onClearAll,
}: {
  layers: readonly LayerState[];
  facts: Facts;
  onFilter: (layer: string, filter: string, values: readonly string[]) => void;
  onClearAll: () => void;
}) {
  const allowed = layers.filter(({ isAllowed }) => isAllowed);
  const chips = allowed.flatMap((state) =>
    activeFilters(state).map((filter) => ({
      key: `${state.layer.id}.${filter.id}`,
      layer: state.layer.title(),
      title: filter.title(),
      text: chosenText(filter, state.chosen[filter.id] ?? [], facts),
      remove: () => onFilter(state.layer.id, filter.id, []),
    })),
  );
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      {chips.map(({ key, layer, title, text, remove }) => (
        <button
          key={key}
          type="button"
          className="chip"
          aria-label={m.panel_remove_filter({ filter: `${title}: ${text}` })}
          title={layer}
          onClick={remove}
        >
          <span>
            {title}: <b>{text}</b>
          </span>
          <Icon name="close" />
        </button>
      ))}
      {chips.length > 1 && (
        <Button tone="quiet" onClick={onClearAll}>
          {m.panel_clear_all()}
        </Button>
      )}
    </div>
  );
}
