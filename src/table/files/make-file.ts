import { m } from '../../messages/generated/messages.js';
import { getLocale } from '../../messages/generated/runtime.js';
import { CSV_DIALECTS, csvOf } from '../csv.ts';
import type { ExportSheet } from '../export-sheet.ts';
import { workbookOf } from '../workbook.ts';
import { type CoordinateSystem, placementIn } from './coordinate-system.ts';
import type { FeatureList } from './feature-list.ts';

/** What a table can be saved as; the writers are fetched by who saves. */
export const FORMATS = ['xlsx', 'csv', 'shapefile', 'geojson', 'kml', 'gpx'] as const;
export type Format = (typeof FORMATS)[number];

/** The places that a file tells: none (a table alone), degrees of WGS 84, or the commune's plane. */
export type Places = 'none' | 'degrees' | 'plane';

/** Which places a format can tell, the usual one first. GeoJSON (RFC 7946), KML and GPX know WGS 84 alone. */
export const PLACES: Readonly<Record<Format, readonly Places[]>> = {
  xlsx: ['none', 'degrees', 'plane'],
  csv: ['none', 'degrees', 'plane'],
  shapefile: ['plane', 'degrees'],
  geojson: ['degrees'],
  kml: ['degrees'],
  gpx: ['degrees'],
};

export const ENDINGS: Readonly<Record<Format, string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  shapefile: 'zip',
  geojson: 'geojson',
  kml: 'kml',
  gpx: 'gpx',
};

/** Lines that a sheet of Excel holds, the titles among them. */
const MOST_LINES = 1_048_576;

/** A file cannot be made as it was wanted; the words say why and what to do. */
export class FileRefused extends Error {}

export type Wanted = {
  format: Format;
  places: Places;
  /** The commune's plane, for who wants places in it. */
  system: CoordinateSystem | null;
  /** The file's name without its ending. */
  name: string;
  list: FeatureList;
};

/**
 * The file that somebody wants, of exactly the rows and columns of the list.
 * @throws FileRefused in words for the screen.
 */
export async function makeFile({ format, places, system, name, list }: Wanted): Promise<Blob> {
  if (places === 'plane' && !system) throw new FileRefused(m.table_export_failed());
  const plane = places === 'plane' ? system : null;
  switch (format) {
    case 'xlsx': {
      const sheet = await sheetOf(list, places, plane);
      if (sheet.rows.length >= MOST_LINES) throw new FileRefused(m.table_export_too_long());
      return workbookOf(list.title, sheet, list.origin);
    }
    case 'csv': {
      const text = csvOf(await sheetOf(list, places, plane), CSV_DIALECTS[getLocale()]);
      return new Blob([text], { type: 'text/csv;charset=utf-8' });
    }
    case 'shapefile': {
      const { shapefileOf } = await import('./shapefile.ts');
      return new Blob([await shapefileOf(list, name, plane)], { type: 'application/zip' });
    }
    case 'geojson': {
      const { geojsonOf } = await import('./geojson.ts');
      return new Blob([geojsonOf(list)], { type: 'application/geo+json' });
    }
    case 'kml': {
      const { kmlOf } = await import('./kml.ts');
      return new Blob([kmlOf(list)], { type: 'application/vnd.google-earth.kml+xml' });
    }
    case 'gpx': {
      const { gpxOf } = await import('./gpx.ts');
      return new Blob([gpxOf(list)], { type: 'application/gpx+xml' });
    }
  }
}

async function sheetOf(
  list: FeatureList,
  places: Places,
  plane: CoordinateSystem | null,
): Promise<ExportSheet> {
  if (places === 'none')
    return { titles: [...list.titles], rows: list.features.map(({ cells }) => [...cells]) };
  const { withPlaces } = await import('./corner-list.ts');
  return withPlaces(list, plane !== null, await placementIn(plane));
}
