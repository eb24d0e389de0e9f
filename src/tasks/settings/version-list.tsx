import { m } from '../../messages/generated/messages.js';
import { today } from '../../ui/day.ts';
import { day } from '../../ui/format.ts';
import type { Definition, Version } from './server.ts';
import { valueText } from './words.tsx';

/** Every version of a setting, the latest first. */
export function VersionList({
  definition,
  versions,
  current,
}: {
  definition: Definition;
  versions: readonly Version[];
  current: Version | null;
}) {
  return (
    <details className="settings-history" open={versions.length > 1}>
      <summary>
        {m.settings_history()} ({versions.length})
      </summary>
      <ul>
        {versions.map((version) => (
          <li key={version.id} aria-current={version === current ? 'true' : undefined}>
            <strong>{day(version.valid_from)}</strong>
            <span>
              {valueText(definition, version.value)}
              <small>
                {version.legal_basis ?? m.settings_no_basis()} ·{' '}
                {version.confirmed ? m.settings_confirmed() : m.settings_unconfirmed()}
                {version.valid_from > today() && ` · ${m.settings_later()}`}
                {version === current && ` · ${m.settings_now()}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
