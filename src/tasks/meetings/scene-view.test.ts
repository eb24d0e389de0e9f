import { expect, test } from 'vitest';
import { FIRST_VIEW } from '../../view/view.ts';
import { viewOfScene, viewText } from './scene-view.ts';

test('a scene keeps layers, filters and what is picked, and none of where, when and who', () => {
  const text = viewText(
    {
      ...FIRST_VIEW,
      commune: '11713',
      asOf: '2026-10-31',
      filters: { roads: { class: ['alley'] } },
      selection: { layer: 'hamlets', id: '01990000-0000-7000-8000-000000000001' },
      camera: { longitude: 106.6, latitude: 20.7, zoom: 12 },
      table: 'roads',
      scene: { meeting: '01990000-0000-7000-8000-000000000002', position: 2 },
    },
    ['hamlets', 'roads'],
  );
  expect(text).toBe(
    '?layers=hamlets,roads&roads.class=alley&selected=hamlets:01990000-0000-7000-8000-000000000001',
  );
  expect(viewOfScene({ view: text, indicator: 'waste-sorting', frozen_on: '2026-09-30' })).toEqual({
    ...FIRST_VIEW,
    layers: ['hamlets', 'roads'],
    filters: { roads: { class: ['alley'] } },
    selection: { layer: 'hamlets', id: '01990000-0000-7000-8000-000000000001' },
    asOf: '2026-09-30',
    indicator: 'waste-sorting',
  });
});

test('a scene without a layer is a map without one, and without an indicator it has none', () => {
  expect(
    viewOfScene({ view: viewText(FIRST_VIEW, []), indicator: null, frozen_on: '2026-09-30' }),
  ).toMatchObject({
    layers: [],
    indicator: null,
  });
});
