import type { Geometry } from 'geojson';
import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl';
import { type Bounds, boundsOf } from '../geo/bounds.ts';
import type { Camera } from '../view/view.ts';
import { mustMove, roundCamera, sameCamera } from './camera.ts';
import type { FitPadding } from './contract.ts';

const DURATION = 200;
/** Pixels at the lower edge where scale and source stand. */
const FOOT = 56;

/** The edges that are covered when the page says nothing, or what it says, and always the map's own foot. */
export function coveredEdges(padding: FitPadding = { top: 24, right: 24, bottom: 0, left: 24 }): FitPadding {
  return { ...padding, bottom: Math.max(FOOT, padding.bottom) };
}

const corners = ([west, south, east, north]: Bounds): LngLatBoundsLike => [
  [west, south],
  [east, north],
];

const grown = (padding: FitPadding, by: number): FitPadding => ({
  top: padding.top + by,
  right: padding.right + by,
  bottom: padding.bottom + by,
  left: padding.left + by,
});

/**
 * Where the map stands: the whole commune until somebody moves it or a link says otherwise. Animations are
 * MapLibre's, which leaves them out when the system asks for less motion.
 */
export class Viewpoint {
  #map: MapLibreMap;
  #commune: Bounds;
  #padding: FitPadding;
  #report: (camera: Camera | null) => void;
  /** Where the whole commune is in sight at this size. */
  #whole: Camera | null = null;
  /** What the link is known to say, or will say when it has heard of our last report. */
  #known: Camera | null;
  #linked: Camera | null;
  #awaited: (Camera | null)[] = [];

  constructor(
    map: MapLibreMap,
    commune: Bounds,
    padding: FitPadding,
    linked: Camera | null,
    report: (camera: Camera | null) => void,
  ) {
    this.#map = map;
    this.#commune = commune;
    this.#padding = padding;
    this.#linked = linked;
    this.#known = linked;
    this.#report = report;
    this.#measure();
    map.on('resize', () => {
      this.#measure();
      if (this.#known === null) this.#toWhole(false);
    });
    map.on('moveend', () => this.#moved());
  }

  /** Follows the link. What this map itself reported, and now hears again, moves nothing. */
  follow(linked: Camera | null): void {
    if (sameCamera(linked, this.#linked)) return;
    this.#linked = linked;
    const echo = this.#awaited.findIndex((camera) => sameCamera(camera, linked));
    if (echo >= 0) {
      this.#awaited.splice(0, echo + 1);
      return;
    }
    this.#awaited = [];
    if (sameCamera(linked, this.#known)) return;
    this.#known = linked;
    if (linked) this.#map.easeTo({ ...target(linked), duration: DURATION });
    else this.#toWhole(true);
  }

  /**
   * Other things cover other edges of the map now. True where the map, which somebody had steered, stays where it
   * was: something in it may be covered now.
   */
  cover(padding: FitPadding): boolean {
    const before = this.#padding;
    if (
      before.top === padding.top &&
      before.right === padding.right &&
      before.bottom === padding.bottom &&
      before.left === padding.left
    )
      return false;
    this.#padding = padding;
    this.#measure();
    if (this.#known === null) this.#toWhole(true);
    return this.#known !== null;
  }

  /** Another ground is the whole now, and the map goes there at once; the same one moves nothing. */
  stand(ground: Bounds): void {
    if (ground.every((edge, index) => edge === this.#commune[index])) return;
    this.#commune = ground;
    this.#measure();
    this.#known = null;
    this.#toWhole(false);
  }

  whole(): void {
    this.#toWhole(true);
  }

  /** Moves gently to a feature that is out of sight or too small to see. */
  show(geometry: Geometry): void {
    const bounds = boundsOf(geometry);
    if (!bounds) return;
    const [west, south, east, north] = bounds;
    const upperLeft = this.#map.project([west, north]);
    const lowerRight = this.#map.project([east, south]);
    const feature = { left: upperLeft.x, top: upperLeft.y, right: lowerRight.x, bottom: lowerRight.y };
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const { top, right, bottom, left } = this.#free();
    const view = { left, top, right: clientWidth - right, bottom: clientHeight - bottom };
    const extended = geometry.type !== 'Point';
    if (!mustMove(feature, view, extended)) return;
    const camera = this.#map.cameraForBounds(corners(bounds), {
      padding: grown(this.#free(), 40),
      maxZoom: extended ? 16 : Math.max(15, this.#map.getZoom()),
    });
    if (camera) this.#map.easeTo({ ...camera, duration: DURATION });
  }

  #measure(): void {
    const camera = this.#map.cameraForBounds(corners(this.#commune), { padding: this.#free() });
    if (!camera?.center || camera.zoom === undefined) return;
    const { lng, lat } = camera.center as { lng: number; lat: number };
    this.#whole = { longitude: lng, latitude: lat, zoom: camera.zoom };
    this.#map.setMinZoom(Math.max(0, camera.zoom - 0.6));
  }

  /** Half of a narrow map stays free, whatever stands over it: a map cannot fit into nothing. */
  #free(): FitPadding {
    return { ...this.#padding, left: Math.min(this.#padding.left, this.#map.getContainer().clientWidth / 2) };
  }

  #toWhole(animate: boolean): void {
    if (this.#whole) this.#map.easeTo({ ...target(this.#whole), duration: animate ? DURATION : 0 });
  }

  #moved(): void {
    const { lng, lat } = this.#map.getCenter();
    const now = roundCamera({ longitude: lng, latitude: lat, zoom: this.#map.getZoom() });
    const camera = sameCamera(now, this.#whole) ? null : now;
    if (sameCamera(camera, this.#known)) return;
    this.#known = camera;
    this.#awaited.push(camera);
    this.#report(camera);
  }
}

function target({ longitude, latitude, zoom }: Camera) {
  return { center: [longitude, latitude] as [number, number], zoom };
}
