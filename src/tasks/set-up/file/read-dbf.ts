import type { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';
import { exampleOf, latin1 } from './text/decode-text.ts';
import { looksLikeTcvn3 } from './text/tcvn3.ts';

type Column = { name: string; type: string; at: number; length: number };

/**
 * The rows of a .dbf table (dBASE III and later): texts, numbers, true or false, and days as 2026-12-31. The
 * encoding is the one that the .cpg file names; UTF-8 where every byte fits it; else what the letters say.
 * @throws UnusableFile: `cut_off`, `unreadable`.
 */
export function readDbf(bytes: Uint8Array, encoding: string | null, notes: Notes): Record<string, unknown>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) throw new UnusableFile('cut_off');
  const [rows, start, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  if (start < 33 || start > bytes.length || width < 1) throw new UnusableFile('unreadable');
  if (start + rows * width > bytes.length + 1) throw new UnusableFile('cut_off');
  const decode = decoderOf(bytes.subarray(start), encoding, notes);
  const columns = columnsIn(bytes, start, decode);
  if (columns.some(({ at, length }) => at + length > width)) throw new UnusableFile('unreadable');
  return Array.from({ length: rows }, (_, row) => {
    const from = start + row * width;
    return Object.fromEntries(
      columns.map(({ name, type, at, length }) => [
        name,
        cellOf(decode(bytes.subarray(from + at, from + at + length)), type),
      ]),
    );
  });
}

function columnsIn(bytes: Uint8Array, start: number, decode: (part: Uint8Array) => string): Column[] {
  const columns: Column[] = [];
  // One byte before every row says whether it was deleted.
  let at = 1;
  for (let from = 32; from + 32 <= start && bytes[from] !== 0x0d; from += 32) {
    const name = bytes.subarray(from, from + 11);
    const end = name.indexOf(0);
    const length = bytes[from + 16] ?? 0;
    const text = decode(end < 0 ? name : name.subarray(0, end)).trim();
    columns.push({
      name: text || `cot_${columns.length + 1}`,
      type: String.fromCharCode(bytes[from + 11] ?? 0),
      at,
      length,
    });
    at += length;
  }
  return columns;
}

function cellOf(text: string, type: string): unknown {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: programs fill empty cells with zero bytes
  const value = text.replace(/\u0000+/g, '').trim();
  if (value === '' || /^\*+$/.test(value)) return null;
  if (type === 'N' || type === 'F') return Number.isFinite(Number(value)) ? Number(value) : value;
  if (type === 'L') return /^[YyTt]$/.test(value) ? true : /^[NnFf]$/.test(value) ? false : null;
  if (type === 'D' && /^\d{8}$/.test(value)) {
    return `${value.slice(0, 4)}-${value.slice(4, 6)}-${value.slice(6)}`;
  }
  return value;
}

/** Found once for the whole table, so that no row reads otherwise than its neighbour. */
function decoderOf(rows: Uint8Array, encoding: string | null, notes: Notes): (part: Uint8Array) => string {
  const label = labelOf(encoding) ?? (isMostlyUtf8(rows) ? 'utf-8' : null);
  if (label !== null) {
    const decoder = new TextDecoder(label);
    return (part) => decoder.decode(part).normalize('NFC');
  }
  const latin = latin1(rows);
  // TCVN3 is converted afterwards, with the names of the columns and the texts of every other format.
  if (looksLikeTcvn3([latin])) return latin1;
  const decoder = new TextDecoder('windows-1258');
  notes.add('converted_windows_1258', 1, exampleOf(latin, decoder.decode(rows).normalize('NFC')));
  return (part) => decoder.decode(part).normalize('NFC');
}

// A text that was cut at its cell's end in the middle of a letter must not make the whole table another encoding.
function isMostlyUtf8(rows: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(rows);
  const foreign = text.match(/[\u0080-\uffff]/g) ?? [];
  return foreign.filter((sign) => sign === '\ufffd').length <= foreign.length * 0.05;
}

function labelOf(encoding: string | null): string | null {
  const named = encoding?.trim().toLowerCase() ?? '';
  if (/^(utf-?8|65001)$/.test(named)) return 'utf-8';
  return /1258/.test(named) ? 'windows-1258' : null;
}
