import { collect } from '../../geo/collect.ts';
import { middleOf } from '../../geo/middle.ts';
import { palette } from '../../ui/palette.ts';
import type { LayerStyle } from '../layer.ts';
import type { PublishedRow } from './row.ts';

/** Below the hamlet's own name and state, which stand in its middle. */
const BELOW: [number, number] = [0, 24];

const layers: LayerStyle['layers'] = [
  {
    slot: 'lines',
    layer: {
      id: 'published-incidents:cell',
      type: 'line',
      source: 'published-incidents:cells',
      paint: { 'line-color': palette.brick, 'line-width': 1.5 },
    },
  },
  {
    slot: 'points',
    layer: {
      id: 'published-incidents:withheld',
      type: 'circle',
      source: 'published-incidents:middles',
      filter: ['!', ['has', 'count']],
      paint: {
        'circle-radius': 10,
        'circle-color': palette.panel,
        'circle-stroke-color': palette.grey,
        'circle-stroke-width': 1.5,
        'circle-translate': BELOW,
      },
    },
  },
  {
    slot: 'points',
    layer: {
      id: 'published-incidents:count',
      type: 'circle',
      source: 'published-incidents:middles',
      filter: ['has', 'count'],
      paint: {
        // The area of the disc goes with the count.
        'circle-radius': ['max', 11, ['*', 3.6, ['sqrt', ['to-number', ['get', 'count']]]]],
        'circle-color': palette.brick,
        'circle-stroke-color': palette.panel,
        'circle-stroke-width': 2,
        'circle-translate': BELOW,
      },
    },
  },
  {
    slot: 'labels',
    layer: {
      id: 'published-incidents:number',
      type: 'symbol',
      source: 'published-incidents:middles',
      layout: {
        'text-field': ['coalesce', ['get', 'count'], '<5'],
        'text-font': ['Be Vietnam Pro 600'],
        'text-size': ['case', ['has', 'count'], 12.5, 10.5],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: {
        'text-color': ['case', ['has', 'count'], palette.panel, palette.grey],
        'text-translate': BELOW,
      },
    },
  },
];

/** A disc with its number in the middle of each part; of withheld hamlets an empty one, of withheld cells none. */
export function style(rows: readonly PublishedRow[]): LayerStyle {
  const told = rows.filter(({ parts, count }) => parts === 'hamlets' || count !== null);
  return {
    sources: {
      'published-incidents:cells': collect(told, ({ parts }) =>
        parts === 'cells' ? { properties: {} } : null,
      ),
      'published-incidents:middles': collect(told, ({ count, geometry }) => {
        const middle = middleOf(geometry);
        return middle === null
          ? null
          : {
              properties: count === null ? {} : { count: String(count) },
              geometry: { type: 'Point', coordinates: middle },
            };
      }),
    },
    layers,
    pickable: ['published-incidents:count', 'published-incidents:withheld'],
  };
}
