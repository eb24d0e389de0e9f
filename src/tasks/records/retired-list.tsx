import './record-form.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../data/call.ts';
import { Fault } from '../../data/fault.ts';
import { callAll } from '../../data/read-all.ts';
import { m } from '../../messages/generated/messages.js';
import { SidePanel } from '../../panel/side-panel.tsx';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Answer } from './act.ts';
import { faultWords } from './fault-words.ts';
import { problemWords } from './problem-words.ts';
import { fieldProblems } from './use-record-form.ts';

/** One record that was retired (`public.retired_records`); `layer` is its table's name. */
type RetiredRow = {
  layer: string;
  id: string;
  name: string | null;
  former_commune: string | null;
  valid_to: string;
  retired_reason: string | null;
  version: number;
  restorable: boolean;
};

/** What was retired, the latest first, each with the way back. `titles` name layers by their table. */
export function RetiredList({
  person,
  communeId,
  titles,
  onRestored,
  onClose,
}: {
  person: string;
  communeId: string;
  titles: ReadonlyMap<string, string>;
  /** `table` as the server names it. */
  onRestored: (table: string, answer: Answer) => void;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const retired = useQuery({
    queryKey: [person, 'retired', communeId],
    queryFn: () => callAll<RetiredRow>('retired_records' as never, { commune_id: communeId }),
    staleTime: 0,
  });
  const [fault, setFault] = useState<{ id: string; words: string } | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const restore = async ({ layer, id, version }: RetiredRow) => {
    setBusy(id);
    setFault(null);
    try {
      const answer = await call<Answer>('restore' as never, {
        layer,
        id,
        edited_version: version,
      });
      onRestored(layer, answer);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] !== 'incidents' });
    } catch (error) {
      const known = error instanceof Fault ? error : new Fault('unexpected', String(error));
      const [first] = fieldProblems(known) ?? [];
      setFault({ id, words: first ? problemWords(first) : faultWords(known).advice });
      void retired.refetch();
    } finally {
      setBusy(null);
    }
  };
  const rows = retired.data?.toSorted((one, other) => (one.valid_to < other.valid_to ? 1 : -1));
  return (
    <SidePanel
      title={m.records_retired()}
      closeLabel={m.records_close_retired()}
      takesFocus
      onClose={onClose}
    >
      {retired.isError && (
        <Notice tone="error" title={m.faults_not_loaded()}>
          {m.faults_not_loaded_text()}
        </Notice>
      )}
      {!rows && !retired.isError && <Skeleton />}
      {rows?.length === 0 && <p className="record-form-note">{m.records_retired_none()}</p>}
      <ul className="record-retired">
        {rows?.map((row) => (
          <li key={`${row.layer} ${row.id}`}>
            <div>
              <strong>
                {row.name ?? titles.get(row.layer)}
                {row.former_commune && ` (${row.former_commune})`}
              </strong>
              <p className="record-form-note">
                {titles.get(row.layer)} · {m.records_retired_on({ date: day(row.valid_to) })}
              </p>
              {row.restorable ? (
                <p>{row.retired_reason ?? m.records_retired_no_reason()}</p>
              ) : (
                <p>{m.records_restore_not()}</p>
              )}
              {fault?.id === row.id && (
                <p className="field-error" role="alert">
                  {fault.words}
                </p>
              )}
            </div>
            {row.restorable && (
              <Button disabled={busy !== null} onClick={() => void restore(row)}>
                {m.records_restore()}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
