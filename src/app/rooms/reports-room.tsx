import { useQuery } from '@tanstack/react-query';
import { hamlets } from '../../layers/hamlets/index.ts';
import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { useFacts } from '../map/use-facts.ts';
import { useToday } from '../map/use-today.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/reports/index.tsx');

/** Entry of figures, for those who report for a hamlet or for all. */
export function ReportsRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('reports', membership);
  const { module, failed } = useModule(load, isAllowed);
  const asOf = useToday();
  const list = useQuery({
    ...hamlets.query({ person, communeId: commune.id, asOf }),
    enabled: isAllowed,
  });
  const { names } = useFacts({
    person,
    commune,
    role: membership?.role ?? null,
    asOf,
    hamlets: list.data ?? null,
  });
  const isCommittee = membership?.role === 'hamlet_committee';
  return (
    <RoomFrame
      {...props}
      title={m.reports_title()}
      lead={m.reports_lead()}
      refusal={
        !isAllowed
          ? m.reports_not_for_you()
          : isCommittee && !membership?.hamlet_id
            ? m.reports_no_hamlet()
            : null
      }
      failed={failed}
    >
      {module && list.data && (
        <module.default
          key={person + commune.id}
          person={person}
          communeId={commune.id}
          ownHamlet={isCommittee ? (membership?.hamlet_id ?? null) : null}
          names={names}
        />
      )}
    </RoomFrame>
  );
}
