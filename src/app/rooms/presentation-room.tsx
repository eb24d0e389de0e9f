import { m } from '../../messages/generated/messages.js';
import { usePath } from '../../view/use-view.ts';
import { communeTitle } from '../commune/commune-name.ts';
import { useConnection } from '../connection/use-connection.ts';
import { useModule } from '../connection/use-module.ts';
import { MessagePage } from '../message-page.tsx';
import { KeptScenes } from './kept-scenes.tsx';
import { mayEnter } from './may-enter.ts';
import type { RoomProps } from './room-frame.tsx';
import { SceneStage } from './scene-stage.tsx';

const load = () => import('../../tasks/meetings/presentation.tsx');

/** A meeting's scenes on the whole screen, for those who keep meetings. */
export function PresentationRoom({ place }: RoomProps) {
  const { person, commune, membership } = place;
  const [, go] = usePath();
  const isAllowed = mayEnter('meetings', membership);
  const isOnline = useConnection();
  const { module, failed } = useModule(load, isAllowed);
  if (!isAllowed) return <MessagePage title={m.meetings_present()} text={m.meetings_not_for_you()} />;
  if (failed) return <MessagePage title={m.faults_part()} text={m.faults_part_text()} />;
  if (!module) return null;
  return (
    <module.default
      person={person}
      communeId={commune.id}
      communeName={communeTitle(commune.name)}
      isOnline={isOnline}
      renderStage={({ view, bounds }) => <SceneStage place={place} view={view} bounds={bounds} />}
      renderKept={(views) => <KeptScenes place={place} views={views} />}
      onLeave={() => go('/cuoc-hop')}
    />
  );
}
