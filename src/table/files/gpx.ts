import type { Position } from 'geojson';
import { type Parts, partsOf } from '../../geo/parts.ts';
import { type ExportFeature, type FeatureList, originLines, plainCell } from './feature-list.ts';
import { element } from './xml.ts';

/**
 * GPX 1.1 for a navigation device or a phone: points as waypoints, lines as tracks. It knows no areas, whose rings
 * become tracks, and no fields, so the cells stand in the description as they do in the table.
 */
export function gpxOf({ title, titles, features, origin }: FeatureList): string {
  const drawn = features.map((feature) => ({ feature, shape: partsOf(feature.geometry) }));
  const points = drawn.filter(({ shape }) => shape.kind === 'points');
  const lines = drawn.filter(({ shape }) => shape.kind !== 'points');
  // The order that the schema asks for: waypoints stand before tracks.
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Bản đồ Xã hạnh phúc" xmlns="http://www.topografix.com/GPX/1/1">',
    `<metadata>${element('name', title)}${element('desc', originLines(origin).join('\n'))}</metadata>`,
    ...points.flatMap(({ feature, shape }) => waypoints(feature, titles, shape)),
    ...lines.map(({ feature, shape }) => track(feature, titles, shape)),
    '</gpx>\n',
  ].join('\n');
}

function waypoints(feature: ExportFeature, titles: readonly string[], { parts }: Parts): string[] {
  return parts.flatMap((rings) =>
    rings.flat().map((position) => `<wpt ${place(position)}>${about(feature, titles)}</wpt>`),
  );
}

function track(feature: ExportFeature, titles: readonly string[], { parts }: Parts): string {
  const segments = parts.flat().map((line) => {
    const points = line.map((position) => `<trkpt ${place(position)}/>`);
    return `<trkseg>${points.join('')}</trkseg>`;
  });
  return `<trk>${about(feature, titles)}${segments.join('')}</trk>`;
}

function about({ name, cells }: ExportFeature, titles: readonly string[]): string {
  const lines = titles.flatMap((title, index) => {
    const value = plainCell(cells[index] ?? null);
    return value === null ? [] : [`${title}: ${value}`];
  });
  return element('name', name) + element('desc', lines.join('\n'));
}

function place([longitude, latitude]: Position): string {
  return `lat="${latitude}" lon="${longitude}"`;
}
