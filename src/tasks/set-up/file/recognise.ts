import type { BroughtFile } from './file-content.ts';
import { isZip } from './open-zip.ts';
import { latin1 } from './text/decode-text.ts';

/** A format that is read, or the reason why one is not. */
export type FileFormat =
  | 'zip'
  | 'geojson'
  | 'kml'
  | 'gpx'
  | 'dxf'
  | 'table'
  | 'photo'
  | 'empty'
  | 'dgn'
  | 'dwg'
  | 'old_excel'
  | 'not_kml'
  | 'unknown_format';

/** What a file is, by its first bytes; its name decides between kinds of plain text alone. */
export function formatOf({ name, bytes }: BroughtFile): FileFormat {
  if (bytes.length === 0) return 'empty';
  if (isZip(bytes)) return 'zip';
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  if (a === 0xff && b === 0xd8 && c === 0xff) return 'photo';
  if (/\.(heic|heif|tiff?)$/i.test(name)) return 'photo';
  // MicroStation: version 7 begins with a TCB element of type 9, version 8 is a compound file like old Excel.
  if ((a === 0x08 || a === 0xc8) && b === 0x09 && c === 0xfe && d === 0x02) return 'dgn';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return /\.xls$/i.test(name) ? 'old_excel' : 'dgn';
  if (/\.dgn$/i.test(name)) return 'dgn';
  const head = latin1(bytes.subarray(0, 4096))
    .replace(/\0/g, '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
  if (/^AC10\d\d/.test(head)) return 'dwg';
  if (head === '') return 'empty';
  if (head.startsWith('<')) return markupOf(head);
  if (/^[{[]/.test(head) || /\.(geo)?json$/i.test(name)) return 'geojson';
  if (head.startsWith('AutoCAD Binary DXF') || /\.dxf$/i.test(name)) return 'dxf';
  if (/^(?:999\r?\n[^\n]*\n\s*)*0\r?\n\s*SECTION/.test(head)) return 'dxf';
  if (/\.(csv|tsv|txt|tab)$/i.test(name)) return 'table';
  // Bytes that no text has: some other program's own format.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what tells text from other files
  if (/[\u0001-\u0008\u000e-\u001a]/.test(head)) return 'unknown_format';
  return /[,;\t]/.test(head) ? 'table' : 'unknown_format';
}

function markupOf(head: string): FileFormat {
  if (/<gpx[\s>]/i.test(head)) return 'gpx';
  if (/<!doctype html|<html/i.test(head)) return 'not_kml';
  return 'kml';
}
