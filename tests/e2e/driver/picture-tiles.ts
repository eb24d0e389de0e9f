import { zxyToTileId } from 'pmtiles';

const HEADER_BYTES = 127;
/** A PNG of one violet pixel does: a map stretches it over its whole tile. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGM4wXACAAMkAZGwgErnAAAAAElFTkSuQmCC',
  'base64',
);

/** A tile file with where its only picture lies in it, in bytes as a Range header counts them. */
export type TileFile = { bytes: Buffer; picture: string };

/**
 * A PMTiles file (version 3) of one picture: the tile over a place (longitude, latitude in degrees) at one zoom.
 * It claims the whole world, so that every other tile is missing, as at the edge of a real file.
 */
export function pictureTiles(
  [longitude, latitude]: readonly [number, number],
  { zoom, attribution }: { zoom: number; attribution: string },
): TileFile {
  const metadata = Buffer.from(JSON.stringify({ name: 'test', attribution }));
  const [x, y] = tileOver(longitude, latitude, zoom);
  // One entry: the tile's number, how often it repeats, its length, and its offset plus one.
  const directory = Buffer.from(
    [1, zxyToTileId(zoom, x, y), 1, PIXEL.length, 1].flatMap((value) => variableLength(value)),
  );
  const metadataAt = HEADER_BYTES + directory.length;
  const pictureAt = metadataAt + metadata.length;
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles');
  header.writeUInt8(3, 7);
  const sections = [
    HEADER_BYTES,
    directory.length,
    metadataAt,
    metadata.length,
    0,
    0,
    pictureAt,
    PIXEL.length,
  ];
  // How many tiles are addressed, entries there are, and pictures are stored.
  [...sections, 1, 1, 1].forEach((value, index) => {
    header.writeBigUInt64LE(BigInt(value), 8 + index * 8);
  });
  // Clustered; nothing compressed, inside or in the tiles; PNG; lowest and highest zoom.
  for (const [index, value] of [1, 1, 1, 2, zoom, zoom].entries()) header.writeUInt8(value, 96 + index);
  for (const [index, degrees] of [-180, -85, 180, 85].entries())
    header.writeInt32LE(degrees * 1e7, 102 + index * 4);
  header.writeUInt8(zoom, 118);
  header.writeInt32LE(Math.round(longitude * 1e7), 119);
  header.writeInt32LE(Math.round(latitude * 1e7), 123);
  return {
    bytes: Buffer.concat([header, directory, metadata, PIXEL]),
    picture: `bytes=${pictureAt}-${pictureAt + PIXEL.length - 1}`,
  };
}

function tileOver(longitude: number, latitude: number, zoom: number): [number, number] {
  const across = (longitude + 180) / 360;
  const down = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2;
  return [Math.floor(across * 2 ** zoom), Math.floor(down * 2 ** zoom)];
}

/** Seven bits a byte, the lowest first; every byte but the last has its highest bit set. */
function variableLength(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...variableLength(Math.floor(value / 128))];
}
