import { lazy, Suspense, useMemo } from 'react';
import type { PreviewFeature } from '../../map/preview.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { UndoneBadge } from './act-list.tsx';
import { ChangeItem } from './change-item.tsx';
import { placesOf } from './places.ts';
import { type Act, hasVersion, SHOWN_CHANGES, useChanges, useOutline, useReferredNames } from './server.ts';
import { UndoPanel } from './undo-panel.tsx';
import { actText, authorText, timeText } from './words.ts';

const PreviewMap = lazy(() => import('../../map/preview-map.tsx'));

/** One act: who, when, the small map, every change, and the way back. */
export function ActDetail({
  act,
  person,
  communeId,
  authors,
  mayUndo,
  onBack,
}: {
  act: Act;
  person: string;
  communeId: string;
  authors: ReadonlyMap<string, string>;
  mayUndo: boolean;
  onBack: () => void;
}) {
  const { data: changes, error, refetch } = useChanges(person, act.act);
  const { data: names = new Map<string, string>() } = useReferredNames(person, communeId);
  const { data: outline = null } = useOutline(person, communeId);
  const places = useMemo(() => placesOf(changes ?? []), [changes]);
  const hasMoved = places.some(({ tone }) => tone === 'wrong');
  const closely = useMemo(() => rowToLookAt(places), [places]);
  return (
    <article className="changes-detail" aria-label={actText(act)}>
      <Button className="changes-back" onClick={onBack}>
        <Icon name="back" />
        {m.changes_back()}
      </Button>
      <header className="changes-detail-head">
        <h2>{actText(act)}</h2>
        <p className="changes-quiet">
          {authorText(act, authors)} · {timeText(act.at)} · {m.changes_count({ count: number(act.changes) })}
        </p>
        <UndoneBadge act={act} />
      </header>
      {mayUndo && (
        <UndoPanel
          what={{ act: act.act }}
          count={act.changes}
          label={m.changes_undo_act()}
          isOffered={act.undone < act.changes}
          authors={authors}
        />
      )}
      {places.length > 0 && outline && (
        <>
          <div className="changes-map">
            <Suspense fallback={<Skeleton height="100%" />}>
              <PreviewMap
                label={m.changes_map_label()}
                noMapText={m.changes_map_none()}
                words={{
                  zoomIn: m.changes_zoom_in(),
                  zoomOut: m.changes_zoom_out(),
                  whole: m.changes_whole(),
                }}
                outline={outline}
                features={places}
                focus={closely}
              />
            </Suspense>
          </div>
          {hasMoved && (
            <p className="changes-legend">
              <span className="changes-legend-before">{m.changes_map_before()}</span>
              <span>{m.changes_map_after()}</span>
            </p>
          )}
        </>
      )}
      {error && !changes && (
        <Notice
          tone="error"
          title={m.changes_fault()}
          action={<Button onClick={() => void refetch()}>{m.changes_retry()}</Button>}
        >
          {m.changes_fault_text()}
        </Notice>
      )}
      {!changes && !error && <Skeleton height="8rem" />}
      <ol className="changes-items">
        {changes?.map((change) => (
          <ChangeItem key={change.id} change={change} names={names}>
            {mayUndo && act.changes > 1 && (
              <UndoPanel
                what={{ change: change.id }}
                count={1}
                label={m.changes_undo_one()}
                isOffered
                authors={authors}
              />
            )}
            {mayUndo && hasVersion(change) && (
              <UndoPanel
                what={{ version: change.id }}
                count={1}
                label={m.changes_version_take()}
                isOffered
                authors={authors}
              />
            )}
          </ChangeItem>
        ))}
      </ol>
      {act.changes > SHOWN_CHANGES && (
        <p className="changes-quiet">
          {m.changes_rest({ shown: number(SHOWN_CHANGES), count: number(act.changes) })}
        </p>
      )}
    </article>
  );
}

/** What moved first, or the only place there is, is looked at closely; of many, the commune shows where they lie. */
function rowToLookAt(places: readonly PreviewFeature[]): { row: number } | null {
  const first = places.find(({ tone }) => tone === 'wrong') ?? places[0];
  const isOne = new Set(places.map(({ row }) => row)).size === 1;
  return first && (isOne || first.tone === 'wrong') ? { row: first.row } : null;
}
