import { boundsOf } from '../../geo/bounds.ts';
import { boundsOfCamera } from '../../geo/camera-bounds.ts';
import { useGround } from '../commune/communes.ts';
import { useModule } from '../connection/use-module.ts';
import { mayEnter } from '../rooms/may-enter.ts';
import { MAP_ID } from './map-stage.tsx';
import type { MapPageModel } from './use-map-page.ts';

const load = () => import('../../tasks/meetings/add-scene.tsx');

/** The button that takes what the map shows into a meeting; for those who keep meetings, after the first screen. */
export function AddToMeeting({
  page,
  isAfterFirstScreen,
  onMeetings,
}: {
  page: MapPageModel;
  isAfterFirstScreen: boolean;
  onMeetings: () => void;
}) {
  const { person, commune, membership, view, change } = page;
  const wanted = mayEnter('meetings', membership) && isAfterFirstScreen;
  const { module } = useModule(load, wanted);
  const shape = useGround(person, commune, wanted).data?.geometry;
  // Before its ground is known a scene would have none.
  if (!module || !shape) return null;
  const ground = () => {
    const map = document.getElementById(MAP_ID);
    if (view.camera && map)
      return boundsOfCamera(view.camera, { width: map.clientWidth, height: map.clientHeight });
    return boundsOf(shape);
  };
  // What only some may see is not shown to a hall.
  const layers = page.layers.filter(({ layer, isOn, isAllowed }) => isOn && isAllowed && !layer.restriction);
  return (
    <module.default
      person={person}
      communeId={commune.id}
      layers={layers.map(({ layer }) => layer.id)}
      ground={ground}
      onMeeting={(meeting) => {
        change({ scene: { meeting, position: 1 } });
        onMeetings();
      }}
    />
  );
}
