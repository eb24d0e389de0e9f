import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Drawing } from './drawing.ts';

export const EMPTY_DRAWING: Drawing = { sources: {}, layers: [], images: {}, pickable: new Map() };

/**
 * Turns the map from one drawing into the next with the least work: data goes to the worker only where it is
 * another object, and a style layer is replaced only where its description is another object.
 */
export function applyDrawing(map: MapLibreMap, before: Drawing, next: Drawing): void {
  const kept = new Set(next.layers);
  for (const layer of before.layers) if (!kept.has(layer)) map.removeLayer(layer.id);
  for (const [name, data] of Object.entries(next.sources)) {
    if (!(name in before.sources)) {
      map.addSource(name, { type: 'geojson', data, promoteId: 'id', tolerance: 0.2 });
    } else if (before.sources[name] !== data) {
      map.getSource<GeoJSONSource>(name)?.setData(data);
    }
  }
  const present = new Set(before.layers.filter((layer) => kept.has(layer)));
  // From the top down, so that the one to stand below is always there already.
  let above: string | undefined;
  for (const layer of next.layers.toReversed()) {
    if (!present.has(layer)) map.addLayer(layer, above);
    above = layer.id;
  }
  for (const name of Object.keys(before.sources)) if (!(name in next.sources)) map.removeSource(name);
}
