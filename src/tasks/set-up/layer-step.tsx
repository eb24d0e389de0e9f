import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { dropDraft, useDraft } from '../../data/draft.ts';
import { drawable } from '../../geo/drawable.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { today } from '../../ui/day.ts';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import type { WantedShape } from './file/file-content.ts';
import type { Ground } from './file/read-file.ts';
import { useChosenFile } from './file/use-chosen-file.ts';
import { FileDrop } from './file-drop.tsx';
import { readEarlier } from './importing/server.ts';
import { useImport } from './importing/use-import.ts';
import { LayerDone } from './layer-done.tsx';
import { layerLeads } from './layer-leads.ts';
import { LayerWork } from './layer-work.tsx';
import type { Commune } from './layers-stage.tsx';
import type { Loadable } from './matching/layer-fields.ts';
import { guessMatching, type Matching } from './matching/matching.ts';
import { rememberedMatching, rememberMatching } from './matching/remembered.ts';
import { rowsToSend } from './matching/rows.ts';
import { meaningsOf, type Organization } from './meanings.ts';
import { Page } from './page.tsx';
import { PlacingPanel } from './placing-panel.tsx';
import { PreviewPane } from './preview-pane.tsx';
import type { RowProblem } from './server.ts';
import type { RailStep } from './step-rail.tsx';
import { layerNames } from './words.ts';
import type { Zone } from './zone.ts';

const NOTHING: never[] = [];

/** What each layer's rows are, as the server's checks demand it. */
const WANTED: Readonly<Record<Loadable, WantedShape>> = {
  hamlets: 'area',
  roads: 'line',
  model_roads: 'line',
  waste_points: 'point',
  cemeteries: 'place',
};

/** What a person said about a file, and about which file: another one starts anew. */
type Said = { firstId: string | null; matching: Matching };

/** One layer from one file: columns matched, rows checked, and stored when confirmed. */
export function LayerStep({
  layer,
  userId,
  steps,
  draft,
  commune,
  organizations,
  zones,
  counts,
  onStored,
  onNext,
  onLeave,
}: {
  layer: Loadable;
  userId: string;
  steps: readonly RailStep[];
  draft: string;
  commune: Commune;
  organizations: readonly Organization[];
  zones: readonly Zone[];
  counts: Record<Loadable, number>;
  onStored: (stored: number) => void;
  onNext: () => void;
  onLeave: () => void;
}) {
  const ground = useMemo(
    (): Ground => ({
      wanted: WANTED[layer],
      zones,
      home: commune.coordinate_system,
      boundary: commune.geometry,
    }),
    [layer, zones, commune],
  );
  const { file, choose, place, forget } = useChosenFile(`${draft}:file`, ground);
  const [said, say] = useDraft<Said>(`${draft}:matching`, () => ({ firstId: null, matching: {} }));
  const [focus, setFocus] = useState<{ row: number } | null>(null);
  const content = file.status === 'ready' ? file.content : null;
  const firstId = file.status === 'ready' ? file.firstId : '';
  const meanings = useMemo(() => meaningsOf(layer, organizations), [layer, organizations]);
  const guess = useMemo((): Matching => {
    if (!content) return {};
    const guessed = guessMatching(layer, content.columns, today());
    return rememberedMatching(userId, layer, content.columns, guessed) ?? guessed;
  }, [layer, content, userId]);
  const matching = said.firstId === firstId ? said.matching : guess;
  const rows = useMemo(
    () => (content ? rowsToSend(layer, content.features, matching, meanings, firstId) : NOTHING),
    [layer, content, matching, meanings, firstId],
  );
  const hash = file.status === 'ready' ? file.hash : '';
  const importing = useImport(
    { layer, communeId: commune.id, rows, name: file.status === 'ready' ? file.name : '', hash },
    ({ added }) => {
      if (content) rememberMatching(userId, layer, content.columns, matching);
      dropDraft(`${draft}:file`);
      dropDraft(`${draft}:matching`);
      onStored(added);
    },
  );
  const { check, store } = importing;
  const earlier = useQuery({
    queryKey: [userId, 'earlier-import', commune.id, layer, hash],
    enabled: hash !== '' && store.status === 'idle',
    queryFn: () => readEarlier(layer, hash, commune.id),
  });
  const problems = check.status === 'done' ? check.answer.problems : NOTHING;
  const wrongRows = useMemo(() => rowsWithErrors(problems), [problems]);
  const features = useMemo(
    () =>
      rows.flatMap(({ name, geometry }, index) => {
        const drawn = drawable(geometry);
        const tone = wrongRows.has(index + 1) ? ('wrong' as const) : ('plain' as const);
        return drawn
          ? [{ row: index + 1, name: typeof name === 'string' ? name : '', tone, geometry: drawn }]
          : [];
      }),
    [rows, wrongRows],
  );
  const crossing = problems.find(
    ({ row_number, code }) => row_number === focus?.row && code === 'self_crossing',
  );

  const startAnew = () => {
    importing.reset();
    setFocus(null);
  };
  const map = (
    <PreviewPane
      label={m.set_up_layer_map({ layer: layerNames[layer]() })}
      outline={commune.geometry}
      features={features}
      focus={focus}
      mark={markOf(crossing)}
    />
  );

  return (
    <Page
      steps={steps}
      title={layerNames[layer]()}
      lead={layerLeads[layer]()}
      isSample={commune.is_sample}
      onLeave={onLeave}
    >
      {store.status === 'done' ? (
        <div className="set-up-pair">
          <LayerDone
            layer={layer}
            stored={store.answer}
            onNext={onNext}
            onMore={() => {
              startAnew();
              forget();
            }}
          />
          {map}
        </div>
      ) : (
        <div className="set-up-pair">
          <div className="set-up-column">
            {counts[layer] > 0 && <Notice>{m.set_up_layer_has({ rows: number(counts[layer]) })}</Notice>}
            {layer === 'model_roads' && counts.hamlets === 0 && (
              <Notice tone="warning">{m.set_up_layer_hamlets_first()}</Notice>
            )}
            <FileDrop
              file={file}
              locked={store.status === 'running'}
              onChoose={(next) => {
                startAnew();
                choose(next);
              }}
              onStop={forget}
            />
            {file.status === 'ready' && (
              <PlacingPanel
                placing={file.placing}
                hasCommune
                locked={store.status === 'running'}
                onPlace={(key) => {
                  startAnew();
                  place(key);
                }}
              />
            )}
            {content && (
              <LayerWork
                layer={layer}
                content={content}
                placed={file.status === 'ready' && !file.placing.asks}
                rows={rows}
                matching={matching}
                meanings={meanings}
                organizations={organizations}
                onMatching={(next) => {
                  startAnew();
                  say({ firstId, matching: next });
                }}
                earlier={store.status === 'idle' ? (earlier.data ?? null) : null}
                importing={importing}
                onShowRow={(row) => setFocus({ row })}
              />
            )}
            {(check.status === 'idle' || check.status === 'failed') && (
              <Button tone="quiet" className="set-up-skip" onClick={onNext}>
                {counts[layer] > 0 ? m.set_up_layer_next() : m.set_up_layer_skip()}
              </Button>
            )}
          </div>
          {content && map}
        </div>
      )}
    </Page>
  );
}

function rowsWithErrors(problems: readonly RowProblem[]): Set<number> {
  return new Set(problems.filter(({ level }) => level === 'error').map(({ row_number }) => row_number));
}

function markOf(problem: RowProblem | undefined) {
  const place = drawable(problem?.detail);
  return place?.type === 'Point' ? place : null;
}
