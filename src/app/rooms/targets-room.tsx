import { useQuery } from '@tanstack/react-query';
import { hamlets } from '../../layers/hamlets/index.ts';
import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { useFacts } from '../map/use-facts.ts';
import { useToday } from '../map/use-today.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/targets/index.tsx');

/** The plan's indicators and targets: whoever sees the commune's map may read them. */
export function TargetsRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const { module, failed } = useModule(load, true);
  const asOf = useToday();
  const list = useQuery(hamlets.query({ person, communeId: commune.id, asOf }));
  const role = membership?.role ?? null;
  const { names } = useFacts({ person, commune, role, asOf, hamlets: list.data ?? null });
  return (
    <RoomFrame {...props} isNarrow title={m.targets_title()} lead={m.targets_lead()} failed={failed}>
      {module && (
        <module.default
          person={person}
          communeId={commune.id}
          role={role}
          today={asOf}
          hamletIds={(list.data ?? []).map(({ id }) => id)}
          names={names}
        />
      )}
    </RoomFrame>
  );
}
