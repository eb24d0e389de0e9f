import type { LayerSpecification, SourceSpecification } from '@maplibre/maplibre-gl-style-spec';

const ADDRESS = '/background.pmtiles';

/** A background map that the office laid into its data folder. */
export type Background = {
  source: SourceSpecification;
  layers: readonly LayerSpecification[];
  /** Who made it, as plain text; null when the file does not say. */
  attribution: string | null;
};

let asked: Promise<Background | null> | null = null;

/** The background map, or null when there is none or it cannot be read. Asked once for the page's life. */
export function findBackground(): Promise<Background | null> {
  asked ??= lookForBackground().catch(() => null);
  return asked;
}

async function lookForBackground(): Promise<Background | null> {
  const answer = await fetch(ADDRESS, { method: 'HEAD' });
  const type = answer.headers.get('content-type') ?? '';
  // Where every unknown address answers with the page itself, a 200 says nothing.
  if (answer.status !== 200 || type.startsWith('text/')) return null;
  const { openBackground } = await import('./open-background.ts');
  return openBackground(ADDRESS);
}
