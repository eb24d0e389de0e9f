import type { FileNote } from './file-note.ts';

/** A cell of a file's table, as JSON has it. */
export type Cell = unknown;

/**
 * One feature of a file. Nothing of it has been checked: `geometry` is whatever object stood there (the server
 * checks it), null when none did.
 */
export type FileFeature = {
  properties: Readonly<Record<string, Cell>>;
  geometry: Readonly<Record<string, unknown>> | null;
};

/**
 * What a file says of its own coordinates: nothing; that they are WGS84, as its format demands; a code of the EPSG
 * register; or the text of a .prj file.
 */
export type StatedSystem =
  | { kind: 'none' }
  | { kind: 'wgs84' }
  | { kind: 'epsg'; code: number }
  | { kind: 'prj'; text: string };

/** What a file holds, in its own coordinates, and the names of its columns in the order in which they appear. */
export type FileContent = {
  features: readonly FileFeature[];
  columns: readonly string[];
  system: StatedSystem;
  /** What was left out or changed while reading; shown before anything is stored. */
  notes: readonly FileNote[];
};

/** Somebody wants one row a shape of this kind: it decides whether rows of corners become lines or areas. */
export type WantedShape = 'area' | 'line' | 'point' | 'place';

/** A chosen file, whole in memory. */
export type BroughtFile = { name: string; bytes: Uint8Array };

/** The names of all columns, in order of appearance. */
export function columnsOf(features: readonly FileFeature[]): string[] {
  const columns = new Set<string>();
  for (const { properties } of features) for (const name of Object.keys(properties)) columns.add(name);
  return [...columns];
}
