import { UnusableFile } from './file-problem.ts';

/**
 * The text of a file: UTF-8 with or without a byte-order mark, or UTF-16 with one.
 * @throws UnusableFile: `archive` (a zip, as shapefiles come in), `not_utf8`.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0x50 && second === 0x4b) throw new UnusableFile('archive');
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableFile('not_utf8');
  }
}
