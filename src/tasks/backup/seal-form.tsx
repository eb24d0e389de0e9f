import { type FormEvent, useState } from 'react';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { setSeal } from './server.ts';

/** Whoever holds an archive may try passphrases for as long as they like. */
const SHORTEST = 16;

/** Police set the passphrase that opens their part of backups; it cannot be read or reset by anybody. */
export function SealForm({
  communeId,
  sealedSince,
  onSet,
}: {
  communeId: string;
  sealedSince: string | null;
  onSet: () => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<{ first?: string; second?: string }>({});
  const [isDone, setDone] = useState(false);
  const act = useAct();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isShort = [...passphrase.trim()].length < SHORTEST;
    const differs = passphrase !== again;
    setProblem({
      ...(isShort ? { first: m.backup_seal_short() } : {}),
      ...(!isShort && differs ? { second: m.backup_seal_differs() } : {}),
    });
    setDone(false);
    if (isShort || differs) return;
    if (!(await act.run(() => setSeal(communeId, passphrase)))) return;
    setPassphrase('');
    setAgain('');
    setDone(true);
    onSet();
  };
  const show = { showLabel: m.backup_seal_show(), hideLabel: m.backup_seal_hide() };
  return (
    <form className="backup-seal" onSubmit={submit} noValidate>
      <h2>{m.backup_seal_title()}</h2>
      <p>{m.backup_seal_text()}</p>
      <p>
        <strong>
          {sealedSince === null
            ? m.backup_seal_none()
            : m.backup_seal_since({ instant: instant(sealedSince) })}
        </strong>
      </p>
      <PasswordField
        {...show}
        label={m.backup_seal_passphrase()}
        hint={m.backup_seal_hint()}
        autoComplete="new-password"
        value={passphrase}
        onChange={setPassphrase}
        error={problem.first ?? null}
      />
      <PasswordField
        {...show}
        label={m.backup_seal_again()}
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={problem.second ?? null}
      />
      {act.error !== null && <Notice tone="error" title={m.backup_seal_failed()} />}
      {isDone && <Notice tone="done" title={m.backup_seal_done()} />}
      <Button tone="primary" type="submit" disabled={act.isRunning}>
        {act.isRunning ? m.backup_seal_working() : m.backup_seal_set()}
      </Button>
    </form>
  );
}
