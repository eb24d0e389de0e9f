import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import type { Place } from '../map/use-map-page.ts';
import { mayKeep } from './may-keep.ts';
import { PeopleRoom } from './people-room.tsx';

const load = () => import('../../tasks/organizations/index.tsx');

/** The organizations' page, for those who may keep organizations. */
export function OrganizationsRoom({ place, onLeave }: { place: Place; onLeave: () => void }) {
  const isAllowed = mayKeep('organizations', place.membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <PeopleRoom
      title={m.organizations_title()}
      refusal={isAllowed ? null : m.organizations_not_for_you()}
      place={place}
      failed={failed}
      onLeave={onLeave}
    >
      {module && <module.default person={place.person} communeId={place.commune.id} />}
    </PeopleRoom>
  );
}
