import type { SupabaseClient } from '@supabase/supabase-js';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../../support/database.ts';
import { block, put, putCommune, putMember, spot } from '../hand-made-map.ts';
import { attack, type Seen } from './attacker.ts';
import { REAL } from './rule.ts';

const HAMLETS = 6;
const QUARTERS = ['2025-01-01', '2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'];
const LAST_DAYS = ['2025-03-31', '2025-06-30', '2025-09-30', '2025-12-31', '2026-03-31', '2026-06-30'];

let backend: Backend;
let commune: string;
let police: SupabaseClient;
let leader: SupabaseClient;
let officer: SupabaseClient;
beforeEach(async () => {
  backend = await freshDatabase();
  commune = await putCommune(backend);
  for (const role of ['police', 'leader', 'front_officer'] as const)
    await putMember(backend, commune, await createUser(backend, { email: `${role}@xa.vn` }), role);
  police = await signedIn(backend, 'police@xa.vn');
  leader = await signedIn(backend, 'leader@xa.vn');
  officer = await signedIn(backend, 'front_officer@xa.vn');
  for (let index = 0; index < HAMLETS; index += 1)
    await put(backend, 'hamlets', {
      commune_id: commune,
      name: `Thôn ${index + 1}`,
      valid_from: '2024-01-01',
      geom: block(2 * index, 0, 2 * index + 2, 10),
    });
});

type Step =
  | { do: 'write'; hamlet: number; periodsAgo: number }
  | { do: 'close' }
  | { do: 'release' }
  | { do: 'rule' };

const steps: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      {
        weight: 14,
        arbitrary: fc.record({
          do: fc.constant('write' as const),
          hamlet: fc.oneof(fc.nat(1), fc.nat(HAMLETS - 1)),
          periodsAgo: fc.oneof(fc.constant(0), fc.nat(2)),
        }),
      },
      { weight: 2, arbitrary: fc.constant({ do: 'close' as const }) },
      { weight: 2, arbitrary: fc.constant({ do: 'release' as const }) },
      { weight: 1, arbitrary: fc.constant({ do: 'rule' as const }) },
    ),
    { minLength: 12, maxLength: 18 },
  )
  .map((some) => [...some, { do: 'close' }, { do: 'release' }, { do: 'release' }]);

let made = 0;
function newId(): string {
  made += 1;
  return `eeeeeeee-0000-7000-8000-${String(made).padStart(12, '0')}`;
}
async function asked(client: SupabaseClient, name: string, parameters = {}): Promise<string | null> {
  const { data, error } = await client.rpc(name, parameters);
  if (error) throw new Error(`${name}: ${error.code} ${error.hint} ${error.message}`);
  return data;
}

/** Everything that a leader may ask for, as one text for each door; its own writes into a log he cannot read aside. */
async function everything(views: readonly string[]): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const view of views) seen[view] = JSON.stringify((await leader.from(view).select('*')).data);
  const calls: [name: string, parameters: object][] = [
    ...LAST_DAYS.map((as_of): [string, object] => ['published_incidents', { as_of }]),
    ...QUARTERS.map((starts_on): [string, object] => ['review_incident_period', { starts_on }]),
    ['published_incidents', {}],
    ['incident_periods', {}],
    ['read_incidents', { from_date: '2025-01-01', to_date: '2026-12-31' }],
    ['incident_cells', { from_month: '2025-01-01', to_month: '2026-12-01' }],
    ['read_acts', {}],
    ['audible_tables', {}],
    ['change_authors', {}],
    ['list_members', {}],
    ['progress_totals_at', { as_of: '2026-06-30' }],
    ['hamlets_at', { as_of: '2026-06-30' }],
  ];
  for (const [name, parameters] of calls) {
    const { data, error } = await leader.rpc(name, parameters);
    seen[`${name} ${JSON.stringify(parameters)}`] = JSON.stringify(error ?? data);
  }
  // A row of his own in the log: numbers between his own rows would be somebody else's.
  await asked(leader, 'save_meeting', { meeting: { id: newId(), title: 'Giao ban', held_on: '2026-01-01' } });
  const { data } = await leader.from('changes').select('id').eq('table_name', 'meetings').order('id');
  const ids = (data ?? []).map(({ id }) => Number(id));
  seen.gaps = JSON.stringify(ids.slice(-2).reduce((one, other) => other - one, 0));
  return seen;
}

