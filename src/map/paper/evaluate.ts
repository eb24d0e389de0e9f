import {
  featureFilter,
  type LayerSpecification,
  latest,
  normalizePropertyExpression,
  type StylePropertySpecification,
} from '@maplibre/maplibre-gl-style-spec';
import type { Feature } from 'geojson';

type Kind = 'paint' | 'layout';
type Evaluator = { evaluate: (globals: { zoom: number }, feature: unknown, state: object) => unknown };
type Read = (feature: Feature) => unknown;

const TYPES = {
  Point: 1,
  MultiPoint: 1,
  LineString: 2,
  MultiLineString: 2,
  Polygon: 3,
  MultiPolygon: 3,
} as const;

/** A feature as style expressions read it. */
function read({ id, properties, geometry }: Feature) {
  const type = TYPES[geometry.type as keyof typeof TYPES] ?? 0;
  return { type, id, properties: properties ?? {}, geometry: [] };
}

/** What one style layer says of its features at a zoom: MapLibre's own expressions, read without MapLibre. */
export class LayerReader {
  #layer: LayerSpecification;
  #zoom: number;
  #known = new Map<string, Read>();
  #passes: (feature: Feature) => boolean;

  constructor(layer: LayerSpecification, zoom: number) {
    this.#layer = layer;
    this.#zoom = zoom;
    const filter = 'filter' in layer && layer.filter ? featureFilter(layer.filter, 'filter') : null;
    this.#passes = (feature) => !filter || filter.filter({ zoom }, read(feature) as never);
  }

  /** Whether the layer is drawn at this zoom at all. */
  get isVisible(): boolean {
    const { minzoom = 0, maxzoom = 24 } = this.#layer;
    const visibility = this.#layer.layout?.visibility;
    return this.#zoom >= minzoom && this.#zoom < maxzoom && visibility !== 'none';
  }

  passes(feature: Feature): boolean {
    return this.#passes(feature);
  }

  /**
   * The value of a property for a feature, its default where the layer is silent.
   * @throws when the style is wrong.
   */
  value<Value>(kind: Kind, name: string, feature: Feature): Value {
    let reader = this.#known.get(name);
    if (!reader) {
      reader = this.#reader(kind, name);
      this.#known.set(name, reader);
    }
    return reader(feature) as Value;
  }

  #reader(kind: Kind, name: string): Read {
    const specification = (latest as unknown as Record<string, Record<string, StylePropertySpecification>>)[
      `${kind}_${this.#layer.type}`
    ]?.[name];
    if (!specification) throw new Error(`LayerReader: a ${this.#layer.type} layer has no ${name}`);
    const written = (this.#layer[kind] as Record<string, unknown> | undefined)?.[name];
    const value = written ?? specification.default;
    if (value === undefined) return () => undefined;
    const expression = normalizePropertyExpression(
      value as never,
      name,
      specification,
    ) as unknown as Evaluator;
    return (feature) => expression.evaluate({ zoom: this.#zoom }, read(feature), {});
  }
}
