import '../../ui/room-table.css';
import './backup.css';
import type { Role } from '../../layers/layer.ts';
import { m } from '../../messages/generated/messages.js';
import { download } from '../../table/download.ts';
import { fileName } from '../../table/file-name.ts';
import { Button } from '../../ui/button.tsx';
import { instant } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RoomSkeleton } from '../../ui/room-skeleton.tsx';
import { useAct } from '../../ui/use-act.ts';
import { SealForm } from './seal-form.tsx';
import { fetchBackup, type TakenBackup, useBackups } from './server.ts';

/** Everything of the commune as one file for its administrator; for police, what their part of it is sealed with. */
export default function BackupPage(props: {
  person: string;
  communeId: string;
  communeName: string;
  role: Role;
  /** On a Supabase project the platform makes the backups. */
  isHosted: boolean;
}) {
  const { person, communeId, communeName, role, isHosted } = props;
  const backups = useBackups(person, communeId);
  const act = useAct();
  if (isHosted) return <Notice title={m.backup_hosted()}>{m.backup_hosted_text()}</Notice>;
  if (backups.isError && !backups.data) {
    return (
      <Notice
        tone="error"
        title={m.faults_not_loaded()}
        action={<Button onClick={() => void backups.refetch()}>{m.faults_retry()}</Button>}
      >
        {m.faults_not_loaded_text()}
      </Notice>
    );
  }
  if (!backups.data) return <RoomSkeleton />;
  const { taken, sealedSince } = backups.data;
  const save = () =>
    act.run(async () => {
      const moment = new Date().toISOString().slice(0, 16).replace(/[T:]/g, '-');
      download(await fetchBackup(communeId), fileName([communeName, m.backup_title(), moment], 'tar'));
      await backups.refetch();
    });
  return (
    <div className="backup">
      {role === 'administrator' && (
        <section>
          <p>{m.backup_holds()}</p>
          <p>{sealedSince === null ? m.backup_without_incidents() : m.backup_with_incidents()}</p>
          <p>
            <Button tone="primary" disabled={act.isRunning} onClick={save}>
              {act.isRunning ? m.backup_running() : m.backup_save()}
            </Button>
          </p>
          {act.error !== null && (
            <Notice tone="error" title={m.backup_failed()}>
              {m.backup_failed_text()}
            </Notice>
          )}
        </section>
      )}
      {role === 'police' && (
        <SealForm communeId={communeId} sealedSince={sealedSince} onSet={() => void backups.refetch()} />
      )}
      <section>
        <h2>{m.backup_taken()}</h2>
        {taken.length === 0 ? <p className="room-table-quiet">{m.backup_none()}</p> : <Taken taken={taken} />}
      </section>
    </div>
  );
}

function Taken({ taken }: { taken: readonly TakenBackup[] }) {
  return (
    <ul className="backup-taken">
      {taken.map((one) => (
        <li key={one.id}>
          <span>{instant(one.made_at)}</span>
          <span>
            {one.is_from_shell ? m.backup_from_shell() : (one.made_by_name ?? m.backup_by_somebody())}
          </span>
          <span className="room-table-quiet">
            {one.holds_incidents ? m.backup_holds_sealed() : m.backup_holds_no_incidents()}
          </span>
        </li>
      ))}
    </ul>
  );
}
