import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import type { BroughtFile } from './file-content.ts';
import { UnusableFile } from './file-problem.ts';

/** The most bytes that everything in an archive may unfold to. */
const MOST_UNFOLDED = 200 * 1024 * 1024;
const MOST_FILES = 2000;
const STEP = 64 * 1024;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
}

/**
 * The files of a zip archive whose names `wanted` takes. What an archive says of its sizes is not believed: what
 * comes out is counted while it comes, and the work stops at the limit.
 * @throws UnusableFile: `zip_bomb`, `zip_names` (a path that leads out of the archive), `cut_off`, `unreadable`.
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean = () => true): BroughtFile[] {
  if (!hasEnd(bytes)) throw new UnusableFile('cut_off');
  const files: BroughtFile[] = [];
  let unfolded = 0;
  let seen = 0;
  let open = 0;
  const unzip = new Unzip((file) => {
    seen += 1;
    if (seen > MOST_FILES || (file.originalSize ?? 0) > MOST_UNFOLDED) throw new UnusableFile('zip_bomb');
    if (leadsOut(file.name)) throw new UnusableFile('zip_names');
    if (file.name.endsWith('/') || !wanted(file.name)) return;
    const parts: Uint8Array[] = [];
    open += 1;
    file.ondata = (error, part, isLast) => {
      if (error) throw new UnusableFile('unreadable');
      unfolded += part.length;
      if (unfolded > MOST_UNFOLDED) throw new UnusableFile('zip_bomb');
      parts.push(part);
      if (isLast) {
        open -= 1;
        files.push({ name: file.name, bytes: joined(parts) });
      }
    };
    start(file);
  });
  unzip.register(UnzipInflate);
  try {
    // In small steps, so that a few bytes that unfold to gigabytes are stopped on the way.
    for (let at = 0; at < bytes.length; at += STEP) {
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
    }
  } catch (error) {
    throw error instanceof UnusableFile ? error : new UnusableFile('unreadable');
  }
  if (open > 0) throw new UnusableFile('cut_off');
  return files;
}

function start(file: UnzipFile): void {
  try {
    file.start();
  } catch (error) {
    throw error instanceof UnusableFile ? error : new UnusableFile('unreadable');
  }
}

/** An archive ends with a directory of its own; one that was cut off has none. */
function hasEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 22; at >= 0 && at > bytes.length - 22 - 65_536; at -= 1) {
    if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 5 && bytes[at + 3] === 6)
      return true;
  }
  return false;
}

function leadsOut(name: string): boolean {
  return /^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)/.test(name);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
