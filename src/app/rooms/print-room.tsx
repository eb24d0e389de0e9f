import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { boundsOf } from '../../geo/bounds.ts';
import { boundsOfCamera } from '../../geo/camera-bounds.ts';
import { nameOf } from '../../layers/hamlets/figures/words.ts';
import { PLAN_INDICATOR } from '../../layers/hamlets/progress.ts';
import { m } from '../../messages/generated/messages.js';
import { activeFilters } from '../../panel/filter-values.ts';
import type { LayerState } from '../../panel/layer-state.ts';
import type { ReachOnPaper } from '../../tasks/coverage/on-paper.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import type { Reach } from '../../view/view.ts';
import { communeTitle, officialTitle } from '../commune/commune-name.ts';
import { type Ground, useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { FaultNotice } from '../fault-notice.tsx';
import { servedReach } from '../map/coverage-part.tsx';
import { LayerFaults } from '../map/layer-faults.tsx';
import { useFiguresAt } from '../map/use-figures-at.ts';
import { type MapPageModel, useMapPage } from '../map/use-map-page.ts';
import { useSameList } from '../map/use-same-list.ts';
import { useToday } from '../map/use-today.ts';
import { signatureText } from '../session/role-words.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/print/index.tsx');
const loadReach = () => import('../../tasks/coverage/on-paper.tsx');
const loadProjection = () => import('../../geo/projection.ts');

/** What the map shows, as sheets of paper: whoever sees it may print it. */
export default function PrintRoom(props: RoomProps) {
  const { place } = props;
  const page = useMapPage(place);
  const ground = useGround(place.person, place.commune, true);
  const { failed } = useModule(load, true);
  const askAgain = useAskAgain();
  const on = page.layers.filter(({ isOn, isAllowed }) => isOn && isAllowed);
  const missing = on.filter(({ fault, all }) => fault !== null && all === null);
  const fault = ground.error ?? page.figuresFault;
  const { indicator, rings } = page.view;
  const needsFigures = (indicator !== null && indicator !== PLAN_INDICATOR) || rings.length > 0;
  // A sheet on which something is still missing would be taken for whole.
  const isHere =
    page.comingDay === null &&
    on.every(({ all }) => all !== null) &&
    (!needsFigures || page.figures !== null);
  return (
    <RoomFrame {...props} title={m.print_title()} lead={m.print_lead()} failed={failed}>
      {fault ? (
        <FaultNotice error={fault} onRetry={askAgain} />
      ) : missing.length > 0 ? (
        <LayerFaults layers={missing} />
      ) : ground.data && isHere ? (
        <ErrorBoundary fallback={() => <p role="alert">{m.faults_part_text()}</p>}>
          {page.view.reach ? (
            <SheetsWithReach page={page} ground={ground.data} reach={servedReach(page.view.reach)} />
          ) : (
            <Sheets page={page} ground={ground.data} added={null} />
          )}
        </ErrorBoundary>
      ) : null}
    </RoomFrame>
  );
}

/** Asks once more for whatever did not come, be it the ground, the figures or reach. */
function useAskAgain(): () => void {
  const cache = useQueryClient();
  return () => void cache.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
}

const printed = ({ layer, rows, all, ...state }: LayerState) => ({
  layer,
  rows,
  total: all?.length ?? 0,
  filterCount: activeFilters({ layer, rows, all, ...state }).length,
});

function SheetsWithReach({ page, ground, reach }: { page: MapPageModel; ground: Ground; reach: Reach }) {
  const { person, commune, facts, layers } = page;
  const { module, failed } = useModule(loadReach, true);
  const askAgain = useAskAgain();
  const serving = layers.find(({ layer }) => layer.id === reach.layer);
  const rows = serving?.all ?? null;
  if (failed) return <p role="alert">{m.faults_part_text()}</p>;
  if (!module || !serving || !rows) return <RoomSkeleton />;
  return (
    <module.default
      person={person}
      communeId={commune.id}
      asOf={facts.asOf}
      reach={reach}
      layer={{ title: serving.layer.title(), rows }}
      names={facts.names}
    >
      {(on, error) =>
        on ? (
          <Sheets page={page} ground={ground} added={on} />
        ) : error ? (
          <FaultNotice error={error} onRetry={askAgain} />
        ) : (
          <RoomSkeleton />
        )
      }
    </module.default>
  );
}

function Sheets({ page, ground, added }: { page: MapPageModel; ground: Ground; added: ReachOnPaper | null }) {
  const { commune, facts, layers, view, membership } = page;
  const { module } = useModule(load, true);
  const { module: projections } = useModule(loadProjection, true);
  const projection = useMemo(
    () => projections?.projectionOf(ground.proj) ?? null,
    [projections, ground.proj],
  );
  const shownAt = useFiguresAt(page)?.getTime() ?? Date.now();
  const figuresAt = new Date(Math.min(shownAt, added?.figuresAt ?? shownAt));
  const today = useToday();
  const here = layers.filter(({ isAllowed, all }) => isAllowed && all !== null);
  const shown = useSameList(here.filter(({ isOn }) => isOn).map(printed));
  const shape = useMemo(
    () => ({ name: commune.name, geometry: ground.geometry }),
    [commune.name, ground.geometry],
  );
  const whole = useMemo(() => boundsOf(ground.geometry), [ground.geometry]);
  const viewed = useMemo(
    () =>
      view.camera && boundsOfCamera(view.camera, { width: window.innerWidth, height: window.innerHeight }),
    [view.camera],
  );
  if (!module || !projection || !whole) return null;
  const indicator = page.figures?.indicators.find(({ code }) => code === view.indicator);
  return (
    <module.default
      commune={shape}
      officialTitle={officialTitle(commune.name)}
      neighbours={ground.neighbours}
      isSample={commune.is_sample}
      projection={projection}
      coordinateSystem={ground.coordinateSystem}
      shown={shown}
      tables={here.map(printed)}
      firstTable={view.table}
      whole={whole}
      viewed={viewed}
      facts={facts}
      indicator={view.indicator}
      added={added}
      firstTitle={m.print_first_title({
        commune: communeTitle(commune.name),
        what: indicator ? nameOf(indicator) : m.print_plan(),
      })}
      source={
        commune.is_sample
          ? m.shell_sample_source()
          : (commune.boundary_source ?? m.shell_source_not_recorded())
      }
      printedBy={signatureText(membership, facts.names)}
      figuresAt={figuresAt}
      today={today}
    />
  );
}
