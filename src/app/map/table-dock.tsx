import './table-dock.css';
import { m } from '../../messages/generated/messages.js';
import { activeFilters } from '../../panel/filter-values.ts';
import type { LayerState } from '../../panel/layer-state.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { signatureText } from '../session/role-words.ts';
import { DockHandle } from './dock-handle.tsx';
import { LayerFaults } from './layer-faults.tsx';
import { useFiguresAt } from './use-figures-at.ts';
import type { MapPageModel } from './use-map-page.ts';

const loadTable = () => import('../../table/layer-table.tsx');

/** The table of one layer at the foot of the map; on a phone it is a screen of its own. */
export function TableDock({
  page,
  state,
  height,
  onHeight,
}: {
  page: MapPageModel;
  state: LayerState;
  height: number;
  onHeight: (height: number) => void;
}) {
  const { change } = page;
  return (
    <section className="table-dock" aria-label={m.shell_tables()}>
      <DockHandle height={height} onHeight={onHeight} />
      <nav className="table-dock-layers" aria-label={m.shell_which_table()}>
        {page.layers
          .filter(({ isAllowed }) => isAllowed)
          .map(({ layer }) => (
            <Button
              key={layer.id}
              tone="quiet"
              aria-pressed={layer.id === state.layer.id}
              onClick={() => change({ table: layer.id }, { replace: true })}
            >
              {layer.title()}
            </Button>
          ))}
      </nav>
      <div className="table-dock-body">
        <Table page={page} state={state} />
      </div>
    </section>
  );
}

function Table({ page, state }: { page: MapPageModel; state: LayerState }) {
  const { person, commune, membership, view, change, facts, filters } = page;
  const { layer, all, rows, fault } = state;
  const figuresAt = useFiguresAt(page);
  const ground = useGround(person, commune, true);
  const { module, failed } = useModule(loadTable, true);
  const LayerTable = module?.default;
  if (fault) return <LayerFaults layers={[state]} />;
  if (failed) {
    return (
      <Notice tone="warning" title={m.faults_part()}>
        {m.faults_part_text()}
      </Notice>
    );
  }
  if (!LayerTable || all === null) return <Coming />;
  return (
    <LayerTable
      layer={layer}
      rows={rows}
      total={all.length}
      facts={facts}
      figuresAt={figuresAt}
      filterCount={activeFilters(state).length}
      onClearFilters={() => filters.onClear(layer.id)}
      isSample={commune.is_sample}
      viewer={signatureText(membership, facts.names)}
      coordinateSystem={ground.data ? { name: ground.data.coordinateSystem, proj: ground.data.proj } : null}
      selectedId={view.selection?.layer === layer.id ? view.selection.id : null}
      onSelect={(id) => change({ selection: id === null ? null : { layer: layer.id, id } })}
      onClose={() => change({ table: null })}
    />
  );
}

function Coming() {
  return (
    <div className="overview">
      {['40%', '100%', '99%', '98%', '97%'].map((width) => (
        <Skeleton key={width} width={width} height="1.5rem" />
      ))}
    </div>
  );
}
