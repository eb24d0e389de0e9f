import type { Geometry } from 'geojson';
import { lazy, Suspense, useMemo } from 'react';
import type { PreviewFeature } from '../../map/preview.ts';
import { m } from '../../messages/generated/messages.js';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { CareSubject } from './contract.ts';

const PreviewMap = lazy(() => import('../../map/preview-map.tsx'));

/** What is on the map and what is proposed, both in one small picture, among what lies around. Degrees of WGS84. */
export function ProposalMap({
  now,
  proposed,
  subjects,
}: {
  /** Null: something new. */
  now: Geometry | null;
  proposed: Geometry;
  subjects: readonly CareSubject[];
}) {
  const features = useMemo<PreviewFeature[]>(
    () => [
      ...subjects.map(({ geometry }) => ({ row: 1, name: '', tone: 'quiet' as const, geometry })),
      ...(now ? [{ row: 2, name: '', tone: 'wrong' as const, geometry: now }] : []),
      { row: 3, name: '', tone: 'plain', geometry: proposed },
    ],
    [subjects, now, proposed],
  );
  return (
    <>
      <div className="field-proposal-map">
        <Suspense fallback={<Skeleton height="100%" />}>
          <PreviewMap
            label={m.field_proposal_map()}
            noMapText={m.field_proposal_map_none()}
            words={{ zoomIn: m.map_zoom_in(), zoomOut: m.map_zoom_out(), whole: m.changes_whole() }}
            outline={null}
            features={features}
          />
        </Suspense>
      </div>
      <p className="field-legend">
        {now && <span className="field-legend-now">{m.field_legend_now()}</span>}
        <span className="field-legend-mine">{m.field_legend_mine()}</span>
      </p>
    </>
  );
}
