import type { Map as MapLibreMap } from 'maplibre-gl';

export type MapState = 'loading' | 'idle' | 'failed';

/**
 * Keeps `data-map-state` of an element true: "idle" only when fonts are here, every tile is drawn, nothing moves,
 * `busy` says no, and two frames have passed since. `stir` is told of work that MapLibre does not know of.
 */
export function watchMapState(
  map: MapLibreMap,
  element: HTMLElement,
  busy: () => boolean,
): { stir: () => void; stop: () => void } {
  let stopped = false;
  let change = 0;
  const write = (state: MapState) => {
    if (!stopped) element.dataset.mapState = state;
  };
  const stir = () => {
    change += 1;
    write('loading');
  };
  const settle = async () => {
    const seen = change;
    await document.fonts.ready;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    if (seen === change && !busy()) write('idle');
  };
  write('loading');
  map.on('movestart', stir);
  map.on('dataloading', stir);
  map.on('idle', settle);
  const stop = () => {
    stopped = true;
    map.off('movestart', stir);
    map.off('dataloading', stir);
    map.off('idle', settle);
  };
  return { stir, stop };
}
