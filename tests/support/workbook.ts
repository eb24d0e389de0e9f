import { inflateRawSync } from 'node:zlib';

/** One cell as Excel would take it: text, a number, a day as YYYY-MM-DD; null is empty. */
export type ReadCell = string | number | { day: string } | { formula: string } | null;

/** Reads an XLSX file back: cells by sheet name, without trailing empty cells of a row. */
export function readWorkbook(file: Uint8Array): Record<string, ReadCell[][]> {
  const parts = unzip(Buffer.from(file));
  const part = (name: string) => parts.get(name) ?? '';
  const strings = all(part('xl/sharedStrings.xml'), /<si>(.*?)<\/si>/gs).map(([, item = '']) =>
    unescaped(
      all(item, /<t[^>]*>(.*?)<\/t>/gs)
        .map(([, text]) => text)
        .join(''),
    ),
  );
  const days = dayStyles(part('xl/styles.xml'));
  const sheets = all(part('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g);
  return Object.fromEntries(
    sheets.map(([, name = ''], index) => [
      unescaped(name),
      readRows(part(`xl/worksheets/sheet${index + 1}.xml`), strings, days),
    ]),
  );
}

function readRows(sheet: string, strings: string[], days: Set<number>): ReadCell[][] {
  return all(sheet, /<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs).map(([, cells = '']) => {
    const row: ReadCell[] = [];
    for (const [, attributes = '', content = ''] of all(cells, /<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)) {
      const column = columnOf(/r="([A-Z]+)/.exec(attributes)?.[1] ?? 'A');
      while (row.length < column) row.push(null);
      row.push(readCell(attributes, content, strings, days));
    }
    return row;
  });
}

function readCell(attributes: string, content: string, strings: string[], days: Set<number>): ReadCell {
  const formula = /<f>(.*?)<\/f>/s.exec(content)?.[1];
  if (formula !== undefined) return { formula };
  const value = /<v>(.*?)<\/v>/s.exec(content)?.[1];
  if (value === undefined) return null;
  if (/ t="s"/.test(` ${attributes}`)) return strings[Number(value)] ?? null;
  const style = Number(/ s="(\d+)"/.exec(` ${attributes}`)?.[1] ?? 0);
  if (!days.has(style)) return Number(value);
  // Excel counts days from 30 December 1899.
  return { day: new Date(Date.UTC(1899, 11, 30 + Number(value))).toISOString().slice(0, 10) };
}

function dayStyles(styles: string): Set<number> {
  const formats = all(styles, /<numFmt numFmtId="(\d+)" formatCode="[^"]*yy[^"]*"/g).map(([, id]) => id);
  const cells = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? '';
  const found = all(cells, /<xf ([^>]*)>/g).flatMap(([, attributes = ''], index) =>
    formats.includes(/numFmtId="(\d+)"/.exec(attributes)?.[1]) ? [index] : [],
  );
  return new Set(found);
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function all(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

/** The text of every entry of a zip file, found through its central directory. */
function unzip(file: Buffer): Map<string, string> {
  const entries = new Map<string, string>();
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('expected a zip file');
  let at = file.readUInt32LE(end + 16);
  for (let left = file.readUInt16LE(end + 10); left > 0; left--) {
    const method = file.readUInt16LE(at + 10);
    const size = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(start, start + size);
    entries.set(name, (method === 0 ? bytes : inflateRawSync(bytes)).toString('utf8'));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}
