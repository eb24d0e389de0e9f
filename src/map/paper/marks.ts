import type { TextLine } from './text.ts';

/** What is drawn on paper, lowest first; pixels of a screen with `PIXELS_PER_MILLIMETRE`. */
export type Mark =
  | { is: 'area'; path: string; fill: string; opacity: number; pattern: string | null }
  | {
      is: 'line';
      path: string;
      color: string;
      opacity: number;
      width: number;
      dashes: readonly number[] | null;
      cap: 'butt' | 'round' | 'square';
    }
  | { is: 'circle'; x: number; y: number; radius: number; fill: string; stroke: string; strokeWidth: number }
  | { is: 'image'; name: string; x: number; y: number; width: number; height: number }
  | {
      is: 'text';
      lines: readonly TextLine[];
      /** Middle of each line's foot, before turning. */
      x: number;
      baselines: readonly number[];
      anchor: 'start' | 'middle' | 'end';
      /** Degrees around (`x`, first baseline). */
      turn: number;
      color: string;
      opacity: number;
      halo: string;
      haloWidth: number;
      spacing: number;
    };

/** Size of a mark for the eye of a reader at arm's length: finer than a screen's 96 to the inch. */
export const PIXELS_PER_MILLIMETRE = 120 / 25.4;
