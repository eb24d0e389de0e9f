import { describe, expect, test } from 'vitest';
import type { Facts, LayerRow, LayerStyle } from '../layers/layer.ts';
import type { ShownLayer } from './contract.ts';
import { compose, type Foundation, StyleMemory } from './drawing.ts';

const line = (id: string) => ({ id, type: 'line' as const, source: 'x' });
const foundation: Foundation = {
  sources: { 'base:x': { type: 'FeatureCollection', features: [] } },
  layers: [
    { slot: 'labels', layer: line('base:label') },
    { slot: 'frame', layer: line('base:frame') },
    { slot: 'ground', layer: line('base:ground') },
  ],
};
const drawn = (id: string): LayerStyle => ({
  sources: {},
  layers: [
    { slot: 'labels', layer: line(`${id}:label`) },
    { slot: 'areas', layer: { id: `${id}:fill`, type: 'fill', source: 'x', paint: {} } },
    { slot: 'points', layer: line(`${id}:point`) },
  ],
  images: { [`${id}:image`]: '<svg/>' },
  pickable: [`${id}:fill`],
});
const styles = [
  { id: 'a', style: drawn('a') },
  { id: 'b', style: drawn('b') },
];

describe('compose', () => {
  test('slots decide the order; the first layer has the topmost names', () => {
    expect(compose(foundation, styles).layers.map(({ id }) => id)).toEqual([
      'base:ground',
      'a:fill',
      'b:fill',
      'base:frame',
      'a:point',
      'b:point',
      'base:label',
      'b:label',
      'a:label',
    ]);
  });
  test('sources, images and what may be picked come from all', () => {
    const { sources, images, pickable } = compose(foundation, styles);
    expect(Object.keys(sources)).toEqual(['base:x']);
    expect(Object.keys(images)).toEqual(['a:image', 'b:image']);
    expect([...pickable]).toEqual([
      ['a:fill', 'a'],
      ['b:fill', 'b'],
    ]);
  });
  test('over a background map areas are see-through, and the same object each time', () => {
    const fill = () => compose(foundation, styles, true).layers.find(({ id }) => id === 'a:fill');
    expect(fill()?.paint).toEqual({ 'fill-opacity': 0.66 });
    expect(fill()).toBe(fill());
    expect(compose(foundation, styles).layers.find(({ id }) => id === 'a:fill')?.paint).toEqual({});
  });
});

describe('StyleMemory', () => {
  const facts: Facts = {
    communeId: 'c',
    communeName: 'Nghi Dương',
    asOf: '2026-10-31',
    criteria: [],
    criteriaConfirmed: true,
    names: new Map(),
    role: null,
  };
  const layer = { id: 'a', style: () => drawn('a') } as unknown as ShownLayer['layer'];
  const rows: readonly LayerRow[] = [];
  const styleOf = (memory: StyleMemory, given: readonly LayerRow[], of: Facts, indicator: string | null) =>
    memory.styles([{ layer, rows: given }], of, indicator)[0]?.style;

  test('the same rows are styled once, though the facts are another object', () => {
    const memory = new StyleMemory();
    const first = styleOf(memory, rows, facts, null);
    expect(styleOf(memory, rows, { ...facts }, null)).toBe(first);
  });
  test('other rows, another day or another indicator are styled anew', () => {
    const memory = new StyleMemory();
    const first = styleOf(memory, rows, facts, null);
    expect(styleOf(memory, [], facts, null)).not.toBe(first);
    const second = styleOf(memory, rows, facts, null);
    expect(styleOf(memory, rows, { ...facts, asOf: '2026-06-30' }, null)).not.toBe(second);
    const third = styleOf(memory, rows, facts, null);
    expect(styleOf(memory, rows, facts, 'model-roads')).not.toBe(third);
  });
  test('a layer that draws with deck.gl alone has no style', () => {
    const overlaid = { id: 'incidents' } as unknown as ShownLayer['layer'];
    expect(new StyleMemory().styles([{ layer: overlaid, rows }], facts, null)).toEqual([]);
  });
});
