import './map-stage.css';
import { useMemo, useState } from 'react';
import type { LayerStyle } from '../../layers/layer.ts';
import { createCameraLink } from '../../map/camera-link.ts';
import type { FitPadding, MapFault, Picked, Presented } from '../../map/contract.ts';
import type { Editing } from '../../map/editing/contract.ts';
import { m } from '../../messages/generated/messages.js';
import { LegendCard } from '../../panel/legend-card.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { FaultNotice } from '../fault-notice.tsx';
import { isUnreachable } from '../queries.ts';
import { LayerFoot } from './layer-foot.tsx';
import { SwipePart } from './swipe-part.tsx';
import { useFiguresAt } from './use-figures-at.ts';
import type { MapPageModel } from './use-map-page.ts';
import { useSameList } from './use-same-list.ts';

const loadMap = () => import('../../map/commune-map.tsx');
/** Where the keyboard lands that skips the lists. */
export const MAP_ID = 'map';
const EDGE = 40;
/** What stands over the map, with its gaps, in pixels. It stays reserved, so that nothing jumps when it goes. */
const LEGEND = 300;
const BUTTONS = 64;
const FORM = 474;
/** Around the ground of a scene. */
const EVEN = 24;

/** The map with its legend. It is fetched when `wanted`; everything else works without it. */
export function MapStage({
  page,
  wanted,
  isNarrow,
  showsLegend,
  hover,
  editing,
  hasForm,
  presented = null,
  extra = null,
}: {
  page: MapPageModel;
  wanted: boolean;
  isNarrow: boolean;
  /** False while something else stands in the legend's place. */
  showsLegend: boolean;
  hover: Picked | null;
  /** A form stands over the map, and what it is about is to be seen beside it. */
  hasForm: boolean;
  /** Shown to an audience, who press nothing in it. */
  presented?: Presented | null;
  /** What a form is drawing. */
  editing: Editing | null;
  /** What a task draws over the layers. */
  extra?: LayerStyle | null;
}) {
  const { commune, facts, view, change } = page;
  const { module, failed } = useModule(loadMap, wanted);
  const ground = useGround(page.person, commune, wanted);
  const [fault, setFault] = useState<MapFault | null>(null);
  const [cameras] = useState(createCameraLink);
  const figuresAt = useFiguresAt(page);
  const [isLegendOpen, setLegendOpen] = useState(!isNarrow);
  const source = commune.is_sample
    ? m.shell_sample_source()
    : (commune.boundary_source ?? m.shell_source_not_recorded());
  const shown = useSameList(
    page.layers
      .filter(({ isOn, isAllowed, all }) => isOn && isAllowed && all !== null)
      .map(({ layer, rows }) => ({ layer, rows })),
  );
  const fitPadding = useMemo<FitPadding>(
    () =>
      presented
        ? { top: EVEN, right: EVEN, bottom: EVEN, left: EVEN }
        : isNarrow
          ? { top: BUTTONS, right: 16, bottom: BUTTONS, left: 16 }
          : { top: BUTTONS, right: EDGE, bottom: EDGE, left: hasForm ? FORM : LEGEND },
    [presented, isNarrow, hasForm],
  );
  const attribution = useMemo(
    () => ({ source, date: facts.asOf, coordinateSystem: ground.data?.coordinateSystem ?? '' }),
    [source, facts.asOf, ground.data],
  );
  const shape = useMemo(
    () => ground.data && { name: commune.name, geometry: ground.data.geometry },
    [commune.name, ground.data],
  );
  const CommuneMap = module?.default;
  return (
    <main className="map-stage" id={MAP_ID} tabIndex={-1} aria-label={m.shell_map()}>
      {CommuneMap && ground.data && shape ? (
        <div className="map-stage-canvas">
          <ErrorBoundary fallback={(again) => <BrokenMap onAgain={again} />}>
            <CommuneMap
              commune={shape}
              neighbours={ground.data.neighbours}
              shown={shown}
              facts={facts}
              indicator={view.indicator}
              selection={view.selection}
              hover={hover}
              editing={editing}
              camera={view.camera}
              onCamera={(camera) => change({ camera }, { replace: true })}
              onSelect={(selection) => change({ selection })}
              onFault={setFault}
              fitPadding={fitPadding}
              presented={presented}
              extra={extra}
              attribution={attribution}
              link={{ as: 'lead', with: cameras }}
            />
            {fault === null && !hasForm && (
              <SwipePart
                page={page}
                CommuneMap={CommuneMap}
                ground={{
                  commune: shape,
                  neighbours: ground.data.neighbours,
                  fitPadding,
                  attribution,
                  presented,
                }}
                cameras={cameras}
              />
            )}
          </ErrorBoundary>
        </div>
      ) : (
        <div className="map-stage-waiting">
          {ground.isError && !isUnreachable(ground.error) ? (
            <FaultNotice error={ground.error} onRetry={() => void ground.refetch()} />
          ) : failed ? (
            <Notice tone="warning" title={m.faults_map()}>
              {m.faults_map_text()}
            </Notice>
          ) : (
            <p role="status">{m.map_loading()}</p>
          )}
        </div>
      )}
      {fault === null && showsLegend && (
        <div className="map-stage-legend" data-over-map>
          <LegendCard
            layers={page.layers}
            facts={facts}
            indicator={view.indicator}
            source={source}
            figuresAt={figuresAt}
            isOpen={isLegendOpen}
            onOpen={setLegendOpen}
          />
        </div>
      )}
      {fault === null && !presented && !hasForm && (
        <div className="map-stage-foot">
          {page.layers
            .filter(({ isOn, isAllowed, all, layer }) => isOn && isAllowed && all !== null && layer.foot)
            .map(({ layer, rows }) => (
              <LayerFoot key={layer.id} layer={layer} rows={rows} facts={facts} />
            ))}
        </div>
      )}
    </main>
  );
}

function BrokenMap({ onAgain }: { onAgain: () => void }) {
  return (
    <div className="map-stage-waiting">
      <Notice
        tone="error"
        title={m.faults_map_broken()}
        action={<Button onClick={onAgain}>{m.faults_map_again()}</Button>}
      >
        {m.faults_map_broken_text()}
      </Notice>
    </div>
  );
}
