import type { Backend } from '../supabase/local/backend.ts';
import { block, put, putCommune, putMember } from '../tests/db/hand-made-map.ts';
import { createUser } from '../tests/support/database.ts';
import { wastePoint } from './loaded-points.ts';
import { type Figure, milliseconds } from './measure.ts';
import { ask, tokenOf, wastePointIds } from './requests.ts';

const PASSWORD = 'mat-khau-thu-nghiem';
const ROLES = [
  'administrator',
  'front_officer',
  'leader',
  'association',
  'hamlet_committee',
  'police',
] as const;
const WRITERS = new Set<string>(['administrator', 'front_officer']);

/** Somebody who will be signed in, and where they belong. */
export type Person = {
  email: string;
  password: string;
  userId: string;
  communeId: string;
  /** Begins the name of everything in the person's commune and of nothing elsewhere. */
  communeTag: string;
  /** Where the commune starts on the hand-made map, in its units. */
  east: number;
  role: string;
};

/** What the sessions saw. `wrong` holds the first few answers that spoke of somebody else, in words. */
export type Mixed = {
  sessions: number;
  requests: number;
  writes: number;
  wrongIdentities: number;
  wrong: string[];
  failures: number;
  lost: number;
  p50: number;
  p95: number;
};

/** Puts two communes that are not public, each with a hamlet, and `people` members of all roles, in turn. */
export async function prepareSessions(database: Pick<Backend, 'query'>, people = 50): Promise<Person[]> {
  const communes: Pick<Person, 'communeId' | 'communeTag' | 'east'>[] = [];
  for (const east of [0, 40]) {
    const communeId = await putCommune(database, { east, isPublic: false });
    const communeTag = `Xã ${east} ·`;
    const geom = block(east, 0, east + 20, 20);
    await put(database, 'hamlets', {
      commune_id: communeId,
      name: `${communeTag} Thôn 1`,
      valid_from: '2026-01-01',
      geom,
    });
    communes.push({ communeId, communeTag, east });
  }
  const prepared: Person[] = [];
  for (let number = 0; number < people; number += 1) {
    const commune = communes[number % communes.length];
    const role = ROLES[Math.floor(number / communes.length) % ROLES.length];
    if (!commune || !role) throw new Error('there are communes and roles');
    const email = `nguoi-${number}@xa.vn`;
    const userId = await createUser(database, { email, password: PASSWORD });
    await putMember(database, commune.communeId, userId, role);
    prepared.push({ ...commune, email, password: PASSWORD, userId, role });
  }
  return prepared;
}

/**
 * Signs everybody in at `address` and lets all of them ask at once, without a pause, for so many `seconds` or
 * `turns` each: two in five requests for the own membership, two for the commune's rows, one a write (or, for a
 * role that may not, an attempt that must be refused). Every answer is checked for whose it is; every acknowledged write is looked for
 * afterwards.
 */
