// npm run test:policies: breaks the rights one at a time and expects the permission matrix to go red every time.
// `-- WORDS` tries only the mutations whose title a regular expression finds.
import type { Backend } from '../../supabase/local/backend.ts';
import { catalogueFindings } from './catalogue-checks.ts';
import { knock, type People, signEverybodyIn } from './doors.ts';
import { type Cell, DOOR_CELLS, objectOf, TABLE_CELLS } from './permission-matrix.ts';
import { allMutations, type Mutation } from './policy-mutations.ts';
import { layTableProbe, tryTable } from './tables.ts';
import { type Actor, fillTwoCommunes } from './two-communes.ts';

type Noticed = { where: 'at a door' | 'in the table' | 'in the catalogue'; what: string };
type Ask = (label: string, actor: Actor) => Promise<string>;

const DOOR_LABELS = new Set(DOOR_CELLS.map(({ label }) => label));
const backend = await fillTwoCommunes();
const people = await signEverybodyIn(backend);
await layTableProbe(backend);

const meant = new RegExp(process.argv[2] ?? '');
const counts = { passed: 0, failed: 0 };
function report(passed: boolean, line: string): void {
  counts[passed ? 'passed' : 'failed'] += 1;
  console.log(`${passed ? 'passed' : 'FAILED'}  ${line}`);
}

const before = await matrix(backend, people, () => true);
report(
  before === null,
  `the whole matrix is green at first${before ? `: ${before.where}, ${before.what}` : ''}`,
);
// On a red matrix every mutation would look noticed.
if (before === null) {
  const rights = await rightsOf(backend);
  const mutations = (await allMutations(backend)).filter(({ title }) => meant.test(title));
  for (const mutation of mutations) await tryMutation(mutation);
  report((await rightsOf(backend)) === rights, 'all rights stand again as they stood at first');
}
await backend.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

/** Everything that a mutation may change, in one text: policies, row level security, grants, whose rights count. */
async function rightsOf(at: Backend): Promise<string> {
  const [row] = await at.query<{ rights: string }>(`
    select jsonb_build_array(
      (select jsonb_agg(to_jsonb(p) order by p.tablename, p.policyname) from pg_policies p where p.schemaname = 'app'),
      (select jsonb_agg(jsonb_build_array(c.oid::regclass, c.relrowsecurity, c.reloptions) order by c.oid) from pg_class c
        where c.relnamespace in ('app'::regnamespace, 'public'::regnamespace) and c.relkind in ('r', 'v')),
      (select jsonb_agg(jsonb_build_array(p.oid::regprocedure, p.prosecdef,
          (select array_agg(a::text order by a::text) from unnest(p.proacl) a)) order by p.oid) from pg_proc p
        where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace)))::text as rights`);
  return row?.rights ?? '';
}

async function tryMutation(mutation: Mutation): Promise<void> {
  if (mutation.equivalent) return report(true, `${mutation.title}: changes nothing, ${mutation.equivalent}`);
  await backend.query(mutation.apply);
  try {
    const noticed = await noticedBy(mutation);
    const line = noticed ? `noticed ${noticed.where}: ${noticed.what}` : 'NOBODY NOTICED';
    report(noticed !== null, `${mutation.title}: ${line}`);
  } finally {
    await backend.query(mutation.revert);
  }
}

// The rows that show it soonest first, then its table, then the catalogue; at last everything.
async function noticedBy(mutation: Mutation): Promise<Noticed | null> {
  return (
    (await matrix(backend, people, (cell) => isNear(cell, mutation))) ??
    (await matrix(backend, people, () => true))
  );
}

function isNear({ label }: Cell, { doors, object }: Mutation): boolean {
  return DOOR_LABELS.has(label) ? doors.some((door) => label.startsWith(door)) : objectOf(label) === object;
}

/** The first cell of the matrix, among the chosen ones, or sentence of the catalogue that is broken; null when none is. */
async function matrix(at: Backend, by: People, chosen: (cell: Cell) => boolean): Promise<Noticed | null> {
  const door = await firstWrong(DOOR_CELLS.filter(chosen), (label, actor) => knock(at, by, label, actor));
  if (door) return { where: 'at a door', what: door };
  const table = await firstWrong(TABLE_CELLS.filter(chosen), (label, actor) => tryTable(at, label, actor));
  if (table) return { where: 'in the table', what: table };
  const [finding] = await catalogueFindings(at);
  return finding ? { where: 'in the catalogue', what: finding } : null;
}

async function firstWrong(cells: Cell[], ask: Ask): Promise<string | null> {
  for (const { label, actor, expected } of cells) {
    const got = await ask(label, actor);
    if (got !== expected) return `${label}, ${actor}: ${got} instead of ${expected}`;
  }
  return null;
}
