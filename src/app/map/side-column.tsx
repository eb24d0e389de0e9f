import type { LayerStyle } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { DetailPanel } from '../../panel/detail-panel.tsx';
import { FilterPanel } from '../../panel/filter-panel.tsx';
import { Button } from '../../ui/button.tsx';
import { type Path, usePath } from '../../view/use-view.ts';
import { CoveragePart } from './coverage-part.tsx';
import { RecordActs, RecordSide } from './record-side.tsx';
import type { Tab } from './tab-bar.tsx';
import type { MapPageModel } from './use-map-page.ts';
import type { RecordDesk } from './use-record-desk.ts';

/** Layers of which one row has a page of its own. */
const PAGES: Readonly<Record<string, { path: Path; title: () => string }>> = {
  'security-areas': { path: '/khu-tu-quan', title: m.security_areas_page },
};

/** Beside the map: the filters while they are open, else reach while it is measured, else what is picked. `tab` is null on a wide window. */
export function SideColumn({
  page,
  desk,
  showsFilters,
  onCloseFilters,
  onReachStyle,
  tab,
  onTab,
}: {
  page: MapPageModel;
  desk: RecordDesk;
  showsFilters: boolean;
  onCloseFilters: () => void;
  onReachStyle: (style: LayerStyle | null) => void;
  tab: Tab | null;
  onTab: (tab: Tab) => void;
}) {
  const { view, change, facts, layers, filters } = page;
  const [, go] = usePath();
  const selection = view.selection;
  const picked = layers.find(({ layer, isAllowed }) => isAllowed && layer.id === selection?.layer);
  if (desk.open || desk.showsRetired)
    return <RecordSide page={page} desk={desk} isNarrow={tab !== null} onTab={onTab} />;
  if (showsFilters) {
    return (
      <div className="map-stage-side" data-over-map>
        <FilterPanel layers={layers} facts={facts} onClose={onCloseFilters} {...filters} />
      </div>
    );
  }
  if (view.reach) {
    return (
      <div className="map-stage-side" data-over-map>
        <CoveragePart page={page} reach={view.reach} onStyle={onReachStyle} />
      </div>
    );
  }
  if (!selection || !picked) return null;
  const ownPage = PAGES[selection.layer];
  return (
    <div className="map-stage-side" data-over-map>
      <DetailPanel
        key={selection.id}
        state={picked}
        id={selection.id}
        facts={facts}
        actions={
          <>
            <RecordActs page={page} desk={desk} layer={selection.layer} id={selection.id} />
            {ownPage && <Button onClick={() => go(ownPage.path)}>{ownPage.title()}</Button>}
            {tab !== null && tab !== 'map' && (
              <Button onClick={() => onTab('map')}>{m.shell_show_on_map()}</Button>
            )}
            {view.table !== selection.layer && (
              <Button onClick={() => change({ table: selection.layer })}>{m.shell_show_in_table()}</Button>
            )}
          </>
        }
        onClose={() => change({ selection: null })}
        onClear={filters.onClear}
      />
    </div>
  );
}
