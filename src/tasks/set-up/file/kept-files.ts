import { latin1 } from './text/decode-text.ts';

/** A file as a tab can keep it over a reload. */
export type KeptFile = { name: string; base64: string };

// Session storage holds about five million characters for the whole page.
const MOST_KEPT_BYTES = 1_800_000;

/** The files as text; null where they are too big to be kept. */
export async function keptFiles(files: readonly File[]): Promise<KeptFile[] | null> {
  if (files.reduce((sum, file) => sum + file.size, 0) > MOST_KEPT_BYTES) return null;
  try {
    return await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        base64: btoa(latin1(new Uint8Array(await file.arrayBuffer()))),
      })),
    );
  } catch {
    return null;
  }
}

/** The files that were kept. */
export function filesOf(kept: readonly KeptFile[]): File[] {
  return kept.map(
    ({ name, base64 }) => new File([Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))], name),
  );
}
