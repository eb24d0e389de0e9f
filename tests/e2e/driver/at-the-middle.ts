type Position = readonly number[];

/**
 * A link whose map has a place (longitude, latitude in degrees) in its middle and shows nothing but the
 * layers named.
 */
export function linkTo(
  position: Position,
  { asOf, layers, zoom = 17, table }: { asOf: string; layers: string; zoom?: number; table?: string },
): string {
  const [longitude = 0, latitude = 0] = position;
  const link = `/?as_of=${asOf}&layers=${layers}&indicator=none&at=${latitude.toFixed(5)},${longitude.toFixed(5)},${zoom}`;
  return table === undefined ? link : `${link}&table=${table}`;
}

/** The first of `rows` that no other of `all` comes nearer to than some 50 metres: one press means it alone. */
export function standsAlone<Row extends { geometry: { coordinates: Position } }>(
  rows: readonly Row[],
  all: readonly Row[],
): Row {
  const found = rows.find((row) =>
    all.every(
      (other) => other === row || distance(row.geometry.coordinates, other.geometry.coordinates) > 5e-4,
    ),
  );
  if (!found) throw new Error('expected a point that stands alone');
  return found;
}

/** In degrees, the larger of both ways: near enough to tell places of one commune apart. */
export function distance(one: Position, other: Position): number {
  return Math.max(Math.abs((one[0] ?? 0) - (other[0] ?? 0)), Math.abs((one[1] ?? 0) - (other[1] ?? 0)));
}