export async function mixSessions(
  address: string,
  people: readonly Person[],
  { seconds = Infinity, turns = Infinity }: { seconds?: number; turns?: number },
): Promise<Mixed> {
  const tokens = new Map<string, string>();
  for (const { email, password } of people) tokens.set(email, await tokenOf(address, email, password));
  const tokenOfPerson = ({ email }: Person) => tokens.get(email) ?? '';
  const times: number[] = [];
  const wrong: string[] = [];
  const acknowledged = new Map<string, Person>();
  let failures = 0;
  let points = 0;
  const until = performance.now() + seconds * 1000;

  const act = async (person: Person, turn: number) => {
    const token = tokenOfPerson(person);
    if (turn % 5 === 4) {
      points += 1;
      const point = wastePoint(points, `${person.communeTag} ${person.email} ${points}`, person.east);
      const body = { layer: 'waste_points', features: [point] };
      const answer = await ask(address, '/rest/v1/rpc/load_features', { token, body });
      const isStored = answer.status === 200 && answer.body === 1;
      if (isStored && !WRITERS.has(person.role)) wrong.push(`${person.role} stored a row`);
      else if (isStored) acknowledged.set(point.id, person);
      else if (WRITERS.has(person.role)) {
        if (answer.status === 401 || answer.status === 403) wrong.push(`${person.role} was refused`);
        else failures += 1;
      } else if (answer.status >= 500) failures += 1;
      return answer.milliseconds;
    }
    const isMembership = turn % 2 === 0;
    const answer = isMembership
      ? await ask(address, '/rest/v1/members?select=user_id,commune_id,role', { token })
      : await ask(address, '/rest/v1/rpc/hamlets_at?select=name', { token, body: {} });
    if (answer.status !== 200) failures += 1;
    else if (isMembership) wrong.push(...wrongMemberships(answer.body as Membership[], person));
    else wrong.push(...wrongNames(answer.body as { name: string }[], person));
    return answer.milliseconds;
  };
  await Promise.all(
    people.map(async (person, index) => {
      for (let turn = index; turn < index + turns && performance.now() < until; turn += 1) {
        const time = await act(person, turn).catch(() => {
          failures += 1;
          return null;
        });
        if (time !== null) times.push(time);
      }
    }),
  );

  const lost = await countLost(address, people, acknowledged, tokenOfPerson);
  const sorted = times.sort((one, other) => one - other);
  const percentile = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return {
    sessions: people.length,
    requests: times.length,
    writes: acknowledged.size,
    wrongIdentities: wrong.length,
    wrong: wrong.slice(0, 5),
    failures,
    lost,
    p50: percentile(0.5) ?? Number.NaN,
    p95: percentile(0.95) ?? Number.NaN,
  };
}

/** The lines of the report; `reach` is the p95 that is wanted, in milliseconds. */
export function sessionFigures(mixed: Mixed, reach: number): Figure[] {
  const { sessions, requests, writes, wrongIdentities, failures, lost, p50, p95 } = mixed;
  const all = `${sessions} sessions, ${requests.toLocaleString('en')} requests`;
  return [
    figureOf(`${all}: answers of somebody else's`, wrongIdentities),
    figureOf(`${all}: failed requests`, failures),
    figureOf(`acknowledged writes lost of ${writes.toLocaleString('en')}`, lost),
    {
      what: `${all}: p95 (median ${milliseconds(p50)})`,
      figure: milliseconds(p95),
      reach: `≤ ${reach} ms`,
      reached: p95 <= reach,
    },
  ];
}

type Membership = { user_id: string; commune_id: string; role: string };

function wrongMemberships(rows: Membership[], person: Person): string[] {
  const own = rows.filter((row) => row.user_id === person.userId);
  const isOwn = own.length === 1 && own[0]?.role === person.role && own[0]?.commune_id === person.communeId;
  // An administrator reads every member of the commune, police read police, anybody else their own row alone.
  const mayRead = (row: Membership) =>
    row.user_id === person.userId ||
    person.role === 'administrator' ||
    (person.role === 'police' && row.role === 'police');
  const isForeign = rows.some((row) => row.commune_id !== person.communeId || !mayRead(row));
  return isOwn && !isForeign ? [] : [`${person.email} read ${JSON.stringify(rows).slice(0, 200)}`];
}

function wrongNames(rows: { name: string }[], { email, communeTag }: Person): string[] {
  const isWrong = rows.length !== 1 || rows.some(({ name }) => !name.startsWith(communeTag));
  return isWrong ? [`${email} read ${JSON.stringify(rows).slice(0, 200)}`] : [];
}

async function countLost(
  address: string,
  people: readonly Person[],
  acknowledged: ReadonlyMap<string, Person>,
  tokenOfPerson: (person: Person) => string,
): Promise<number> {
  let lost = 0;
  for (const communeId of new Set(people.map((person) => person.communeId))) {
    const reader = people.find((person) => person.communeId === communeId);
    if (!reader) continue;
    const stored = await wastePointIds(address, tokenOfPerson(reader));
    for (const [id, person] of acknowledged) {
      if (person.communeId === communeId && !stored.has(id)) lost += 1;
    }
  }
  return lost;
}

function figureOf(what: string, count: number): Figure {
  return { what, figure: String(count), reach: '0', reached: count === 0 };
}
