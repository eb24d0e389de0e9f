import { type FormEvent, useRef, useState } from 'react';
import { newerVersion } from '../../data/fault.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { ConflictChooser } from '../../ui/conflict-chooser.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { faultWords } from './fault-words.ts';
import { type Organization, type OrganizationDraft, saveOrganization, setRetired } from './server.ts';

/** Adding, renaming, retiring one organization. */
export function OrganizationDialog({
  draft,
  organization,
  communeId,
  onDraft,
  onChanged,
  onClose,
}: {
  draft: OrganizationDraft;
  /** As the list has it; null for a new one. */
  organization: Organization | null;
  communeId: string;
  onDraft: (draft: OrganizationDraft) => void;
  onChanged: () => Promise<unknown>;
  onClose: () => void;
}) {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const run = async (work: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    setRunning(true);
    setError(null);
    try {
      await work();
      await onChanged();
      onClose();
    } catch (failure) {
      setError(failure);
      // What somebody else changed meanwhile is to be seen behind the form.
      await onChanged();
    } finally {
      busy.current = false;
      setRunning(false);
    }
  };
  const theirs = newerVersion<Organization>(error);
  if (theirs && theirs.name !== draft.name) {
    return (
      <Dialog title={m.members_conflict_title()} closeLabel={m.members_close()} onClose={onClose}>
        <p>{m.members_conflict_lead()}</p>
        <ConflictChooser
          conflicts={[{ key: 'name', label: m.organizations_name(), mine: draft.name, theirs: theirs.name }]}
          words={{
            mine: m.members_conflict_mine(),
            theirs: m.members_conflict_theirs(),
            keep: m.members_conflict_keep(),
            running: m.members_saving(),
          }}
          isRunning={isRunning}
          onKeep={(mine) => {
            const next = {
              ...draft,
              name: mine.has('name') ? draft.name : theirs.name,
              version: theirs.version,
            };
            onDraft(next);
            void run(() => saveOrganization(next, communeId));
          }}
        />
      </Dialog>
    );
  }
  const words = error === null ? null : faultWords(error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(() => saveOrganization(draft, communeId));
  };
  const isRetired = organization !== null && organization.retired_on !== null;
  return (
    <Dialog
      title={organization === null ? m.organizations_add() : organization.name}
      closeLabel={m.members_close()}
      onClose={onClose}
    >
      <form className="organization-form" noValidate onSubmit={submit}>
        <TextField
          label={m.organizations_name()}
          maxLength={120}
          autoComplete="off"
          autoFocus
          value={draft.name}
          onChange={(name) => onDraft({ ...draft, name })}
          error={words?.isAboutName ? words.title : null}
        />
        {words && !words.isAboutName && (
          <Notice tone="error" title={words.title}>
            {words.advice}
          </Notice>
        )}
        <Button tone="primary" type="submit" className="organization-act" aria-disabled={isRunning}>
          {isRunning ? m.members_saving() : organization ? m.members_save() : m.organizations_add()}
        </Button>
      </form>
      {organization && (
        <div className="organization-retire">
          <p className="room-table-quiet">
            {isRetired ? m.organizations_resume_text() : m.organizations_retire_text()}
          </p>
          <Button
            aria-disabled={isRunning}
            onClick={() => void run(() => setRetired(organization, !isRetired))}
          >
            {isRetired ? m.organizations_resume() : m.organizations_retire()}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
