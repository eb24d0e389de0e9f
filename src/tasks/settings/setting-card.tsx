import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useKeptDraft } from '../../data/draft.ts';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { today } from '../../ui/day.ts';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { draftFrom, type OpenForm } from './draft.ts';
import { type Definition, forgetSettings, type Version } from './server.ts';
import { VersionForm } from './version-form.tsx';
import { VersionList } from './version-list.tsx';
import { versionOn } from './versions.ts';
import { nameOf, valueShown } from './words.tsx';

/** One setting: what counts today, and on what ground; every version; a new one. */
export function SettingCard({
  definition,
  versions,
  person,
  communeId,
  mayChange,
}: {
  definition: Definition;
  versions: readonly Version[];
  person: string;
  communeId: string;
  mayChange: boolean;
}) {
  const [kept, keep] = useKeptDraft<OpenForm>(`setting:${communeId}:${definition.key}:${person}`);
  const [done, setDone] = useState<string | null>(null);
  const queries = useQueryClient();
  const titleId = useId();
  const { title, use } = nameOf(definition.key);
  const current = versionOn(versions, today());
  const value = current?.value ?? definition.default_value;
  const waits = current !== null && !current.confirmed ? current : null;
  // What was kept for a version that somebody else has confirmed meanwhile has nothing left to say.
  const open = !mayChange || (kept?.kind === 'confirm' && kept.id !== waits?.id) ? null : kept;
  const show = (next: OpenForm | null) => {
    setDone(null);
    keep(next);
  };
  const saved = async (words: string) => {
    await forgetSettings(queries);
    keep(null);
    setDone(words);
  };
  return (
    <Card className="settings-card" role="region" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="settings-quiet">{use}</p>
      <div className="settings-now">
        {value === null ? <p>{m.settings_none()}</p> : valueShown(definition, value)}
        <p className="settings-ground">
          {current ? (
            <>
              <Badge tone={current.confirmed ? 'met' : 'sample'}>
                {current.confirmed ? m.settings_confirmed() : m.settings_unconfirmed()}
              </Badge>
              <span>
                {m.settings_now()} {m.settings_since({ date: day(current.valid_from) })}
              </span>
              <span>
                {m.settings_basis()}: {current.legal_basis ?? m.settings_no_basis()}
              </span>
            </>
          ) : (
            value !== null && (
              <>
                <Badge tone="sample">{m.settings_unconfirmed()}</Badge>
                <span>{m.settings_default()}</span>
              </>
            )
          )}
        </p>
      </div>
      {done && <Notice tone="done">{done}</Notice>}
      {open?.kind === 'version' && (
        <VersionForm
          definition={definition}
          communeId={communeId}
          draft={open.draft}
          onDraft={(draft) => keep({ kind: 'version', draft })}
          onSaved={() => saved(m.settings_saved())}
          onCancel={() => show(null)}
        />
      )}
      {open?.kind === 'confirm' && (
        <ConfirmForm
          {...open}
          onBasis={(basis) => keep({ ...open, basis })}
          onSaved={() => saved(m.settings_saved_confirmed())}
          onCancel={() => show(null)}
        />
      )}
      {mayChange && open === null && (
        <div className="settings-acts">
          <Button
            tone="primary"
            onClick={() => show({ kind: 'version', draft: draftFrom(definition, value, today()) })}
          >
            {m.settings_add()}
          </Button>
          {waits && (
            <Button onClick={() => show({ kind: 'confirm', id: waits.id, basis: waits.legal_basis ?? '' })}>
              {m.settings_confirm()}
            </Button>
          )}
        </div>
      )}
      {versions.length > 0 && <VersionList definition={definition} versions={versions} current={current} />}
    </Card>
  );
}
