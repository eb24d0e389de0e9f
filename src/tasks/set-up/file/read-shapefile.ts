import { type BroughtFile, columnsOf, type FileContent } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';
import { readDbf } from './read-dbf.ts';
import { readShp } from './read-shp.ts';

/**
 * Reads one shapefile from its parts: .shp with .dbf beside it, and .prj and .cpg where they are. Of several in one
 * archive the first is read.
 * @throws UnusableFile: `shapefile_parts` (no .shp), those of its parts, `no_features`.
 */
export function readShapefile(parts: readonly BroughtFile[], notes: Notes): FileContent {
  const shapefiles = parts.filter(({ name }) => /\.shp$/i.test(name));
  const [main] = shapefiles;
  if (!main) throw new UnusableFile('shapefile_parts');
  notes.add('other_layers', shapefiles.length - 1);
  const stem = main.name.slice(0, -4).toLowerCase();
  const part = (ending: string) =>
    parts.find(({ name }) => name.toLowerCase() === `${stem}.${ending}`)?.bytes;
  const text = (ending: string) => {
    const bytes = part(ending);
    return bytes ? new TextDecoder('utf-8').decode(bytes.subarray(0, 20_000)).trim() : null;
  };
  const table = part('dbf');
  const shapes = readShp(main.bytes, notes);
  const rows = table ? readDbf(table, text('cpg'), notes) : [];
  const features = shapes.map((geometry, index) => ({ properties: rows[index] ?? {}, geometry }));
  if (features.length === 0) throw new UnusableFile('no_features');
  const prj = text('prj');
  return {
    features,
    columns: columnsOf(features),
    system: prj ? { kind: 'prj', text: prj } : { kind: 'none' },
    notes: [],
  };
}
