import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { number } from '../../ui/format.ts';
import type { Act } from './server.ts';
import { actText, authorText, subjectsText, timeText } from './words.ts';

/** The acts, the latest first. */
export function ActList({
  acts,
  authors,
  picked,
  onPick,
  onMore,
}: {
  acts: readonly Act[];
  authors: ReadonlyMap<string, string>;
  picked: string | null;
  onPick: (act: string) => void;
  /** Null when there are no older ones. */
  onMore: (() => void) | null;
}) {
  return (
    <nav className="changes-list" aria-label={m.changes_list()}>
      <ol>
        {acts.map((act) => (
          <li key={act.act}>
            <button
              type="button"
              className="changes-act"
              aria-current={act.act === picked ? 'true' : undefined}
              onClick={() => onPick(act.act)}
            >
              <strong>{actText(act)}</strong>
              <span className="changes-subjects">{subjectsText(act)}</span>
              <span className="changes-by">
                {authorText(act, authors)} · {timeText(act.at)}
                {act.changes > 1 && ` · ${m.changes_count({ count: number(act.changes) })}`}
              </span>
              <UndoneBadge act={act} />
            </button>
          </li>
        ))}
      </ol>
      {onMore && <Button onClick={onMore}>{m.changes_more()}</Button>}
    </nav>
  );
}

/** Says that an act was taken back, where it was. */
export function UndoneBadge({ act: { undone, changes } }: { act: Act }) {
  if (undone === 0) return null;
  return <Badge>{undone < changes ? m.changes_undone_partly() : m.changes_undone()}</Badge>;
}
