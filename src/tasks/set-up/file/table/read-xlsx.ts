import readXlsxFile from 'read-excel-file/universal';
import type { FileContent, WantedShape } from '../file-content.ts';
import type { Notes } from '../file-note.ts';
import { UnusableFile } from '../file-problem.ts';
import { openZip } from '../open-zip.ts';
import { refuseEntities } from '../parse-xml.ts';
import { isBlank } from './cells.ts';
import { tableContent } from './table-content.ts';

/**
 * Reads an Excel workbook: of its sheets the first with coordinates. Of merged cells the first holds the value.
 * @throws UnusableFile: those of `openZip` and `tableContent`, `xml_entities`, `unreadable`.
 */
export async function readXlsx(bytes: Uint8Array, wanted: WantedShape, notes: Notes): Promise<FileContent> {
  // The library unfolds without limits and reads any XML: both are checked before it sees the file.
  for (const part of openZip(bytes, (name) => /\.(xml|rels)$/i.test(name))) {
    refuseEntities(new TextDecoder().decode(part.bytes));
  }
  const sheets = await readXlsxFile(new Blob([bytes.slice()])).catch(() => {
    throw new UnusableFile('unreadable');
  });
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => !isBlank(cell))));
  if (filled.length === 0) throw new UnusableFile('empty');
  let problem: unknown;
  for (const { data } of filled) {
    try {
      const content = tableContent(data, wanted, notes);
      notes.add('other_sheets', filled.length - 1);
      return content;
    } catch (error) {
      problem ??= error;
    }
  }
  throw problem;
}
