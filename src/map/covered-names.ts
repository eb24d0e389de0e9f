import type { Map as MapLibreMap } from 'maplibre-gl';
import { FIRST_LABEL, NEIGHBOUR_NAMES } from './foundation.ts';

type Box = { left: number; top: number; right: number; bottom: number };

/** What stands over the map carries this attribute, wherever in the page it is. */
const OVER_MAP = '[data-over-map]';

/** The edges of a view of this size, which cut a name in two as well, and the boxes as far as they lie in it. */
export function coveringBoxes(view: Box, elements: readonly Box[]): Box[] {
  const [width, height] = [view.right - view.left, view.bottom - view.top];
  const edges = [
    { left: 0, top: 0, right: width, bottom: 1 },
    { left: 0, top: height - 1, right: width, bottom: height },
    { left: 0, top: 0, right: 1, bottom: height },
    { left: width - 1, top: 0, right: width, bottom: height },
  ];
  const within = elements
    .map(({ left, top, right, bottom }) => ({
      left: Math.max(0, left - view.left),
      top: Math.max(0, top - view.top),
      right: Math.min(width, right - view.left),
      bottom: Math.min(height, bottom - view.top),
    }))
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
  return [...edges, ...within];
}

/**
 * Hides each neighbour's name of which a part lies under a button, the legend or the map's edge: half a name is
 * worse than none, and a movement of the map brings it back. Answers whether anything changed.
 */
export class CoveredNames {
  #map: MapLibreMap;
  #covered: ReadonlySet<string> = new Set();

  constructor(map: MapLibreMap) {
    this.#map = map;
  }

  look(): boolean {
    const map = this.#map;
    if (!map.getLayer(FIRST_LABEL)) return false;
    const elements = [...document.querySelectorAll(OVER_MAP)].map((one) => one.getBoundingClientRect());
    const boxes = coveringBoxes(map.getContainer().getBoundingClientRect(), elements);
    const covered = new Set(
      boxes.flatMap(({ left, top, right, bottom }) =>
        map
          .queryRenderedFeatures(
            [
              [left, top],
              [right, bottom],
            ],
            { layers: [FIRST_LABEL] },
          )
          .map(({ id }) => String(id)),
      ),
    );
    const before = this.#covered;
    const changed = [...new Set([...before, ...covered])].filter((id) => covered.has(id) !== before.has(id));
    for (const id of changed)
      map.setFeatureState({ source: NEIGHBOUR_NAMES, id }, { covered: covered.has(id) });
    this.#covered = covered;
    return changed.length > 0;
  }
}
