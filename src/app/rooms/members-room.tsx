import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/members/index.tsx');

/** The members' page, for those who may keep members. */
export function MembersRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('members', membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <RoomFrame
      {...props}
      title={m.members_title()}
      refusal={isAllowed ? null : m.members_not_for_you()}
      failed={failed}
    >
      {module && (
        <module.default person={person} communeId={commune.id} isPolice={membership?.role === 'police'} />
      )}
    </RoomFrame>
  );
}
