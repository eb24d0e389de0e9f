import type { Notes } from '../file-note.ts';
import { fromTcvn3, looksLikeTcvn3 } from './tcvn3.ts';

const EXAMPLE_LENGTH = 40;

/**
 * The text of a file: UTF-8 or UTF-16 with or without a byte-order mark; else one of the two one-byte encodings of
 * Vietnamese, TCVN3 where its letters say so and windows-1258 otherwise. Never fails; what was converted is noted
 * with an example. Windows-1258 writes tones apart: the text comes composed (NFC).
 */
export function decodeText(bytes: Uint8Array, notes: Notes): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const wide = wideWithoutMark(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeOneByte(bytes, notes);
  }
}

function decodeOneByte(bytes: Uint8Array, notes: Notes): string {
  const latin = latin1(bytes);
  if (looksLikeTcvn3([latin])) {
    const text = fromTcvn3(latin);
    notes.add('converted_tcvn3', 1, exampleOf(latin, text));
    return text;
  }
  const text = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  notes.add('converted_windows_1258', 1, exampleOf(latin, text));
  return text;
}

/** "Th«n → Thôn": the first word that reads otherwise, before and after. */
export function exampleOf(before: string, after: string): string {
  const [olds, news] = [wordsOf(before), wordsOf(after)];
  const at = olds.findIndex((word, index) => word !== news[index]);
  return at < 0 ? '' : `${olds[at]} → ${news[at] ?? ''}`.slice(0, EXAMPLE_LENGTH);
}

function wordsOf(text: string): string[] {
  return text.slice(0, 100_000).split(/[\s"',;<>={}()[\]]+/);
}

/** Every byte as the sign of the same number: TextDecoder's "latin1" is windows-1252, which is another. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return text;
}

// Text of ASCII signs in UTF-16 has a zero in every second byte, and no other text has.
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = Math.min(bytes.length & ~1, 512);
  if (looked < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < looked; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > looked * 0.3 && even === 0) return 'utf-16le';
  return even > looked * 0.3 && odd === 0 ? 'utf-16be' : null;
}
