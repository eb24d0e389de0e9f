import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '../driver/session.ts';
import { PLANTED } from './planted.ts';

const TYPES = readFileSync(join(import.meta.dirname, '../../../src/data/database.types.ts'), 'utf8');

/** Names of a part of the generated types that stand so many spaces in. */
function namesIn(part: 'Views' | 'Functions'): [name: string, text: string][] {
  const text = new RegExp(`\\n    ${part}: \\{\\n([\\s\\S]*?)\\n    \\};`).exec(TYPES)?.[1] ?? '';
  return text.split(/\n(?= {6}[a-z_]+: \{)/).map((one) => [/^\s*([a-z_]+)/.exec(one)?.[1] ?? '', one]);
}

const POINT = { type: 'Point', coordinates: [106.63, 20.73] };
/** Something of the right kind for each argument that a function may take; ids are the planted one. */
const ARGUMENTS: Readonly<Record<string, unknown>> = {
  active: false,
  approve: true,
  area: POINT,
  as_of: '2026-10-31',
  bytes: 1,
  change: 1,
  code: 'AAAA',
  compare_to_date: '2026-08-31',
  decision: {},
  done_on: '2026-10-01',
  edited_version: 1,
  email: 'ai@xa.vn',
  every: 'month',
  first_month: '2026-08-01',
  from_date: '2026-01-01',
  from_day: '2026-01-01',
  from_month: '2026-01-01',
  indicator: 'model-roads',
  kinds: ['theft', 'collection'],
  last_month: '2026-10-31',
  layer: 'incidents',
  legal_basis: 'Nghị quyết 1',
  line: POINT,
  month: '2026-09-01',
  on_date: '2026-10-01',
  password: 'mat-khau-dai',
  radius_m: 100,
  reason: 'mistake',
  retired: false,
  seen: 1,
  sign_in: '0912 345 678',
  starts_on: '2026-07-01',
  tables: ['incidents'],
  to_date: '2026-10-31',
  to_day: '2026-10-31',
  to_month: '2026-10-01',
  version: 1,
  closing_note: 'Xong',
  geometry: POINT,
  geometries: [POINT],
  features: [{ id: PLANTED.id, geometry: POINT }],
  hamlets: [{ id: PLANTED.id, version: 1 }],
  parts: [],
  ids: [PLANTED.id],
  scene_ids: [PLANTED.id],
  locks: [{ id: PLANTED.id }],
  entries: [{ id: PLANTED.id }],
};
const OPTIONAL_THAT_NARROW = new Set([
  'commune_id',
  'person',
  'before_change',
  'act',
  'neighbours',
  'kinds',
  'tables',
  'change',
  'seen',
]);

export const VIEWS = namesIn('Views').map(([name]) => name);
/** Every function of the API with the arguments that it is tried with. */
export const CALLS = namesIn('Functions')
  // Wrong codes are answered ever more slowly, and nothing but whether one is right.
  .filter(([name]) => !['code_holder', 'redeem_code', 'make_first_administrator'].includes(name))
  .map(([name, text]): [string, Record<string, unknown>] => {
    const given = /Args: \{([\s\S]*?)\}/.exec(text)?.[1] ?? '';
    const names = [...given.matchAll(/([a-z_]+)(\??): ([A-Za-z[\]]+)/g)];
    const wanted = names.filter(
      ([, argument, optional]) => !(optional && OPTIONAL_THAT_NARROW.has(argument ?? '')),
    );
    return [
      name,
      Object.fromEntries(
        wanted.map(([, argument = '', , type]) => [
          argument,
          argument in ARGUMENTS ? ARGUMENTS[argument] : type === 'Json' ? { id: PLANTED.id } : PLANTED.id,
        ]),
      ),
    ];
  });

/** Somebody who asks the API without the page. */
export type Asker = (path: string, body?: unknown, signal?: AbortSignal) => Promise<Response>;

/** Signs in with a demo account; null asks as a visitor. */
export async function askerFor(address: string, email: string | null): Promise<Asker> {
  const headers: Record<string, string> = {
    apikey: 'sb_publishable_embedded',
    'content-type': 'application/json',
  };
  const ask: Asker = (path, body, signal) =>
    fetch(`${address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  if (email === null) return ask;
  const answer = await ask('/auth/v1/token?grant_type=password', { email, password: DEMO_PASSWORD });
  const { access_token } = (await answer.json()) as { access_token: string };
  headers.authorization = `Bearer ${access_token}`;
  return ask;
}
