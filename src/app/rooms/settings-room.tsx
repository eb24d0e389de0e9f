import { m } from '../../messages/generated/messages.js';
import { useModule } from '../connection/use-module.ts';
import { RoomFrame, type RoomProps } from './room-frame.tsx';

const load = () => import('../../tasks/settings/index.tsx');

/** The commune's rules: whoever sees its map may read them. */
export function SettingsRoom(props: RoomProps) {
  const { person, commune, membership } = props.place;
  const { module, failed } = useModule(load, true);
  return (
    <RoomFrame {...props} isNarrow title={m.settings_title()} lead={m.settings_lead()} failed={failed}>
      {module && <module.default person={person} communeId={commune.id} role={membership?.role ?? null} />}
    </RoomFrame>
  );
}
