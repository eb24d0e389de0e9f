import type { Position } from 'geojson';
import { type Parts, partsOf } from '../../geo/parts.ts';
import { type ExportFeature, type FeatureList, originLines, plainCell } from './feature-list.ts';
import { element, escaped } from './xml.ts';

/** KML 2.2, which knows WGS 84 degrees alone. Cells are typed fields of a schema; an empty one is left out. */
export function kmlOf(list: FeatureList): string {
  const { title, titles, features, origin } = list;
  const types = titles.map((_, index) =>
    features.every(({ cells }) => typeof (cells[index] ?? 0) === 'number') ? 'double' : 'string',
  );
  const fields = titles.map(
    (each, index) => `<SimpleField type="${types[index]}" name="${escaped(each)}"></SimpleField>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document>',
    element('name', title),
    element('description', originLines(origin).join('\n')),
    `<Schema name="rows" id="rows">${fields.join('')}</Schema>`,
    ...features.map((feature) => placemark(feature, titles)),
    '</Document></kml>\n',
  ].join('\n');
}

function placemark({ name, cells, geometry }: ExportFeature, titles: readonly string[]): string {
  const data = titles.map((title, index) => {
    const value = plainCell(cells[index] ?? null);
    return value === null
      ? ''
      : `<SimpleData name="${escaped(title)}">${escaped(String(value))}</SimpleData>`;
  });
  return [
    '<Placemark>',
    element('name', name),
    `<ExtendedData><SchemaData schemaUrl="#rows">${data.join('')}</SchemaData></ExtendedData>`,
    shapeOf(partsOf(geometry)),
    '</Placemark>',
  ].join('');
}

function shapeOf({ kind, parts }: Parts): string {
  const shapes = parts.map((rings) => {
    const [outer = [], ...holes] = rings.map(coordinates);
    if (kind === 'points') return `<Point>${outer}</Point>`;
    if (kind === 'lines') return `<LineString>${outer}</LineString>`;
    const inner = holes.map((hole) => `<innerBoundaryIs><LinearRing>${hole}</LinearRing></innerBoundaryIs>`);
    return `<Polygon><outerBoundaryIs><LinearRing>${outer}</LinearRing></outerBoundaryIs>${inner.join('')}</Polygon>`;
  });
  return shapes.length === 1 ? (shapes[0] ?? '') : `<MultiGeometry>${shapes.join('')}</MultiGeometry>`;
}

function coordinates(positions: readonly Position[]): string {
  return `<coordinates>${positions.map(([x, y]) => `${x},${y}`).join(' ')}</coordinates>`;
}
