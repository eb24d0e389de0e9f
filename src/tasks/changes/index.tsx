import './changes.css';
import type { Membership } from '../../data/session.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useView } from '../../view/use-view.ts';
import { ActDetail } from './act-detail.tsx';
import { ActList } from './act-list.tsx';
import { useLogFilter } from './filter.ts';
import { Filters } from './filters.tsx';
import { type Act, useActs, useAuthors } from './server.ts';

type Role = Membership['role'];
/** Who reads something in the log, and who may take something back (the policies say the same, and decide). */
const READS: ReadonlySet<Role> = new Set(['administrator', 'front_officer', 'leader', 'police']);
const UNDOES: ReadonlySet<Role> = new Set(['administrator', 'front_officer']);
/** What has a page of its own, with rules of its own. */
const NOT_UNDONE_HERE = new Set(['communes', 'neighbours', 'organizations', 'members', 'incidents']);

/** "Nhật ký thay đổi": who changed what, before and after, and the way back. */
export default function ChangesPage({
  person,
  communeId,
  role,
  isSample,
  onDone,
}: {
  person: string;
  communeId: string;
  role: Role | null;
  isSample: boolean;
  onDone: () => void;
}) {
  const [view, change] = useView();
  const mayRead = role !== null && READS.has(role);
  const picked = view.selection?.layer === 'changes' ? view.selection.id : null;
  const leave = () => {
    // On the map the same part of the link picks a thing.
    if (picked !== null) change({ selection: null }, { replace: true });
    onDone();
  };
  return (
    <PageFrame
      wide
      title={m.changes_title()}
      product={m.app_name()}
      lead={m.changes_lead()}
      backText={m.changes_to_map()}
      onBack={leave}
      badge={isSample && <Badge tone="sample">{m.shell_sample()}</Badge>}
    >
      {mayRead ? (
        <Log
          person={person}
          communeId={communeId}
          mayUndo={UNDOES.has(role)}
          picked={picked}
          onPick={(id) => change({ selection: id === null ? null : { layer: 'changes', id } })}
        />
      ) : (
        <Notice tone="warning" title={m.changes_refused()}>
          {m.changes_refused_text()}
        </Notice>
      )}
    </PageFrame>
  );
}

function Log({
  person,
  communeId,
  mayUndo,
  picked,
  onPick,
}: {
  person: string;
  communeId: string;
  mayUndo: boolean;
  picked: string | null;
  onPick: (act: string | null) => void;
}) {
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
      {!data && !error && <Skeleton height="16rem" />}
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
              mayUndo={mayUndo && isUndoneHere(shown)}
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
