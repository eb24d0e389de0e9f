import type { Geometry, LineString, Point, Polygon, Position } from 'geojson';

/** One part of a geometry as it is handled on the map; `holes` are kept as they were and cannot be handled. */
export type Shape = { geometry: Point | LineString | Polygon; holes: readonly Position[][] };

/** The parts of a geometry, each simple. Collections of mixed geometries have no place here and give nothing. */
export function shapesOf(geometry: Geometry | null): Shape[] {
  switch (geometry?.type) {
    case 'Point':
      return [shape({ type: 'Point', coordinates: rounded(geometry.coordinates) })];
    case 'MultiPoint':
      return geometry.coordinates.map((place) => shape({ type: 'Point', coordinates: rounded(place) }));
    case 'LineString':
      return [lineShape(geometry.coordinates)];
    case 'MultiLineString':
      return geometry.coordinates.map(lineShape);
    case 'Polygon':
      return areaShapes(geometry.coordinates);
    case 'MultiPolygon':
      return geometry.coordinates.flatMap(areaShapes);
    default:
      return [];
  }
}

/** One geometry from its parts, which are all of one kind: the opposite of `shapesOf`. Null for no part. */
export function joinShapes(shapes: readonly Shape[]): Geometry | null {
  const [first] = shapes;
  if (!first) return null;
  if (first.geometry.type === 'Point') return first.geometry;
  if (first.geometry.type === 'LineString') {
    const lines = shapes.map(({ geometry }) => (geometry as LineString).coordinates);
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0] ?? [] }
      : { type: 'MultiLineString', coordinates: lines };
  }
  const areas = shapes.map(({ geometry, holes }) => [
    (geometry as Polygon).coordinates[0] ?? [],
    ...holes.map((hole) => [...hole]),
  ]);
  return areas.length === 1
    ? { type: 'Polygon', coordinates: areas[0] ?? [] }
    : { type: 'MultiPolygon', coordinates: areas };
}

/** A position as the database keeps it: 7 decimals of a degree, about 1 cm; heights are left out. */
export function rounded([longitude = 0, latitude = 0]: Position): Position {
  return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
}

function shape(geometry: Shape['geometry'], holes: Position[][] = []): Shape {
  return { geometry, holes };
}

function lineShape(line: Position[]): Shape {
  return shape({ type: 'LineString', coordinates: line.map(rounded) });
}

function areaShapes([ring, ...holes]: Position[][]): Shape[] {
  if (!ring) return [];
  return [shape({ type: 'Polygon', coordinates: [ring.map(rounded)] }, holes)];
}
