import type { LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { FeatureCollection } from 'geojson';
import type { Facts, Layer, LayerRow, LayerStyle } from '../layers/layer.ts';
import type { ShownLayer } from './contract.ts';

/** The drawing order, lowest first. Layers of the registry use the slots of their contract alone. */
const ORDER = ['ground', 'areas', 'roads', 'frame', 'halo', 'lines', 'points', 'rings', 'labels'] as const;
type Place = (typeof ORDER)[number];
type Part = { slot: Place; layer: LayerSpecification };

/** What stands on the map whatever layers are on. */
export type Foundation = {
  sources: Readonly<Record<string, FeatureCollection>>;
  layers: readonly Part[];
};

/** Everything that MapLibre is to show, its layers in drawing order. */
export type Drawing = {
  sources: Readonly<Record<string, FeatureCollection>>;
  layers: readonly LayerSpecification[];
  images: Readonly<Record<string, string>>;
  /** Style layers that may be picked, and whose they are. */
  pickable: ReadonlyMap<string, string>;
};

const seenThrough = new WeakMap<LayerSpecification, LayerSpecification>();

/** Over a background map, areas let it show through. The same layer gives the same answer, object for object. */
function seeThrough(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'fill' || layer.paint?.['fill-opacity'] !== undefined) return layer;
  const known = seenThrough.get(layer);
  if (known) return known;
  const made = { ...layer, paint: { ...layer.paint, 'fill-opacity': 0.66 } };
  seenThrough.set(layer, made);
  return made;
}

/**
 * Puts foundation and layers together. The order on the map depends on slots and on the order of `styles`
 * (the registry's), never on what was switched on first.
 */
export function compose(
  foundation: Foundation,
  styles: readonly { id: string; style: LayerStyle }[],
  overBackground = false,
): Drawing {
  const own = styles.map(({ style }) =>
    style.layers.map(
      ({ slot, layer }): Part => ({
        slot,
        layer: overBackground && slot === 'areas' ? seeThrough(layer) : layer,
      }),
    ),
  );
  const parts = [...foundation.layers, ...own.flat()];
  // MapLibre gives room to the topmost labels first: the registry's first layer keeps its names where they are,
  // whatever else is switched on.
  const labels = [...foundation.layers, ...own.toReversed().flat()];
  const at = (place: Place) => (place === 'labels' ? labels : parts).filter(({ slot }) => slot === place);
  return {
    sources: Object.assign({}, foundation.sources, ...styles.map(({ style }) => style.sources)),
    layers: ORDER.flatMap((place) => at(place).map(({ layer }) => layer)),
    images: Object.assign({}, ...styles.map(({ style }) => style.images)),
    pickable: new Map(styles.flatMap(({ id, style }) => style.pickable.map((layer) => [layer, id] as const))),
  };
}

type Drawn = {
  layer: Layer;
  rows: readonly LayerRow[];
  facts: Facts;
  indicator: string | null;
  style: LayerStyle;
};

/** Facts that are made anew at each rendering are still the same facts. */
function sameFacts(one: Facts, other: Facts): boolean {
  return (Object.keys(one) as (keyof Facts)[]).every((key) => one[key] === other[key]);
}

/** Remembers what each layer's style made of the same rows, so that only what changed is drawn anew. */
export class StyleMemory {
  #drawn = new Map<string, Drawn>();

  /** Styles of the layers that have one, in the order given. */
  styles(
    shown: readonly ShownLayer[],
    facts: Facts,
    indicator: string | null,
  ): { id: string; style: LayerStyle }[] {
    const next = new Map<string, Drawn>();
    for (const { layer, rows } of shown) {
      if (!layer.style) continue;
      const known = this.#drawn.get(layer.id);
      const same =
        known !== undefined &&
        known.layer === layer &&
        known.rows === rows &&
        known.indicator === indicator &&
        sameFacts(known.facts, facts);
      next.set(
        layer.id,
        same ? known : { layer, rows, facts, indicator, style: layer.style(rows, facts, indicator) },
      );
    }
    this.#drawn = next;
    return [...next].map(([id, { style }]) => ({ id, style }));
  }
}
