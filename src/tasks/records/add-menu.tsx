import type { Role } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KEEPERS } from './keepers.ts';
import { addableLayers } from './registry.ts';

/** What the person may add to the map, one entry a layer; nothing where they may add nothing. */
export function AddMenu({
  role,
  onAdd,
  onRetired,
}: {
  role: Role | null;
  onAdd: (layer: string) => void;
  /** What was retired is asked for. */
  onRetired: () => void;
}) {
  const layers = addableLayers(role);
  if (layers.length === 0) return null;
  return (
    <>
      <Button className="map-page-narrow-icon record-add" popoverTarget="record-add">
        <Icon name="add" />
        <span>{m.records_add()}</span>
      </Button>
      <div id="record-add" className="record-menu" popover="auto">
        {layers.map(({ layer, acts }) => (
          <Button
            key={layer}
            tone="quiet"
            popoverTarget="record-add"
            popoverTargetAction="hide"
            onClick={() => onAdd(layer)}
          >
            {acts.find(({ needsRow }) => !needsRow)?.title()}
          </Button>
        ))}
        {role !== null && KEEPERS.has(role) && (
          <Button
            tone="quiet"
            className="record-menu-apart"
            popoverTarget="record-add"
            popoverTargetAction="hide"
            onClick={onRetired}
          >
            {m.records_retired()}
          </Button>
        )}
      </div>
    </>
  );
}
