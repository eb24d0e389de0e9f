import './matching.css';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { FaultNotice } from './fault-notice.tsx';
import type { FileContent } from './file/file-content.ts';
import type { Loadable } from './matching/layer-fields.ts';
import { type Matching, unanswered } from './matching/matching.ts';
import type { Meanings, SentRow } from './matching/rows.ts';
import { MatchingForm } from './matching-form.tsx';
import type { Organization } from './meanings.ts';
import { ProblemList } from './problem-list.tsx';
import { Progress } from './progress.tsx';
import { RowPreview } from './row-preview.tsx';
import type { RowProblem } from './server.ts';
import type { Act } from './use-act.ts';
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
  check,
  store,
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
  check: Act<RowProblem[]>;
  store: Act<number>;
  onShowRow: (row: number) => void;
}) {
  const missing = unanswered(layer, matching);
  const problems = check.status === 'done' ? check.answer : null;
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
      {!isClean && (
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
      {check.status === 'running' && <Progress words={m.set_up_checking(counted)} />}
      {check.status === 'failed' && <FaultNotice error={check.error} />}
      {problems && <ProblemList layer={layer} problems={problems} rows={rows} onShowRow={onShowRow} />}
      {isClean && (
        <>
          {store.status === 'running' && <Progress words={m.set_up_storing(counted)} />}
          {store.status === 'failed' && <FaultNotice error={store.error} />}
          <Button
            tone="primary"
            className="set-up-act"
            aria-disabled={store.status === 'running'}
            onClick={store.run}
          >
            {m.set_up_store(counted)}
          </Button>
        </>
      )}
    </>
  );
}
