import { m } from '../../messages/generated/messages.js';
import { usePath, useView } from '../../view/use-view.ts';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/meetings/index.tsx');

/** Meetings for those who keep them; for other members the conclusions that concern them. */
export function MeetingsRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const [, go] = usePath();
  const [, change] = useView();
  const { module, failed } = useModule(load, membership !== null);
  return (
    <RoomFrame
      {...props}
      title={m.meetings_title()}
      lead={m.meetings_lead()}
      refusal={membership ? null : m.meetings_for_members()}
      failed={failed}
      onLeave={() => {
        // On the map the same part of a link means nothing.
        change({ scene: null }, { replace: true });
        props.onLeave();
      }}
    >
      {module && membership && (
        <module.default
          person={person}
          communeId={commune.id}
          mayKeep={mayEnter('meetings', membership)}
          onPresent={() => go('/trinh-chieu')}
          onMap={() => go('/')}
        />
      )}
    </RoomFrame>
  );
}
