import { collect } from '../../geo/collect.ts';
import type { LayerStyle } from '../layer.ts';
import type { CareStretchRow } from './row.ts';
import { BANDS, STATES } from './states.ts';

const layers: LayerStyle['layers'] = STATES.map((state) => {
  const { color, dashes } = BANDS[state];
  return {
    // Under the road's own line, which says what the road is: the band around it says how it is kept.
    slot: 'roads',
    layer: {
      id: `care-stretches:${state}`,
      type: 'line',
      source: 'care-stretches:lines',
      filter: ['==', ['get', 'state'], state],
      layout: { 'line-cap': 'butt', 'line-join': 'round' },
      paint: {
        'line-color': color,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 6, 13, 10, 15, 15, 18, 26],
        ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
      },
    },
  };
});

/** Bands around the model roads: whole where care was given in time, broken where it is due, the more the later. */
export function style(rows: readonly CareStretchRow[]): LayerStyle {
  return {
    sources: { 'care-stretches:lines': collect(rows, ({ state }) => ({ properties: { state } })) },
    layers,
    pickable: STATES.map((state) => `care-stretches:${state}`),
  };
}
