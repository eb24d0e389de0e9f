import './coverage.css';
import { useQuery } from '@tanstack/react-query';
import type { Position } from 'geojson';
import { useEffect, useMemo, useState } from 'react';
import type { LayerStyle } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { SidePanel } from '../../panel/side-panel.tsx';
import type { Reach } from '../../view/view.ts';
import { CoverageAnswer } from './answer.tsx';
import { CoverageChoice } from './choice.tsx';
import { HamletTable } from './hamlet-table.tsx';
import { type CoverageHamlet, type CoveragePoint, placesOf, storedReach } from './measure.ts';
import { BestPlaces } from './places.tsx';
import { queryCoverage, queryPlaces } from './server.ts';
import { styleOf } from './style.ts';
import { useLiveReach } from './use-live-reach.ts';

/** A layer whose points may serve, with its rows of the day; null while they are on their way. */
export type ServingLayer = { id: string; title: string; rows: readonly CoveragePoint[] | null };

/** The sheet in which somebody moves a radius and reads what lies outside it; the map shows the same. */
export default function Coverage({
  person,
  communeId,
  asOf,
  reach,
  hamlets,
  layers,
  names,
  onReach,
  onStyle,
  onHamlet,
  onPlace,
}: {
  person: string;
  communeId: string;
  asOf: string;
  reach: Reach;
  hamlets: readonly CoverageHamlet[];
  layers: readonly ServingLayer[];
  names: ReadonlyMap<string, string>;
  onReach: (reach: Reach | null) => void;
  /** What the map is to draw over its layers; null when the sheet goes. */
  onStyle: (style: LayerStyle | null) => void;
  onHamlet: (id: string) => void;
  onPlace: (place: Position) => void;
}) {
  // While the slider moves, the link waits: it says where the slider came to rest.
  const [moving, setMoving] = useState<number | null>(null);
  const radius = moving ?? reach.radius;
  const rows = layers.find(({ id }) => id === reach.layer)?.rows ?? null;
  const points = useMemo(() => placesOf(rows ?? [], reach.kinds), [rows, reach.kinds]);
  const scope = { person, communeId, asOf, reach };
  const stored = useQuery(queryCoverage(scope));
  const places = useQuery(queryPlaces(scope));
  const atRest = moving === null && stored.data !== undefined;
  const live = useLiveReach(hamlets, points, radius, !atRest);
  // While a new radius is being measured the figures of the last one stay, and say of which they are.
  const reached = useMemo(
    () => (atRest && stored.data ? storedReach(stored.data) : (live?.reached ?? null)),
    [atRest, stored.data, live],
  );
  const best = moving === null ? (places.data ?? null) : null;
  const style = useMemo(
    () => styleOf(points, radius, reached ?? [], best ?? []),
    [points, radius, reached, best],
  );
  useEffect(() => onStyle(style), [style, onStyle]);
  useEffect(() => () => onStyle(null), [onStyle]);
  const rest = () => {
    if (moving !== null && moving !== reach.radius) onReach({ ...reach, radius: moving });
    setMoving(null);
  };
  return (
    <SidePanel
      title={m.coverage_title()}
      closeLabel={m.coverage_close()}
      takesFocus
      onClose={() => onReach(null)}
    >
      <CoverageChoice
        layers={layers}
        reach={reach}
        radius={radius}
        onReach={onReach}
        onMove={setMoving}
        onRest={rest}
      />
      {hamlets.length === 0 ? (
        <p role="status">{m.coverage_no_hamlets()}</p>
      ) : reached === null ? (
        <p role="status">{m.coverage_measuring()}</p>
      ) : (
        <>
          <CoverageAnswer
            hamlets={reached}
            radius={atRest ? reach.radius : (live?.radius ?? radius)}
            asOf={asOf}
            noPoints={rows !== null && points.length === 0}
            storedAt={atRest ? stored.dataUpdatedAt : null}
            hasFailed={stored.isError}
            onRetry={() => void stored.refetch()}
          />
          <HamletTable hamlets={reached} names={names} onHamlet={onHamlet} />
          <BestPlaces places={best} names={names} onPlace={onPlace} />
        </>
      )}
    </SidePanel>
  );
}
