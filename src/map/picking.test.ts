import { describe, expect, test } from 'vitest';
import { candidates, nextPick } from './picking.ts';

const pickable = new Map([
  ['hamlets:label', 'hamlets'],
  ['hamlets:fill', 'hamlets'],
  ['waste-points:symbol', 'waste-points'],
]);
const found = (layer: string, id: unknown) => ({ layer: { id: layer }, properties: { id } });

describe('candidates', () => {
  test('each feature once, topmost first, though several of its style layers are hit', () => {
    const under = [
      found('hamlets:label', 'h1'),
      found('waste-points:symbol', 'w1'),
      found('hamlets:fill', 'h1'),
      found('hamlets:fill', 'h2'),
    ];
    expect(candidates(under, pickable)).toEqual([
      { layer: 'hamlets', id: 'h1' },
      { layer: 'waste-points', id: 'w1' },
      { layer: 'hamlets', id: 'h2' },
    ]);
  });
  test('what may not be picked, or has no id, is left out', () => {
    const under = [
      found('base:band', 'x'),
      found('hamlets:fill', 7),
      { layer: { id: 'hamlets:fill' }, properties: null },
    ];
    expect(candidates(under, pickable)).toEqual([]);
  });
});

describe('nextPick', () => {
  const road = { layer: 'model-roads', id: 'r' };
  const hamlet = { layer: 'hamlets', id: 'h' };
  test('the topmost first', () => {
    expect(nextPick([road, hamlet], null)).toBe(road);
    expect(nextPick([road, hamlet], { layer: 'hamlets', id: 'elsewhere' })).toBe(road);
  });
  test('then the next below, and round again', () => {
    expect(nextPick([road, hamlet], { ...road })).toBe(hamlet);
    expect(nextPick([road, hamlet], { ...hamlet })).toBe(road);
  });
  test('one alone stays picked; nothing picks nothing', () => {
    expect(nextPick([road], { ...road })).toBe(road);
    expect(nextPick([], road)).toBeNull();
  });
});
