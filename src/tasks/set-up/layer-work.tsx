import './matching.css';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { FaultNotice } from './fault-notice.tsx';
import type { FileContent } from './file/file-content.ts';
import { DuplicatesForm } from './importing/duplicates-form.tsx';
import { EarlierNotice } from './importing/earlier-notice.tsx';
import type { Earlier } from './importing/server.ts';
import type { Importing } from './importing/use-import.ts';
import type { Loadable } from './matching/layer-fields.ts';
import { type Matching, unanswered } from './matching/matching.ts';
import type { Meanings, SentRow } from './matching/rows.ts';
import { MatchingForm } from './matching-form.tsx';
import type { Organization } from './meanings.ts';
import { ProblemList } from './problem-list.tsx';
import { Progress } from './progress.tsx';
import { RowPreview } from './row-preview.tsx';
import { fieldName } from './words.ts';

/** What is done with a file that could be read: match, look, check, store. */
export function LayerWork({
  layer,
  content,
  placed,
  rows,
  matching,
  meanings,
  organizations,
  onMatching,
  earlier,
  importing,
  onShowRow,
}: {
  layer: Loadable;
  content: FileContent;
  /** Whether it is known how the coordinates are meant. */
  placed: boolean;
  rows: readonly SentRow[];
  matching: Matching;
  meanings: Meanings;
  organizations: readonly Organization[];
  onMatching: (matching: Matching) => void;
  /** The import of this very file before; null: there was none. */
  earlier: Earlier | null;
  importing: Importing;
  onShowRow: (row: number) => void;
}) {
  const { check, store, arrived, decision, decide, reset } = importing;
  const missing = unanswered(layer, matching);
  const { problems, matches } = check.status === 'done' ? check.answer : { problems: null, matches: [] };
  const isClean = problems?.every(({ level }) => level !== 'error') ?? false;
  const counted = { rows: number(rows.length) };
  return (
    <>
      <MatchingForm
        layer={layer}
        content={content}
        matching={matching}
        meanings={meanings}
        organizations={organizations}
        locked={store.status === 'running'}
        onChange={onMatching}
      />
      <RowPreview layer={layer} rows={rows} matching={matching} organizations={organizations} />
      {missing.length > 0 && (
        <Notice tone="warning" title={m.set_up_check_missing()}>
          {missing.map(({ id }) => fieldName(id)).join(' · ')}
        </Notice>
      )}
      {earlier && <EarlierNotice earlier={earlier} />}
      {!isClean && !earlier && (
        <Button
          tone="primary"
          className="set-up-act"
          disabled={missing.length > 0 || !placed}
          aria-disabled={check.status === 'running'}
          onClick={check.run}
        >
          {problems ? m.set_up_check_again(counted) : m.set_up_check(counted)}
        </Button>
      )}
      {check.status === 'running' && (
        <>
          <Progress
            words={m.import_checking({ arrived: number(arrived), rows: number(rows.length) })}
            done={rows.length > 0 ? arrived / rows.length : 0}
          />
          <Button className="set-up-act" onClick={reset}>
            {m.import_stop()}
          </Button>
        </>
      )}
      {check.status === 'failed' && <FaultNotice error={check.error} />}
      {problems && <ProblemList layer={layer} problems={problems} rows={rows} onShowRow={onShowRow} />}
      {isClean && !earlier && (
        <>
          {matches.length > 0 && (
            <DuplicatesForm
              layer={layer}
              matches={matches}
              rows={rows}
              decision={decision}
              locked={store.status === 'running'}
              onDecide={decide}
              onShowRow={onShowRow}
            />
          )}
          {store.status === 'running' && <Progress words={m.set_up_storing(counted)} />}
          {store.status === 'failed' && <FaultNotice error={store.error} />}
          <Button
            tone="primary"
            className="set-up-act"
            disabled={matches.length > 0 && decision.all === null}
            aria-disabled={store.status === 'running'}
            onClick={store.run}
          >
            {m.set_up_store(counted)}
          </Button>
          {store.status === 'running' && <p className="set-up-small">{m.import_storing_note()}</p>}
        </>
      )}
    </>
  );
}
