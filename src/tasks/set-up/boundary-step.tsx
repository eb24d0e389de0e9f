import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { type Area, areasAround } from './boundary-choice.ts';
import { BoundaryPicker } from './boundary-picker.tsx';
import type { CommuneDraft } from './commune-draft.ts';
import { FaultNotice } from './fault-notice.tsx';
import type { ChosenFile } from './file/use-chosen-file.ts';
import { FileDrop } from './file-drop.tsx';
import { Page } from './page.tsx';
import { PlacingPanel } from './placing-panel.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { Progress } from './progress.tsx';
import type { BoundaryReading } from './server.ts';
import { stepsOf } from './steps.ts';
import { problemWords } from './words.ts';

/** Chooses the file and, in it, the commune; the server reads it at once and stores nothing. */
export function BoundaryStep({
  file,
  onChoose,
  onStop,
  onPlace,
  areas,
  chosen,
  draft,
  change,
  zones,
  reading,
  onUse,
}: {
  file: ChosenFile;
  onChoose: (files: readonly File[]) => void;
  onStop: () => void;
  onPlace: (key: string) => void;
  areas: readonly Area[];
  chosen: number | null;
  draft: CommuneDraft;
  change: (partial: Partial<CommuneDraft>) => void;
  /** Without them no file is read. */
  zones: Pick<UseQueryResult, 'error' | 'refetch'>;
  reading: UseQueryResult<BoundaryReading>;
  onUse: () => void;
}) {
  const read = reading.data ?? null;
  const features = useMemo(() => {
    const isMeant = ({ index }: Area) => draft.how === 'all' || index === chosen;
    return areas.flatMap((area) => {
      if (!area.geometry || (read?.geometry && isMeant(area))) return [];
      const isWrong = read?.problem != null && isMeant(area);
      const tone = isWrong ? ('wrong' as const) : isMeant(area) ? ('plain' as const) : ('quiet' as const);
      return [{ row: area.index + 1, name: area.name, tone, geometry: area.geometry }];
    });
  }, [areas, chosen, draft.how, read]);
  const area = chosen === null ? undefined : areas[chosen];

  return (
    <Page steps={stepsOf('boundary')} title={m.set_up_boundary_title()} lead={m.set_up_boundary_lead()}>
      <div className="set-up-pair">
        <div className="set-up-column">
          <FileDrop file={file} onChoose={onChoose} onStop={onStop} />
          {file.status === 'ready' && (
            <PlacingPanel placing={file.placing} hasCommune={false} onPlace={onPlace} />
          )}
          {areas.length > 1 && (
            <BoundaryPicker
              areas={areas}
              around={area ? areasAround(area, areas).length : 0}
              draft={draft}
              change={change}
            />
          )}
          {reading.isFetching && <Progress words={m.set_up_boundary_reading()} />}
          {zones.error && <FaultNotice error={zones.error} onRetry={() => void zones.refetch()} />}
          {reading.error && <FaultNotice error={reading.error} onRetry={() => void reading.refetch()} />}
          {read && !reading.isFetching && <Outcome read={read} areas={areas} />}
          {read?.geometry && !reading.isFetching && (
            <Button tone="primary" className="set-up-act" onClick={onUse}>
              {m.set_up_boundary_use()}
            </Button>
          )}
        </div>
        {areas.length > 0 && (
          <PreviewPane
            label={m.set_up_boundary_map()}
            outline={read?.geometry ?? null}
            features={features}
            mark={read?.place ?? null}
          />
        )}
      </div>
    </Page>
  );
}

function Outcome({ read, areas }: { read: BoundaryReading; areas: readonly Area[] }) {
  if (read.problem !== null) {
    const { title, advice } = problemWords(read.problem, 'geometry', 'boundary');
    const at = read.row_number ? areas[read.row_number - 1] : undefined;
    return (
      <Notice tone="error" title={at ? `${at.name}: ${title}` : title}>
        {advice}
      </Notice>
    );
  }
  return (
    <>
      <Notice
        tone="done"
        title={m.set_up_boundary_area({ area: number((read.area_m2 ?? 0) / 1_000_000, 2) })}
      >
        {m.set_up_boundary_look()}
      </Notice>
      {read.repair && (
        <Notice title={problemWords(read.repair, 'geometry', 'boundary').title}>
          {problemWords(read.repair, 'geometry', 'boundary').advice}
        </Notice>
      )}
    </>
  );
}
