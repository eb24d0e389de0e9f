import { m } from '../../messages/generated/messages.js';
import { useView } from '../../view/use-view.ts';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from './may-enter.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/changes/index.tsx');

/** The change log, for those who read something in it. */
export function ChangesRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const [view, change] = useView();
  const isAllowed = mayEnter('changes', membership);
  const { module, failed } = useModule(load, isAllowed);
  const leave = () => {
    // On the map the same part of the link picks a thing.
    if (view.selection?.layer === 'changes') change({ selection: null }, { replace: true });
    props.onLeave();
  };
  return (
    <RoomFrame
      {...props}
      title={m.changes_title()}
      lead={m.changes_lead()}
      refusal={isAllowed ? null : m.changes_not_for_you()}
      failed={failed}
      onLeave={leave}
    >
      {module && membership && (
        <module.default person={person} communeId={commune.id} role={membership.role} />
      )}
    </RoomFrame>
  );
}
