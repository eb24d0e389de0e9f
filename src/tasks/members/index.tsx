import '../../ui/room-table.css';
import './members.css';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { FaultNotice } from './fault-notice.tsx';
import { draftOf, emptyDraft, type Member, type MemberDraft } from './member.ts';
import { MemberDialog } from './member-dialog.tsx';
import { MemberTable } from './member-table.tsx';
import { RefusedList } from './refused-list.tsx';
import { type FreshCode, useMembers, usePlaces } from './server.ts';

/** Who belongs to the commune: add, edit, let in, switch off. `person` is who looks; police see and add police alone. */
export default function MembersPage({
  person,
  communeId,
  isPolice,
}: {
  person: string;
  communeId: string;
  isPolice: boolean;
}) {
  const queries = useQueryClient();
  const members = useMembers(person, communeId);
  const places = usePlaces(person, communeId);
  const [draft, keepDraft] = useKeptDraft<MemberDraft>(`member:${person}`);
  const [coded, setCoded] = useState<Member | null>(null);
  const [added, setAdded] = useState<{ name: string; fresh: FreshCode } | null>(null);
  const [search, setSearch] = useState('');
  const refresh = () => queries.invalidateQueries({ queryKey: [person, 'members', communeId] });
  const names = new Map(
    [...(places.data?.organizations ?? []), ...(places.data?.hamlets ?? [])].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const nameOf = (id: string | null) => names.get(id ?? '') ?? null;

  const failed = [members, places].find(({ isError, data }) => isError && !data);
  if (failed) {
    const again = <Button onClick={() => void failed.refetch()}>{m.faults_retry()}</Button>;
    return <FaultNotice error={failed.error} action={again} />;
  }
  if (!members.data || !places.data) return <RoomSkeleton />;
  const all = members.data.members;
  const shown = all.filter((member) => matches(member, search));
  return (
    <>
      <p className="room-table-quiet">
        {m.members_count({
          count: String(all.length),
          active: String(all.filter(({ active }) => active).length),
        })}
      </p>
      <div className="room-tools">
        <TextField label={m.members_search()} type="search" value={search} onChange={setSearch} />
        <Button tone="primary" onClick={() => keepDraft(emptyDraft(newId(), isPolice))}>
          {isPolice ? m.members_add_police() : m.members_add()}
        </Button>
      </div>
      {shown.length === 0 ? (
        <p>
          {m.members_none_found()}{' '}
          <Button tone="quiet" onClick={() => setSearch('')}>
            {m.members_show_all()}
          </Button>
        </p>
      ) : (
        <MemberTable
          members={shown}
          nameOf={nameOf}
          onEdit={(member) => keepDraft(draftOf(member))}
          onCode={setCoded}
        />
      )}
      <RefusedList attempts={members.data.attempts} />
      {draft && (
        <MemberDialog
          draft={draft}
          member={all.find(({ id }) => id === draft.id && draft.version !== null) ?? null}
          isPolice={isPolice}
          communeId={communeId}
          places={places.data}
          nameOf={nameOf}
          onDraft={keepDraft}
          onAdded={(name, fresh) => {
            keepDraft(null);
            setAdded({ name, fresh });
          }}
          onChanged={refresh}
          onClose={() => keepDraft(null)}
        />
      )}
      {added && (
        <Dialog title={m.members_code_title()} closeLabel={m.members_close()} onClose={() => setAdded(null)}>
          <CodeSheet {...added} onDone={() => setAdded(null)} />
        </Dialog>
      )}
      {coded && <CodeDialog member={coded} onChanged={refresh} onClose={() => setCoded(null)} />}
    </>
  );
}

function matches({ display_name, sign_in }: Member, search: string): boolean {
  const folded = (text: string) => text.normalize('NFC').toLowerCase();
  const digits = search.replace(/\s/g, '');
  return folded(display_name).includes(folded(search.trim())) || sign_in.includes(folded(digits));
}
