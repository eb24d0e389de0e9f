import { useState } from 'react';
import { newerVersion } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { ConflictChooser } from '../../ui/conflict-chooser.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { phone } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAct } from '../../ui/use-act.ts';
import { ActiveAct } from './active-act.tsx';
import { differing, type Field, type Member, type MemberDraft, merged } from './member.ts';
import { MemberForm } from './member-form.tsx';
import { type Choice, type FreshCode, makeCode, saveMember, setActive } from './server.ts';
import { fieldWords, roleWords } from './words.ts';

/** Adding or editing one member. */
export function MemberDialog({
  draft,
  member,
  isPolice,
  communeId,
  places,
  nameOf,
  onDraft,
  onAdded,
  onChanged,
  onClose,
}: {
  draft: MemberDraft;
  /** As the list has it; null for somebody new. */
  member: Member | null;
  isPolice: boolean;
  communeId: string;
  places: { organizations: readonly Choice[]; hamlets: readonly Choice[] };
  nameOf: (id: string | null) => string | null;
  onDraft: (draft: MemberDraft) => void;
  /** Somebody new is there, and this is the code to hand over. */
  onAdded: (name: string, fresh: FreshCode) => void;
  onChanged: () => Promise<unknown>;
  onClose: () => void;
}) {
  const acting = useAct();
  const [isSwitching, setSwitching] = useState(false);
  const theirs = isSwitching ? null : newerVersion<MemberDraft>(acting.error);
  const mayEdit = member === null || member.acts.includes('edit');

  const save = (sent: MemberDraft) =>
    acting.run(async () => {
      setSwitching(false);
      const { version } = await saveMember(sent, communeId);
      if (sent.version === null) {
        // Stored: should the code fail to come, whatever is typed from here on is an edit.
        onDraft({ ...sent, version });
        onAdded(sent.display_name, await makeCode(sent.id));
      } else {
        onClose();
      }
      await onChanged();
    });
  const switchTo = (active: boolean) =>
    acting.run(async () => {
      setSwitching(true);
      // Who was late sees what the other one changed, and may press again.
      if (member) await setActive(member, active).finally(onChanged);
      onClose();
    });

  if (theirs && differing(draft, theirs).length > 0) {
    const shown = (version: MemberDraft, field: Field) => shownIn(version, field, nameOf);
    return (
      <Dialog title={m.members_conflict_title()} closeLabel={m.members_close()} onClose={onClose}>
        <p>{m.members_conflict_lead()}</p>
        <ConflictChooser
          conflicts={differing(draft, theirs).map((field) => ({
            key: field,
            label: fieldWords[field](),
            mine: shown(draft, field),
            theirs: shown(theirs, field),
          }))}
          words={{
            mine: m.members_conflict_mine(),
            theirs: m.members_conflict_theirs(),
            keep: m.members_conflict_keep(),
            running: m.members_saving(),
          }}
          isRunning={acting.isRunning}
          onKeep={(chosen) => {
            const next = merged(draft, theirs, chosen);
            onDraft(next);
            void save(next);
          }}
        />
      </Dialog>
    );
  }
  const title = member === null ? m.members_add() : member.display_name;
  return (
    <Dialog title={title} closeLabel={m.members_close()} onClose={onClose}>
      {mayEdit ? (
        <MemberForm
          draft={draft}
          isPolice={isPolice}
          isOwn={member?.is_own ?? false}
          {...places}
          acting={acting}
          onChange={onDraft}
          onSave={() => void save(draft)}
        />
      ) : (
        <Notice>{m.members_police_alone()}</Notice>
      )}
      {member && (
        <ActiveAct
          member={member}
          isRunning={acting.isRunning}
          onActive={(active) => void switchTo(active)}
        />
      )}
    </Dialog>
  );
}

function shownIn(version: MemberDraft, field: Field, nameOf: (id: string | null) => string | null): string {
  if (field === 'role') return version.role === '' ? '–' : roleWords[version.role]();
  if (field === 'organization_id' || field === 'hamlet_id') return nameOf(version[field]) ?? '–';
  return field === 'sign_in' ? phone(version.sign_in) : version[field];
}
