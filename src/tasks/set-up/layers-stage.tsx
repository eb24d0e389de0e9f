import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { MultiPolygon } from 'geojson';
import { client } from '../../data/client.ts';
import { useDraft } from '../../data/draft.ts';
import { faultOf } from '../../data/fault.ts';
import { readAll } from '../../data/read-all.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { FinishStep } from './finish-step.tsx';
import { LayerStep } from './layer-step.tsx';
import { LOADABLE, type Loadable } from './matching/layer-fields.ts';
import type { Organization } from './meanings.ts';
import { Page } from './page.tsx';
import { countRows } from './server.ts';
import { type StepId, stepAfter, stepsOf } from './steps.ts';
import { useZones } from './use-zones.ts';

export type Commune = {
  id: string;
  name: string;
  is_sample: boolean;
  coordinate_system: string;
  geometry: MultiPolygon;
};
type OpenStep = Loadable | 'done';

const isOpenStep = (step: StepId): step is OpenStep =>
  step === 'done' || (LOADABLE as readonly StepId[]).includes(step);

/** Layer after layer, in any order; each can be skipped, and loaded into again later. */
export function LayersStage({
  userId,
  communeId,
  onDone,
}: {
  userId: string;
  communeId: string;
  onDone: () => void;
}) {
  const queries = useQueryClient();
  const [{ step }, change] = useDraft<{ step: OpenStep }>(`${userId}:layers`, () => ({ step: 'hamlets' }));
  const about = useQuery({
    queryKey: [userId, 'set-up-commune', communeId],
    queryFn: () => readCommune(communeId),
  });
  const counts = useQuery({
    queryKey: [userId, 'set-up-counts', communeId],
    queryFn: () => readCounts(communeId),
  });
  const zones = useZones(userId);
  const steps = stepsOf(step, {
    counts: counts.data ?? {},
    mayOpen: isOpenStep,
    open: (next) => isOpenStep(next) && change({ step: next }),
  });
  const error = about.error ?? counts.error ?? zones.error;
  if (error || !about.data || !counts.data || !zones.data) {
    const retry = () => void Promise.all([about.refetch(), counts.refetch(), zones.refetch()]);
    return (
      <Page steps={steps} onLeave={onDone}>
        {error ? <FaultNotice error={error} onRetry={retry} /> : <Skeleton height="12rem" />}
      </Page>
    );
  }
  if (step === 'done') {
    return <FinishStep steps={steps} commune={about.data.commune} counts={counts.data} onDone={onDone} />;
  }
  const next = stepAfter(step);
  return (
    <LayerStep
      key={step}
      layer={step}
      userId={userId}
      steps={steps}
      draft={`${userId}:${communeId}:${step}`}
      commune={about.data.commune}
      organizations={about.data.organizations}
      zones={zones.data}
      counts={counts.data}
      onStored={(stored) => {
        queries.setQueryData([userId, 'set-up-counts', communeId], {
          ...counts.data,
          [step]: counts.data[step] + stored,
        });
        void queries.invalidateQueries();
      }}
      onNext={() => isOpenStep(next) && change({ step: next })}
      onLeave={onDone}
    />
  );
}

async function readCommune(id: string): Promise<{ commune: Commune; organizations: Organization[] }> {
  const [{ data, error, status }, organizations] = await Promise.all([
    client.from('communes').select('id, name, is_sample, coordinate_system, geometry').eq('id', id).single(),
    readAll<Organization & { retired_on: string | null }>('organizations', id),
  ]);
  if (error) throw faultOf(error, status);
  // Nothing new is given to one that was retired.
  const inUse = organizations.filter(({ retired_on }) => retired_on === null);
  return { commune: data as unknown as Commune, organizations: inUse };
}

async function readCounts(communeId: string): Promise<Record<Loadable, number>> {
  const counted = await Promise.all(
    LOADABLE.map(async (layer) => [layer, await countRows(layer, communeId)] as const),
  );
  return Object.fromEntries(counted) as Record<Loadable, number>;
}
