import type { Color, LayerSpecification, ResolvedImage } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Geometry, Position } from 'geojson';
import type { OverlayColor, OverlayDrawing } from '../../layers/layer.ts';
import type { Drawing } from '../drawing.ts';
import { FIRST_LABEL } from '../foundation.ts';
import { FIRST_HALO } from '../highlight.ts';
import { LayerReader } from './evaluate.ts';
import type { Mark } from './marks.ts';
import { Room } from './room.ts';
import { symbolsOf } from './symbols.ts';
import type { Measure } from './text.ts';

export type PaintOptions = {
  /** Map zoom at which the styles are read. */
  zoom: number;
  width: number;
  height: number;
  toPixels: (position: Position) => readonly [number, number];
  measure: Measure;
};

/**
 * The map as marks on paper, lowest first: the very styles that MapLibre draws, read without it, so that paper
 * needs no WebGL and is as sharp as the printer.
 * @throws when a layer's type is not one that paper knows.
 */
export function paint(drawing: Drawing, overlays: readonly OverlayDrawing[], options: PaintOptions): Mark[] {
  const { width, height, zoom } = options;
  const room = new Room({ left: 2, top: 2, right: width - 2, bottom: height - 2 });
  const sizeOf = (image: string) => {
    const svg = drawing.images[image];
    return svg ? sizeOfDrawing(svg) : null;
  };
  const drawn = new Map<LayerSpecification, Mark[]>();
  // The topmost names are given room first, as on the screen.
  for (const layer of drawing.layers.toReversed()) {
    const reader = new LayerReader(layer, zoom);
    if (!('source' in layer) || !reader.isVisible) continue;
    const features = (drawing.sources[layer.source]?.features ?? []).filter((one) => reader.passes(one));
    const tools = { reader, room, measure: options.measure, sizeOf, toPixels: options.toPixels };
    drawn.set(
      layer,
      layer.type === 'symbol'
        ? symbolsOf(features, layer, tools)
        : features.flatMap((feature) => shapesOf(feature, layer, reader, options.toPixels)),
    );
  }
  return drawing.layers.flatMap((layer) => [
    ...(layer.id === FIRST_HALO ? overlays.flatMap((one) => overlayAreas(one, options)) : []),
    ...(layer.id === FIRST_LABEL ? overlays.flatMap((one) => overlayPoints(one, options)) : []),
    ...(drawn.get(layer) ?? []),
  ]);
}

function shapesOf(
  feature: Feature,
  layer: LayerSpecification,
  reader: LayerReader,
  toPixels: PaintOptions['toPixels'],
): Mark[] {
  const of = <Value>(name: string) => reader.value<Value>('paint', name, feature);
  const layout = <Value>(name: string) => reader.value<Value>('layout', name, feature);
  switch (layer.type) {
    case 'fill': {
      const pattern = of<ResolvedImage | undefined>('fill-pattern');
      const path = pathOf(feature.geometry, toPixels, true);
      const fill = of<Color>('fill-color').toString();
      return path === ''
        ? []
        : [
            {
              is: 'area',
              path,
              fill,
              opacity: of<number>('fill-opacity'),
              pattern: pattern ? String(pattern) : null,
            },
          ];
    }
    case 'line': {
      const path = pathOf(feature.geometry, toPixels, false);
      if (path === '') return [];
      const width = of<number>('line-width');
      const dashes = of<number[] | undefined>('line-dasharray');
      return [
        {
          is: 'line',
          path,
          color: of<Color>('line-color').toString(),
          opacity: of<number>('line-opacity'),
          width,
          dashes: dashes ? dashes.map((dash) => dash * width) : null,
          cap: layout<'butt' | 'round' | 'square'>('line-cap'),
        },
      ];
    }
    case 'circle': {
      if (feature.geometry.type !== 'Point') return [];
      const [x, y] = toPixels(feature.geometry.coordinates);
      return [
        {
          is: 'circle',
          x,
          y,
          radius: of<number>('circle-radius'),
          fill: of<Color>('circle-color').toString(),
          stroke: of<Color>('circle-stroke-color').toString(),
          strokeWidth: of<number>('circle-stroke-width'),
        },
      ];
    }
    default:
      throw new Error(`paint: no way to draw a layer of type ${layer.type} on paper`);
  }
}

const rgba = ([red, green, blue, opacity]: OverlayColor) =>
  `rgb(${red} ${green} ${blue} / ${Math.round((100 * opacity) / 255)}%)`;

function overlayAreas({ areas, outlines }: OverlayDrawing, { toPixels }: PaintOptions): Mark[] {
  const filled = areas.map(({ geometry, color }) => ({
    is: 'area' as const,
    path: pathOf(geometry, toPixels, true),
    fill: rgba(color),
    opacity: 1,
    pattern: null,
  }));
  const edges = outlines.map(({ geometry, color, width }) => ({
    is: 'line' as const,
    path: pathOf(geometry, toPixels, true),
    color: rgba(color),
    opacity: 1,
    width,
    dashes: null,
    cap: 'round' as const,
  }));
  return [...filled, ...edges];
}

/** Radius of a point of an overlay, in pixels. */
const POINT = 4.5;

function overlayPoints({ points, pointsFromZoom }: OverlayDrawing, { toPixels, zoom }: PaintOptions): Mark[] {
  if (zoom < pointsFromZoom) return [];
  return points.map(({ geometry, color, hollow }) => {
    const [x, y] = toPixels(geometry.coordinates);
    const own = rgba(color);
    return {
      is: 'circle',
      x,
      y,
      radius: POINT,
      fill: hollow ? 'none' : own,
      stroke: hollow ? own : '#ffffff',
      strokeWidth: hollow ? 2 : 1,
    };
  });
}

/** SVG path data, to a tenth of a pixel. */
function pathOf(geometry: Geometry, toPixels: PaintOptions['toPixels'], isArea: boolean): string {
  const line = (positions: readonly Position[], isClosed: boolean) =>
    positions.length < 2
      ? ''
      : `M${positions
          .map((position) =>
            toPixels(position)
              .map((each) => each.toFixed(1))
              .join(' '),
          )
          .join('L')}${isClosed ? 'Z' : ''}`;
  switch (geometry.type) {
    case 'LineString':
      return isArea ? '' : line(geometry.coordinates, false);
    case 'MultiLineString':
      return isArea ? '' : geometry.coordinates.map((part) => line(part, false)).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => line(ring, true))).join('');
    default:
      return '';
  }
}

/** Width and height that an SVG text gives itself; null where it gives none. */
export function sizeOfDrawing(svg: string): { width: number; height: number } | null {
  const [, width] = /<svg[^>]*\swidth="([\d.]+)"/.exec(svg) ?? [];
  const [, height] = /<svg[^>]*\sheight="([\d.]+)"/.exec(svg) ?? [];
  return width && height ? { width: Number(width), height: Number(height) } : null;
}
