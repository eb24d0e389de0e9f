import { isSupabaseProject } from '../../data/client.ts';
import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/backup/index.tsx');

/** The page of backups, for administrators and police. */
export function BackupRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('backup', membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <RoomFrame
      {...props}
      title={m.backup_title()}
      lead={m.backup_lead()}
      refusal={isAllowed ? null : m.backup_not_for_you()}
      failed={failed}
    >
      {module && membership && (
        <module.default
          person={person}
          communeId={commune.id}
          communeName={commune.name}
          role={membership.role}
          isHosted={isSupabaseProject}
        />
      )}
    </RoomFrame>
  );
}
