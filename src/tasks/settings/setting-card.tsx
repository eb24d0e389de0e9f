import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { today } from '../../ui/day.ts';
import { day } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { type Definition, forgetSettings, type Version } from './server.ts';
import { VersionForm } from './version-form.tsx';
import { VersionList } from './version-list.tsx';
import { versionOn } from './versions.ts';
import { nameOf, valueShown } from './words.tsx';

/** One setting: what counts today, and on what ground; every version; a new one. */
export function SettingCard({
  definition,
  versions,
  communeId,
  mayChange,
}: {
  definition: Definition;
  versions: readonly Version[];
  communeId: string;
  mayChange: boolean;
}) {
  const [open, setOpen] = useState<'new' | Version | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const queries = useQueryClient();
  const titleId = useId();
  const { title, use } = nameOf(definition.key);
  const current = versionOn(versions, today());
  const value = current?.value ?? definition.default_value;
  const show = (next: 'new' | Version | null) => {
    setDone(null);
    setOpen(next);
  };
  const saved = async (words: string) => {
    await forgetSettings(queries);
    setOpen(null);
    setDone(words);
  };
  return (
    <Card className="settings-card" role="region" aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      <p className="settings-quiet">{use}</p>
      <div className="settings-now">
        {value === null ? <p>{m.settings_none()}</p> : valueShown(definition.kind, value)}
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
      {open === 'new' && (
        <VersionForm
          definition={definition}
          communeId={communeId}
          value={value}
          onSaved={() => saved(m.settings_saved())}
          onCancel={() => show(null)}
        />
      )}
      {open !== null && open !== 'new' && (
        <ConfirmForm
          key={open.id}
          version={open}
          onSaved={() => saved(m.settings_saved_confirmed())}
          onCancel={() => show(null)}
        />
      )}
      {mayChange && open === null && (
        <div className="settings-acts">
          <Button tone="primary" onClick={() => show('new')}>
            {m.settings_add()}
          </Button>
          {current && !current.confirmed && (
            <Button onClick={() => show(current)}>{m.settings_confirm()}</Button>
          )}
        </div>
      )}
      {versions.length > 0 && <VersionList definition={definition} versions={versions} current={current} />}
    </Card>
  );
}
