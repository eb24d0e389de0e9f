import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import type { Place } from '../map/use-map-page.ts';
import { mayKeep } from './may-keep.ts';
import { PeopleRoom } from './people-room.tsx';

const load = () => import('../../tasks/members/index.tsx');

/** The members' page, for those who may keep members. */
export function MembersRoom({ place, onLeave }: { place: Place; onLeave: () => void }) {
  const isAllowed = mayKeep('members', place.membership);
  const { module, failed } = useModule(load, isAllowed);
  return (
    <PeopleRoom
      title={m.members_title()}
      refusal={isAllowed ? null : m.members_not_for_you()}
      place={place}
      failed={failed}
      onLeave={onLeave}
    >
      {module && (
        <module.default
          person={place.person}
          communeId={place.commune.id}
          isPolice={place.membership?.role === 'police'}
        />
      )}
    </PeopleRoom>
  );
}
