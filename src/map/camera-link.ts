import type { Map as MapLibreMap } from 'maplibre-gl';

/** Two maps of one size that show the same ground: one leads, the other stands wherever it stands. */
export type CameraLink = {
  /** The map that is steered. Returns how to let go. */
  lead: (map: MapLibreMap) => () => void;
  /** The map that follows, at once and from then on. Returns how to let go. */
  follow: (map: MapLibreMap) => () => void;
};

/** Links two maps, whichever of them is made first. */
export function createCameraLink(): CameraLink {
  let leader: MapLibreMap | null = null;
  let follower: MapLibreMap | null = null;
  const step = () => {
    if (leader && follower) follower.jumpTo({ center: leader.getCenter(), zoom: leader.getZoom() });
  };
  return {
    lead: (map) => {
      leader = map;
      map.on('move', step);
      step();
      return () => {
        map.off('move', step);
        if (leader === map) leader = null;
      };
    },
    follow: (map) => {
      follower = map;
      step();
      return () => {
        if (follower === map) follower = null;
      };
    },
  };
}
