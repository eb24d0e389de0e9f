import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/publishing/index.tsx');

/** Where police close periods and publish what may be told of them. */
export function PublishingRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('publishing', membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <RoomFrame
      {...props}
      isNarrow
      title={m.publishing_title()}
      lead={m.publishing_lead()}
      refusal={isAllowed ? null : m.publishing_not_for_you()}
      failed={failed}
    >
      {module && <module.default key={person + commune.id} person={person} communeId={commune.id} />}
    </RoomFrame>
  );
}
