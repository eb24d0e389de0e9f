import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useDraft } from '../../data/draft.ts';
import { m } from '../../messages/generated/messages.js';
import { areasOf } from './boundary-choice.ts';
import { BoundaryStep } from './boundary-step.tsx';
import { type CommuneDraft, emptyCommuneDraft } from './commune-draft.ts';
import { CommuneStep } from './commune-step.tsx';
import type { Ground } from './file/read-file.ts';
import { useChosenFile } from './file/use-chosen-file.ts';
import { type BoundaryReading, readBoundary } from './server.ts';
import { useZones } from './use-zones.ts';

/** From the boundary's file to the commune: two steps over one draft. */
export function CommuneStage({ userId }: { userId: string }) {
  const [draft, change] = useDraft<CommuneDraft>(`${userId}:commune`, emptyCommuneDraft);
  const zones = useZones(userId);
  const ground = useMemo(
    (): Ground | null =>
      zones.data ? { wanted: 'area', zones: zones.data, home: null, boundary: null } : null,
    [zones.data],
  );
  const { file, choose, place, forget } = useChosenFile(`${userId}:boundary`, ground);
  const content = file.status === 'ready' ? file.content : null;
  const areas = useMemo(
    () => (content ? areasOf(content, (position) => m.set_up_area({ position })) : []),
    [content],
  );
  const chosen = areas.length === 1 ? 0 : draft.chosen;
  const area = chosen === null ? null : (areas[chosen] ?? null);
  const meant = draft.how === 'all' ? areas : area ? [area] : [];
  const boundaryId =
    file.status === 'ready' && !file.placing.asks && meant.length > 0
      ? `${file.firstId} ${draft.how} ${chosen} ${file.placing.chosen}`
      : null;
  const reading = useQuery<BoundaryReading>({
    queryKey: [userId, 'boundary', boundaryId],
    enabled: boundaryId !== null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readBoundary(meant.map(({ feature }) => feature.geometry)),
  });

  const geometry = reading.data?.geometry;
  if (draft.step === 'commune' && geometry && boundaryId !== null) {
    return (
      <CommuneStep
        userId={userId}
        draft={draft}
        change={change}
        area={draft.how === 'one' ? area : null}
        areas={areas}
        boundary={{ id: boundaryId, geometry, areaM2: reading.data?.area_m2 ?? 0 }}
        onBack={() => change({ step: 'boundary' })}
        onMade={forget}
      />
    );
  }
  return (
    <BoundaryStep
      file={file}
      onChoose={(next) => {
        change({ chosen: null, how: 'one', step: 'boundary' });
        choose(next);
      }}
      onStop={forget}
      onPlace={place}
      areas={areas}
      chosen={chosen}
      draft={draft}
      change={change}
      zones={zones}
      reading={reading}
      onUse={() => change({ step: 'commune' })}
    />
  );
}
