import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { answers, rowsOf, told } from './cells.ts';
import { NOBODY_MAY, TABLE_CELLS } from './permission-matrix.ts';
import { layTableProbe, tryForbidden, tryTable } from './tables.ts';
import { ACTORS, fillTwoCommunes } from './two-communes.ts';

describe('who sees what', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await fillTwoCommunes();
    await layTableProbe(backend);
  });

  describe('in every table, under the API', () => {
    it.each(rowsOf(TABLE_CELLS))('%s', async (_label, cells) => {
      expect(await answers(cells, (label, actor) => tryTable(backend, label, actor))).toEqual(told(cells));
    });

    it.each(Object.entries(NOBODY_MAY))('nobody may %s in any other table', async (verb, tables) => {
      const permitted: string[] = [];
      for (const table of tables) {
        for (const actor of ACTORS) {
          const word = await tryForbidden(backend, verb, table, actor);
          if (word !== 'no') permitted.push(`${actor} ${verb} ${table}: ${word}`);
        }
      }
      expect(permitted).toEqual([]);
    });
  });
});
