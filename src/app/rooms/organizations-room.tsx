import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/organizations/index.tsx');

/** The organizations' page, for those who may keep organizations. */
export function OrganizationsRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const isAllowed = mayEnter('organizations', membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <RoomFrame
      {...props}
      title={m.organizations_title()}
      lead={m.organizations_lead()}
      refusal={isAllowed ? null : m.organizations_not_for_you()}
      failed={failed}
    >
      {module && <module.default person={person} communeId={commune.id} />}
    </RoomFrame>
  );
}
