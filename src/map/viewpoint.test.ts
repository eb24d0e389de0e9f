import type { Map as MapLibreMap } from 'maplibre-gl';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Camera } from '../view/view.ts';
import { coveredEdges, Viewpoint } from './viewpoint.ts';

type Move = { center: [number, number] | { lng: number; lat: number }; zoom: number };

/** Stands in for MapLibre: 1000 × 700 pixels, one degree is 10,000 pixels at every zoom, moves at once. */
class StandInMap {
  camera = { lng: 106.63, lat: 20.725, zoom: 13 };
  whole = { lng: 106.63, lat: 20.725, zoom: 13 };
  moves = 0;
  #listeners = new Map<string, () => void>();

  on(event: string, listener: () => void) {
    this.#listeners.set(event, listener);
  }
  fire(event: string) {
    this.#listeners.get(event)?.();
  }
  cameraForBounds() {
    const { lng, lat, zoom } = this.whole;
    return { center: { lng, lat }, zoom };
  }
  setMinZoom() {}
  getContainer() {
    return { clientWidth: 1000, clientHeight: 700 };
  }
  getCenter() {
    return this.camera;
  }
  getZoom() {
    return this.camera.zoom;
  }
  project([lng, lat]: [number, number]) {
    return { x: 500 + (lng - this.camera.lng) * 10_000, y: 350 - (lat - this.camera.lat) * 10_000 };
  }
  easeTo({ center, zoom }: Move) {
    const [lng, lat] = Array.isArray(center) ? center : [center.lng, center.lat];
    this.camera = { lng, lat, zoom };
    this.moves += 1;
    this.fire('moveend');
  }
  /** Somebody drags or zooms. */
  steer(camera: Camera) {
    this.camera = { lng: camera.longitude, lat: camera.latitude, zoom: camera.zoom };
    this.fire('moveend');
  }
}

const near: Camera = { longitude: 106.62, latitude: 20.72, zoom: 15 };
const nearer: Camera = { longitude: 106.62, latitude: 20.72, zoom: 16 };

let map: StandInMap;
let reports: (Camera | null)[];
const start = (linked: Camera | null) =>
  new Viewpoint(
    map as unknown as MapLibreMap,
    [106.6, 20.7, 106.66, 20.75],
    coveredEdges(),
    linked,
    (camera) => reports.push(camera),
  );

beforeEach(() => {
  map = new StandInMap();
  reports = [];
});

describe('what the map reports', () => {
  test('where somebody steered it, and null when it is back at the whole commune', () => {
    const viewpoint = start(null);
    map.steer(near);
    viewpoint.whole();
    expect(reports).toEqual([near, null]);
  });
  test('nothing when it ends where it was', () => {
    start(null);
    map.steer({ longitude: 106.63, latitude: 20.725, zoom: 13 });
    expect(reports).toEqual([]);
  });
});

describe('following the link', () => {
  test('what it reported itself and hears again moves nothing, though a report was skipped', () => {
    const viewpoint = start(null);
    map.steer(near);
    map.steer(nearer);
    viewpoint.follow(nearer);
    expect(map.moves).toBe(0);
    // The skipped one is no report any more: a link that says it now means it.
    viewpoint.follow(near);
    expect(map.moves).toBe(1);
  });
  test('hearing an older report late does not pull the map back', () => {
    const viewpoint = start(null);
    map.steer(near);
    map.steer(nearer);
    viewpoint.follow(near);
    viewpoint.follow(nearer);
    expect(map.moves).toBe(0);
  });
  test('another place moves it, also one where it has been', () => {
    const viewpoint = start(null);
    map.steer(near);
    viewpoint.follow(near);
    map.steer(nearer);
    viewpoint.follow(nearer);
    viewpoint.follow(near);
    expect(map.camera).toEqual({ lng: 106.62, lat: 20.72, zoom: 15 });
    viewpoint.follow(null);
    expect(map.camera.zoom).toBe(13);
    expect(reports).toEqual([near, nearer]);
  });
});

describe('another size of the window', () => {
  const grow = () => {
    map.whole = { ...map.whole, zoom: 13.6 };
    map.fire('resize');
  };
  test('keeps the whole commune in sight, and reports nothing', () => {
    start(null);
    grow();
    expect(map.camera.zoom).toBe(13.6);
    expect(reports).toEqual([]);
  });
  test('leaves a place alone that somebody chose', () => {
    map.camera = { lng: 106.62, lat: 20.72, zoom: 15 };
    start(near);
    grow();
    expect(map.moves).toBe(0);
  });
});

describe('showing a feature', () => {
  test('moves when it is out of sight, not when it is in sight', () => {
    const viewpoint = start(null);
    viewpoint.show({ type: 'Point', coordinates: [106.64, 20.73] });
    expect(map.moves).toBe(0);
    viewpoint.show({ type: 'Point', coordinates: [106.7, 20.73] });
    expect(map.moves).toBe(1);
  });
  test('counts what stands over the map as out of sight', () => {
    const viewpoint = start(near);
    viewpoint.cover({ top: 0, right: 0, bottom: 0, left: 300 });
    viewpoint.show({ type: 'Point', coordinates: [106.59, 20.725] });
    expect(map.moves).toBe(1);
  });
});

test("the map's own foot is always kept free", () => {
  expect(coveredEdges().bottom).toBe(56);
  expect(coveredEdges({ top: 1, right: 2, bottom: 3, left: 4 })).toEqual({
    top: 1,
    right: 2,
    bottom: 56,
    left: 4,
  });
  expect(coveredEdges({ top: 1, right: 2, bottom: 90, left: 4 }).bottom).toBe(90);
});
