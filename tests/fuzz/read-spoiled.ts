import type { WantedShape } from '../../src/tasks/set-up/file/file-content.ts';
import { UnusableFile } from '../../src/tasks/set-up/file/file-problem.ts';
import { readFiles } from '../../src/tasks/set-up/file/read-files.ts';
import { spoiled } from './spoiled.ts';
import { wholeFiles } from './whole-files.ts';

const WANTED: readonly WantedShape[] = ['area', 'line', 'point', 'place'];
const MOST_MILLISECONDS = 10_000;

/** What became of spoiled files: `wrong` are those that broke the reader or held it up, by seed. */
export type Outcome = { read: number; refused: number; wrong: string[] };

/**
 * Reads one spoiled file for each seed, format after format. Each is either read, or refused as unusable: a refused
 * one gives no rows at all, so that none of it can be stored.
 */
export async function readSpoiled(seeds: Iterable<number>): Promise<Outcome> {
  const files = await wholeFiles();
  const outcome: Outcome = { read: 0, refused: 0, wrong: [] };
  for (const seed of seeds) {
    const [name, whole] = files[seed % files.length] ?? ['', new Uint8Array()];
    const began = performance.now();
    try {
      await readFiles([{ name, bytes: spoiled(whole, seed) }], WANTED[seed % 4] ?? 'place');
      outcome.read += 1;
    } catch (error) {
      if (error instanceof UnusableFile) outcome.refused += 1;
      else outcome.wrong.push(`seed ${seed}, ${name}: ${error}`);
    }
    const took = performance.now() - began;
    if (took > MOST_MILLISECONDS) outcome.wrong.push(`seed ${seed}, ${name}: ${Math.round(took)} ms`);
  }
  return outcome;
}
