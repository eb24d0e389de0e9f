import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../supabase/local/backend.ts';
import { answers, rowsOf, told } from './cells.ts';
import { knock, type People, reachedOfApp, signEverybodyIn } from './doors.ts';
import { type Cell, DOOR_CELLS, objectOf, TABLE_CELLS, UNREACHABLE } from './permission-matrix.ts';
import { ACTORS, fillTwoCommunes } from './two-communes.ts';

describe('who sees what', () => {
  let backend: Backend;
  let people: People;
  beforeAll(async () => {
    backend = await fillTwoCommunes();
    people = await signEverybodyIn(backend);
  });

  describe('at every door, over HTTP', () => {
    it.each(rowsOf(DOOR_CELLS))('%s', async (_label, cells) => {
      expect(await answers(cells, (label, actor) => knock(backend, people, label, actor))).toEqual(
        told(cells),
      );
    });
  });

  describe('schema app is out of reach over HTTP', () => {
    it.each(ACTORS)('for %s', async (actor) => {
      expect(await reachedOfApp(people, actor)).toEqual([]);
    });
  });

  describe('nothing is forgotten', () => {
    it('every view and function of public has its rows', async () => {
      const views = await namesOf(
        `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind <> 'i'`,
      );
      const functions = await namesOf(
        `select proname as name from pg_proc where pronamespace = 'public'::regnamespace`,
      );
      expect(doorsNamed('read')).toEqual(views);
      expect(doorsNamed('write')).toEqual(views);
      expect(doorsNamed('call')).toEqual(functions);
    });

    it('every table and function of app is listed as unreachable, and every table has its row under the API', async () => {
      const tables = await namesOf(
        `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind not in ('i', 'S')`,
      );
      const functions = await namesOf(
        `select proname as name from pg_proc where pronamespace = 'app'::regnamespace`,
      );
      expect(UNREACHABLE.tables).toEqual(tables);
      expect(UNREACHABLE.functions).toEqual(functions);
      expect(
        [...new Set(TABLE_CELLS.filter(({ label }) => label.startsWith('read')).map(nameOf))].sort(),
      ).toEqual(tables);
    });

    async function namesOf(sql: string): Promise<string[]> {
      const rows = await backend.query<{ name: string }>(sql);
      return [...new Set(rows.map(({ name }) => name))].sort();
    }
  });
});

const nameOf = ({ label }: Cell) => objectOf(label);

function doorsNamed(verb: string): string[] {
  return [...new Set(DOOR_CELLS.filter(({ label }) => label.startsWith(`${verb} `)).map(nameOf))].sort();
}
