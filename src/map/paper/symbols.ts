import type { Color, Formatted, LayerSpecification, ResolvedImage } from '@maplibre/maplibre-gl-style-spec';
import type { Feature, Position } from 'geojson';
import type { LayerReader } from './evaluate.ts';
import type { Mark } from './marks.ts';
import type { Box, Room } from './room.ts';
import { linesOf, type Measure, type TextLine } from './text.ts';

type Pixel = readonly [x: number, y: number];
export type SymbolTools = {
  reader: LayerReader;
  room: Room;
  measure: Measure;
  /** Width and height of an image in pixels; null where there is none of that name. */
  sizeOf: (image: string) => { width: number; height: number } | null;
  toPixels: (position: Position) => Pixel;
};

/** The signs and names of one symbol layer, as far as there is room for them. */
export function symbolsOf(
  features: readonly Feature[],
  layer: LayerSpecification,
  tools: SymbolTools,
): Mark[] {
  const { reader } = tools;
  const ordered = features
    .map((feature) => ({
      feature,
      order: reader.value<number | undefined>('layout', 'symbol-sort-key', feature),
    }))
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0));
  return ordered.flatMap(({ feature }) =>
    reader.value('layout', 'symbol-placement', feature) === 'line'
      ? alongLine(feature, tools)
      : atPoint(feature, layer, tools),
  );
}

function atPoint(feature: Feature, { layout = {} }: LayerSpecification, tools: SymbolTools): Mark[] {
  if (feature.geometry.type !== 'Point') return [];
  const { reader, room, sizeOf, toPixels } = tools;
  const place = toPixels(feature.geometry.coordinates);
  const of = <Value>(name: string) => reader.value<Value>('layout', name, feature);
  const image = String(of<ResolvedImage | null | undefined>('icon-image') ?? '');
  const drawn = image === '' ? null : sizeOf(image);
  const scale = of<number>('icon-size');
  const [right, down] = of<[number, number]>('icon-offset');
  const icon: Mark | null = drawn && {
    is: 'image',
    name: image,
    width: drawn.width * scale,
    height: drawn.height * scale,
    x: place[0] + right * scale - (drawn.width * scale) / 2,
    y: place[1] + down * scale - (of('icon-anchor') === 'top' ? 0 : (drawn.height * scale) / 2),
  };
  const iconBox = icon && {
    left: icon.x,
    top: icon.y,
    right: icon.x + icon.width,
    bottom: icon.y + icon.height,
  };
  const label = textAt(feature, place, tools);
  const fits = label !== null && (of<boolean>('text-allow-overlap') || room.isFree(label.box));
  const marks: Mark[] = [];
  if (icon && iconBox && (of<boolean>('icon-allow-overlap') || room.isFree(iconBox))) {
    marks.push(icon);
    if (!of<boolean>('icon-ignore-placement')) room.take(iconBox);
  }
  const needsIcon = 'icon-image' in layout && drawn !== null && marks.length === 0;
  if (label && fits && !needsIcon) {
    marks.push(label.mark);
    if (!of<boolean>('text-ignore-placement')) room.take(label.box);
  }
  return marks;
}

type Label = { mark: Extract<Mark, { is: 'text' }>; box: Box };

function textAt(feature: Feature, [x, y]: Pixel, tools: SymbolTools): Label | null {
  const { reader } = tools;
  const { lines, size, spacing } = writtenOf(feature, tools);
  if (lines.length === 0) return null;
  const of = <Value>(name: string) => reader.value<Value>('layout', name, feature);
  const [right, down] = of<[number, number]>('text-offset');
  const leading = of<number>('text-line-height') * size;
  const anchor = of<string>('text-anchor');
  const height = leading * lines.length;
  const middle = y + down * size;
  const top = anchor === 'top' ? middle : anchor === 'bottom' ? middle - height : middle - height / 2;
  const width = Math.max(...lines.map((line) => line.width));
  const center = x + right * size;
  const left = anchor === 'left' ? center : anchor === 'right' ? center - width : center - width / 2;
  return {
    mark: {
      ...lookOf(feature, tools),
      lines,
      spacing,
      x: center,
      // A letter's foot stands about four fifths down its line.
      baselines: lines.map((_, index) => top + leading * (index + 0.5) + 0.35 * size),
      anchor: anchor === 'left' ? 'start' : anchor === 'right' ? 'end' : 'middle',
      turn: 0,
    },
    box: { left: left - 1, top, right: left + width + 1, bottom: top + height },
  };
}

