import type { BroughtFile, FileContent, WantedShape } from './file-content.ts';
import { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';
import { openZip } from './open-zip.ts';
import { readDxf } from './read-dxf.ts';
import { readGeoJson } from './read-geojson.ts';
import { readGpx } from './read-gpx.ts';
import { readKml } from './read-kml.ts';
import { readPhotos } from './read-photos.ts';
import { readShapefile } from './read-shapefile.ts';
import { type FileFormat, formatOf } from './recognise.ts';
import { readCsv } from './table/read-csv.ts';
import { readXlsx } from './table/read-xlsx.ts';
import { convertTexts } from './text/convert-texts.ts';
import { decodeText } from './text/decode-text.ts';
import { tidyFeatures } from './tidy-geometry.ts';

/**
 * What files hold together: one file of any format, the parts of a shapefile, or several photos. The format is told
 * by what stands in a file, not by its name. Coordinates stay those of the file.
 * @throws UnusableFile, and nothing else.
 */
export async function readFiles(files: readonly BroughtFile[], wanted: WantedShape): Promise<FileContent> {
  const notes = new Notes();
  try {
    const read = await readByFormat(files, wanted, notes);
    const content = convertTexts(read, notes);
    return { ...content, features: tidyFeatures(content.features, notes), notes: notes.list() };
  } catch (error) {
    // Whatever a reader stumbles over in a damaged file, it is the file that cannot be used.
    throw error instanceof UnusableFile ? error : new UnusableFile('unreadable');
  }
}

async function readByFormat(
  files: readonly BroughtFile[],
  wanted: WantedShape,
  notes: Notes,
): Promise<FileContent> {
  const [first] = files;
  if (!first || files.every(({ bytes }) => bytes.length === 0)) throw new UnusableFile('empty');
  if (files.some(({ name }) => /\.shp$/i.test(name))) return readShapefile(files, notes);
  const formats = new Set(files.map(formatOf));
  const [format] = formats;
  if (format === 'photo' && formats.size === 1) return readPhotos(files, notes);
  if (files.some(({ name }) => /\.(dbf|shx|prj)$/i.test(name))) throw new UnusableFile('shapefile_parts');
  if (files.length > 1 || format === undefined) throw new UnusableFile('several_formats');
  return readOne(first, format, wanted, notes);
}

async function readOne(
  file: BroughtFile,
  format: FileFormat,
  wanted: WantedShape,
  notes: Notes,
): Promise<FileContent> {
  const text = () => decodeText(file.bytes, notes);
  switch (format) {
    case 'zip':
      return readArchive(file, wanted, notes);
    case 'geojson':
      return readGeoJson(text());
    case 'kml':
      return readKml(text(), notes);
    case 'gpx':
      return readGpx(text());
    case 'dxf':
      return readDxf(text(), notes);
    case 'table':
      return readCsv(text(), wanted, notes);
    case 'photo':
      return readPhotos([file], notes);
    default:
      throw new UnusableFile(format);
  }
}

const READABLE = /\.(shp|dbf|shx|prj|cpg|kml|geojson|json|gpx|csv|tsv|txt|dxf)$/i;

/** A workbook, a KMZ, or files that somebody packed together. */
async function readArchive(file: BroughtFile, wanted: WantedShape, notes: Notes): Promise<FileContent> {
  const names: string[] = [];
  const inside = openZip(file.bytes, (name) => {
    names.push(name);
    // Leavings of a Mac's own archives.
    return READABLE.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name);
  });
  if (names.includes('xl/workbook.xml') || names.includes('[Content_Types].xml')) {
    return readXlsx(file.bytes, wanted, notes);
  }
  if (inside.some(({ name }) => /\.shp$/i.test(name))) return readShapefile(inside, notes);
  const main =
    inside.find(({ name }) => name.toLowerCase() === 'doc.kml') ??
    inside.find(({ name }) => !/\.(dbf|shx|prj|cpg)$/i.test(name));
  if (!main) throw new UnusableFile(inside.length > 0 ? 'shapefile_parts' : 'zip_nothing');
  notes.add('other_layers', inside.length - 1);
  const format = formatOf(main);
  if (format === 'zip') throw new UnusableFile('zip_nothing');
  return readOne(main, format, wanted, notes);
}
