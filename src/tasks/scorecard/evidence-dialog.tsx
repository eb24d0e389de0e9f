import './evidence.css';
import { useQuery } from '@tanstack/react-query';
import type { Indicator, ProgressRow } from '../../data/progress.ts';
import { nameOf, valueText } from '../../layers/hamlets/figures/words.ts';
import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { day, instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StateSymbol } from '../../ui/state-symbol.tsx';
import { factsOf, inReadingOrder, madeOf, titleOf } from './evidence-words.ts';
import { cellText } from './figure-words.ts';
import { type Author, type Evidence, queryAuthors, queryEvidence } from './server.ts';

/** A feature on the map or in a table. */
export type Feature = { layer: string; id: string };

/** The very rows that one figure rests on, who entered them and when, each with the way to it. */
export function EvidenceDialog({
  person,
  communeId,
  asOf,
  hamlet,
  indicator,
  cell,
  onMap,
  onTable,
  onClose,
}: {
  person: string;
  communeId: string;
  asOf: string;
  hamlet: { id: string; name: string };
  indicator: Indicator;
  cell: ProgressRow | undefined;
  onMap: (feature: Feature) => void;
  onTable: (feature: Feature) => void;
  onClose: () => void;
}) {
  const rows = useQuery(
    queryEvidence({ person, communeId, indicator: indicator.code, hamletId: hamlet.id, asOf }),
  );
  const entries = (rows.data ?? [])
    .filter(({ kind }) => kind === 'report' || kind === 'care')
    .flatMap(({ source_id }) => source_id ?? []);
  const { data: authors } = useQuery(queryAuthors(person, communeId, entries));
  const authorOf = new Map((authors ?? []).map((author) => [author.id, author]));
  const made = cell ? madeOf(indicator, cell.numerator, cell.denominator) : null;
  const ordered = inReadingOrder(rows.data ?? []);
  const counted = ordered.filter((row) => row.counted);
  const others = ordered.filter((row) => !row.counted);
  const list = (shown: readonly Evidence[]) => (
    <ul className="evidence-list">
      {shown.map((row) => (
        <Row
          key={`${row.kind} ${row.feature_id} ${row.source_id}`}
          row={row}
          indicator={indicator}
          author={authorOf.get(row.source_id ?? '') ?? null}
          onMap={onMap}
          onTable={onTable}
        />
      ))}
    </ul>
  );
  return (
    <Dialog
      title={m.scorecard_evidence_title({ hamlet: hamlet.name, indicator: nameOf(indicator) })}
      closeLabel={m.scorecard_close()}
      onClose={onClose}
    >
      <div className="evidence-figure">
        <StateSymbol state={cell?.state ?? 'not_reported'} size={26} />
        <div>
          <strong>{cellText(cell, indicator.unit)}</strong>
          <p>
            {cell?.target != null &&
              `${m.scorecard_target_is({ value: valueText(cell.target, indicator.unit) })} · `}
            {m.scorecard_on_day({ date: day(asOf) })}
          </p>
          {made && <p>{made}</p>}
        </div>
      </div>
      <p className="evidence-formula">{indicator.formula[getLocale()]}</p>
      <h3 className="evidence-heading">{m.scorecard_evidence()}</h3>
      {rows.isPending && <Skeleton width="80%" height="3rem" />}
      {rows.isError && (
        <Notice
          tone="error"
          title={m.scorecard_failed()}
          action={<Button onClick={() => void rows.refetch()}>{m.scorecard_retry()}</Button>}
        >
          {m.scorecard_failed_text()}
        </Notice>
      )}
      {rows.data?.length === 0 && <p className="evidence-none">{m.scorecard_evidence_none()}</p>}
      {list(counted)}
      {others.length > 0 && (
        <details className="evidence-others" open={counted.length === 0}>
          <summary>{m.scorecard_looked_at({ count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </Dialog>
  );
}

function Row({
  row,
  indicator,
  author,
  onMap,
  onTable,
}: {
  row: Evidence;
  indicator: Indicator;
  author: Author | null;
  onMap: (feature: Feature) => void;
  onTable: (feature: Feature) => void;
}) {
  const feature =
    row.layer === null || row.feature_id === null ? null : { layer: row.layer, id: row.feature_id };
  return (
    <li data-counted={row.counted}>
      <div className="evidence-words">
        <strong className="evidence-title">{titleOf(row, indicator)}</strong>
        <span className={row.counted ? 'evidence-counts' : 'evidence-counts-not'}>
          {row.counted ? m.scorecard_counted() : m.scorecard_not_counted()}
        </span>
        <p>{factsOf(row, indicator).join(' · ')}</p>
        {row.recorded_at && (
          <p className="evidence-by">
            {author?.display_name
              ? m.scorecard_entered_by({ name: author.display_name, at: instant(row.recorded_at) })
              : m.scorecard_entered_at({ at: instant(row.recorded_at) })}
          </p>
        )}
        {author?.reason && <p className="evidence-by">{m.scorecard_reason({ text: author.reason })}</p>}
        {author?.note && <p className="evidence-by">{author.note}</p>}
      </div>
      {feature && (
        <div className="evidence-acts">
          <Button onClick={() => onMap(feature)}>{m.scorecard_on_map()}</Button>
          <Button onClick={() => onTable(feature)}>{m.scorecard_in_table()}</Button>
        </div>
      )}
    </li>
  );
}