/** What changes by the attacker's own writing. */
const OWN = new Set(['meetings', 'changes', 'read_acts {}', 'gaps']);

async function viewNames(): Promise<string[]> {
  const rows = await backend.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Plays the steps against the database; answers with what was told after each, and what an entry let slip. */
async function play(some: readonly Step[]): Promise<{ polls: Seen[]; slips: string[] }> {
  const views = await viewNames();
  const polls: Seen[] = [];
  const slips: string[] = [];
  let next = 0;
  const released: string[] = [];
  const waiting: string[] = [];
  let before = await everything(views);
  for (const step of some) {
    if (step.do === 'write') {
      const quarter = Math.max(0, Math.min(next, QUARTERS.length - 1) - step.periodsAgo);
      await asked(police, 'save_incident', {
        feature: {
          id: newId(),
          kind: 'theft',
          occurred_at: `${QUARTERS[quarter]}T08:00:00+07:00`,
          state: 'open',
          geometry: spot(2 * step.hamlet + 1, 5),
        },
      });
    } else if (step.do === 'close') {
      const starts_on = QUARTERS[next];
      if (starts_on) waiting.push((await asked(police, 'close_incident_period', { starts_on })) ?? '');
      next += starts_on ? 1 : 0;
    } else if (step.do === 'release') {
      const id = waiting.shift();
      if (id) {
        await asked(police, 'release_incident_period', { id });
        released.push(id);
      }
    } else {
      await asked(officer, 'save_setting', {
        setting: {
          id: newId(),
          key: 'publication_parts',
          value: 'cells',
          valid_from: `${2090 + polls.length}-01-01`,
        },
      });
    }
    const now = await everything(views);
    if (step.do === 'write' || step.do === 'close')
      for (const [door, text] of Object.entries(now))
        if (!OWN.has(door) && text !== before[door]) slips.push(`${step.do}: ${door}`);
    if ((step.do === 'write' || step.do === 'close') && polls.length > 1 && now.gaps !== '1')
      slips.push(`gap of ${now.gaps}`);
    before = now;
    polls.push({ rules: now.settings ?? '', periods: told(now) });
  }
  return { polls, slips };
}

type Row = { starts_on: string; count: number | null; total: number | null; late_count: number | null };

function told(seen: Record<string, string>): Seen['periods'] {
  const periods: Record<string, Seen['periods'][string]> = {};
  for (const as_of of LAST_DAYS) {
    const rows = JSON.parse(seen[`published_incidents ${JSON.stringify({ as_of })}`] ?? '[]') as Row[];
    const [first] = rows;
    if (first)
      periods[first.starts_on] = {
        counts: rows.map(({ count }) => count),
        total: first.total,
        late: first.late_count,
      };
  }
  return periods;
}

describe('a leader who asks everything between entries, closings, releases and changes of the rules', () => {
  const sets = fc.sample(steps, { numRuns: 2, seed: 11713 });
  it.each(sets.map((set, index) => [index + 1, set] as const))(
    'learns no withheld count and no day: set %i',
    async (_index, set) => {
      const { polls, slips } = await play(set);
      expect(slips).toEqual([]);
      expect(Object.keys(polls.at(-1)?.periods ?? {}).length).toBeGreaterThan(0);
      expect(attack(REAL, polls)).toBeNull();
    },
    120_000,
  );

  it('would see the day if the log counted what is sensitive in the same line', async () => {
    await backend.execute(`
      create schema if not exists probe;
      create function probe.count_along() returns trigger language plpgsql security definer as $$
      begin perform nextval(pg_get_serial_sequence('app.changes', 'id')); return null; end $$;
      create trigger count_along after insert on app.incidents for each row execute function probe.count_along();`);
    try {
      const { slips } = await play([...Array<Step>(3).fill({ do: 'write', hamlet: 1, periodsAgo: 0 })]);
      expect(slips).toContain('gap of 2');
    } finally {
      await backend.execute('drop trigger count_along on app.incidents; drop function probe.count_along();');
    }
  });
});
