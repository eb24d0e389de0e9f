import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';
import type { Background } from './background.ts';
import { vectorLook } from './vector-look.ts';

/** Names of the vector layers in a tile file's metadata, which anybody may have written. */
function vectorLayers(metadata: unknown): string[] {
  const listed = (metadata as { vector_layers?: unknown } | null)?.vector_layers;
  if (!Array.isArray(listed)) return [];
  return listed.map((each) => (each as { id?: unknown } | null)?.id).filter((id) => typeof id === 'string');
}

/** The maker's name without the markup that tile files wrap it in. */
function plainText(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const parsed = new DOMParser().parseFromString(text, 'text/html').body.textContent?.trim();
  return parsed ? parsed.slice(0, 120) : null;
}

/**
 * Opens a PMTiles file at an address of this server and says how to draw it.
 * @throws when it is not a PMTiles file.
 */
export async function openBackground(address: string): Promise<Background> {
  const archive = new PMTiles(new URL(address, document.baseURI).href);
  const [header, metadata] = await Promise.all([archive.getHeader(), archive.getMetadata()]);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const url = `pmtiles://${archive.source.getKey()}`;
  const attribution = plainText((metadata as { attribution?: unknown } | null)?.attribution);
  if (header.tileType === TileType.Mvt) {
    return {
      source: { type: 'vector', url },
      layers: vectorLook('background', vectorLayers(metadata)),
      attribution,
    };
  }
  return {
    source: { type: 'raster', url, tileSize: 256 },
    layers: [
      {
        id: 'background:picture',
        type: 'raster',
        source: 'background',
        paint: { 'raster-fade-duration': 0, 'raster-saturation': -0.25 },
      },
    ],
    attribution,
  };
}
