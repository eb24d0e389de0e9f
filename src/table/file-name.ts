import { searchable } from '../layers/filter.ts';

/**
 * Name of an exported file in plain ASCII, which every system and mail program takes:
 * `nghi-duong_tuyen-duong-tu-quan_2026-10-31.csv`.
 */
export function fileName(parts: readonly string[], ending: string): string {
  const words = parts.map((part) =>
    searchable(part)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, ''),
  );
  return `${words.filter(Boolean).join('_')}.${ending}`;
}