/** A name on the straightest piece around the middle of a line; none where the line is too short or too bent. */
function alongLine(feature: Feature, tools: SymbolTools): Mark[] {
  const { reader, room, toPixels } = tools;
  const { lines, size, spacing } = writtenOf(feature, tools);
  const [line] = lines;
  if (!line) return [];
  const text = lines.map((each) => each.text).join(' ');
  const width = lines.reduce((sum, each) => sum + each.width, 0);
  const { geometry } = feature;
  const parts =
    geometry.type === 'LineString'
      ? [geometry.coordinates]
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates
        : [];
  const longest = parts
    .map((part) => part.map(toPixels))
    .map((pixels) => ({ pixels, length: lengthOf(pixels) }))
    .sort((one, other) => other.length - one.length)[0];
  if (!longest || longest.length < width * 1.1) return [];
  const [, down] = reader.value<[number, number]>('layout', 'text-offset', feature);
  for (const share of [0.5, 0.35, 0.65, 0.25, 0.75]) {
    const middle = longest.length * share;
    if (middle < width / 2 || middle > longest.length - width / 2) continue;
    const from = along(longest.pixels, middle - width / 2);
    const to = along(longest.pixels, middle + width / 2);
    // A bent piece would run through its own name.
    if (Math.hypot(to[0] - from[0], to[1] - from[1]) < width * 0.92) continue;
    let turn = (Math.atan2(to[1] - from[1], to[0] - from[0]) * 180) / Math.PI;
    if (turn > 90 || turn <= -90) turn += turn > 0 ? -180 : 180;
    const radians = (turn * Math.PI) / 180;
    const x = (from[0] + to[0]) / 2 - Math.sin(radians) * down * size;
    const y = (from[1] + to[1]) / 2 + Math.cos(radians) * down * size + 0.35 * size;
    const wide = (Math.abs(Math.cos(radians)) * width + Math.abs(Math.sin(radians)) * size * 1.3) / 2;
    const high = (Math.abs(Math.sin(radians)) * width + Math.abs(Math.cos(radians)) * size * 1.3) / 2;
    const box = {
      left: x - wide,
      right: x + wide,
      top: y - 0.35 * size - high,
      bottom: y - 0.35 * size + high,
    };
    if (!room.isFree(box)) continue;
    room.take(box);
    const whole = { ...line, text, width };
    return [
      { ...lookOf(feature, tools), lines: [whole], spacing, x, baselines: [y], anchor: 'middle', turn },
    ];
  }
  return [];
}

function writtenOf(
  feature: Feature,
  { reader, measure }: SymbolTools,
): { lines: TextLine[]; size: number; spacing: number } {
  const of = <Value>(name: string) => reader.value<Value>('layout', name, feature);
  const size = of<number>('text-size');
  const spacing = of<number>('text-letter-spacing') * size;
  const look = {
    size,
    font: of<string[]>('text-font')[0] ?? '',
    mostWidth:
      of('symbol-placement') === 'line' ? Number.POSITIVE_INFINITY : of<number>('text-max-width') * size,
    spacing,
    upperCase: of('text-transform') === 'uppercase',
  };
  return { lines: linesOf(of<Formatted | string>('text-field') ?? '', look, measure), size, spacing };
}

function lookOf(feature: Feature, { reader }: SymbolTools) {
  const of = <Value>(name: string) => reader.value<Value>('paint', name, feature);
  return {
    is: 'text' as const,
    color: of<Color>('text-color').toString(),
    opacity: of<number>('text-opacity'),
    halo: of<Color>('text-halo-color').toString(),
    haloWidth: of<number>('text-halo-width'),
  };
}

function lengthOf(pixels: readonly Pixel[]): number {
  let sum = 0;
  for (let index = 1; index < pixels.length; index += 1) sum += step(pixels, index);
  return sum;
}

function step(pixels: readonly Pixel[], index: number): number {
  const [x = 0, y = 0] = pixels[index - 1] ?? [];
  const [nextX = 0, nextY = 0] = pixels[index] ?? [];
  return Math.hypot(nextX - x, nextY - y);
}

/** The place at a distance from the beginning of a line. */
function along(pixels: readonly Pixel[], distance: number): Pixel {
  let left = distance;
  for (let index = 1; index < pixels.length; index += 1) {
    const length = step(pixels, index);
    const [x, y] = pixels[index - 1] ?? [0, 0];
    const [nextX, nextY] = pixels[index] ?? [0, 0];
    if (length > 0 && left <= length) {
      return [x + ((nextX - x) * left) / length, y + ((nextY - y) * left) / length];
    }
    left -= length;
  }
  return pixels.at(-1) ?? [0, 0];
}
