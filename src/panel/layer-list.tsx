import './layer-list.css';
import { m } from '../messages/generated/messages.js';
import { number } from '../ui/format.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Switch } from '../ui/switch.tsx';
import { activeFilters } from './filter-values.ts';
import type { LayerState } from './layer-state.ts';

/** Every layer with its switch and how many it shows; a layer that is not for this person says for whom it is. */
export function LayerList({
  layers,
  onSwitch,
}: {
  layers: readonly LayerState[];
  onSwitch: (layer: string, isOn: boolean) => void;
}) {
  return (
    <ul className="layer-list">
      {layers.map((state) => (
        <li key={state.layer.id}>
          <Switch
            checked={state.isOn && state.isAllowed}
            disabled={!state.isAllowed}
            onChange={(isOn) => onSwitch(state.layer.id, isOn)}
          >
            {state.layer.title()}
          </Switch>
          <Count state={state} />
        </li>
      ))}
    </ul>
  );
}

function Count({ state }: { state: LayerState }) {
  const { layer, isAllowed, all, rows, fault } = state;
  if (!isAllowed) return <span className="layer-list-count">{layer.restriction?.()}</span>;
  if (fault) return <span className="layer-list-count">{m.panel_not_loaded()}</span>;
  if (all === null) {
    // A layer that is fetched only when it is on has nothing to count before.
    return state.isOn || !layer.restriction ? <Skeleton width="1.75rem" height="0.875rem" /> : null;
  }
  // A layer without a single row has nothing that anybody reported, which is not the same as none.
  if (all.length === 0) return <span className="layer-list-count">{m.layers_no_data()}</span>;
  if (activeFilters(state).length === 0) {
    return <span className="layer-list-count">{number(all.length)}</span>;
  }
  return (
    <span className="layer-list-count layer-list-count-filtered">
      {m.panel_count({ shown: number(rows.length), total: number(all.length) })}
    </span>
  );
}
