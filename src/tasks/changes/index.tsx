import './changes.css';
import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { useView } from '../../view/use-view.ts';
import { ActDetail } from './act-detail.tsx';
import { ActList } from './act-list.tsx';
import { useLogFilter } from './filter.ts';
import { Filters } from './filters.tsx';
import { type Act, useActs, useAuthors } from './server.ts';

/** Who may take something back (the policies say the same, and decide). */
const UNDOES: ReadonlySet<Membership['role']> = new Set(['administrator', 'front_officer']);
/** What has a page of its own, with rules of its own. */
const NOT_UNDONE_HERE = new Set(['communes', 'neighbours', 'organizations', 'members', 'incidents']);

/** "Nhật ký thay đổi": who changed what, before and after, and the way back. */
export default function ChangesPage({
  person,
  communeId,
  role,
}: {
  person: string;
  communeId: string;
  role: Membership['role'];
}) {
  const [view, change] = useView();
  const picked = view.selection?.layer === 'changes' ? view.selection.id : null;
  const onPick = (id: string | null) => change({ selection: id === null ? null : { layer: 'changes', id } });
  const log = useLogFilter();
  const { data: authors = new Map<string, string>() } = useAuthors(person, communeId);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useActs(person, communeId, log.filter);
  const acts = data?.pages.flat() ?? [];
  const shown = acts.find(({ act }) => act === picked) ?? null;
  const isFiltered = Object.values(log.filter).some((value) => value !== null);
  return (
    <>
      <Filters log={log} authors={authors} />
      {error && !data && (
        <Notice
          tone="error"
          title={m.changes_fault()}
          action={<Button onClick={() => void refetch()}>{m.changes_retry()}</Button>}
        >
          {m.changes_fault_text()}
        </Notice>
      )}
      {!data && !error && <RoomSkeleton />}
      {data && acts.length === 0 && (
        <Notice title={m.changes_none()}>
          {isFiltered ? m.changes_none_filtered() : m.changes_none_yours()}
        </Notice>
      )}
      {acts.length > 0 && (
        <div className="changes-columns" data-picked={shown !== null}>
          <ActList
            acts={acts}
            authors={authors}
            picked={picked}
            onPick={onPick}
            onMore={hasNextPage ? () => void fetchNextPage() : null}
          />
          {shown ? (
            <ActDetail
              key={shown.act}
              act={shown}
              person={person}
              communeId={communeId}
              authors={authors}
              mayUndo={UNDOES.has(role) && isUndoneHere(shown)}
              onBack={() => onPick(null)}
            />
          ) : (
            <p className="changes-nothing">{m.changes_pick()}</p>
          )}
        </div>
      )}
    </>
  );
}

function isUndoneHere({ parts }: Act): boolean {
  return parts.every(({ table }) => !NOT_UNDONE_HERE.has(table));
}
