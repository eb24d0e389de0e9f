import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, test, vi } from 'vitest';
import { createCameraLink } from './camera-link.ts';

/** As much of a map as a link asks of one. */
function madeUpMap(zoom: number) {
  const listeners = new Set<() => void>();
  return {
    jumpTo: vi.fn(),
    getCenter: () => ({ lng: 106.6, lat: 20.7 }),
    getZoom: () => zoom,
    on: (_: string, listener: () => void) => listeners.add(listener),
    off: (_: string, listener: () => void) => listeners.delete(listener),
    move: () => {
      for (const listener of listeners) listener();
    },
  };
}
const asMap = (map: object) => map as unknown as MapLibreMap;

test('the follower stands where the leader stands: when it comes, and at each movement', () => {
  const [leader, follower] = [madeUpMap(13), madeUpMap(11)];
  const link = createCameraLink();
  link.lead(asMap(leader));
  link.follow(asMap(follower));
  leader.move();
  expect(follower.jumpTo.mock.calls).toEqual([
    [{ center: { lng: 106.6, lat: 20.7 }, zoom: 13 }],
    [{ center: { lng: 106.6, lat: 20.7 }, zoom: 13 }],
  ]);
  expect(leader.jumpTo).not.toHaveBeenCalled();
});

test('who has let go is moved no more, and a new leader takes its place', () => {
  const [first, second, follower] = [madeUpMap(13), madeUpMap(14), madeUpMap(11)];
  const link = createCameraLink();
  const stopLeading = link.lead(asMap(first));
  const stopFollowing = link.follow(asMap(follower));
  link.lead(asMap(second));
  stopLeading();
  first.move();
  expect(follower.jumpTo).toHaveBeenCalledTimes(2);
  expect(follower.jumpTo).toHaveBeenLastCalledWith({ center: { lng: 106.6, lat: 20.7 }, zoom: 14 });
  stopFollowing();
  second.move();
  expect(follower.jumpTo).toHaveBeenCalledTimes(2);
});
