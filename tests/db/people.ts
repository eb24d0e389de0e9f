import { randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { Backend } from '../../supabase/local/backend.ts';
import { createUser, freshDatabase, signedIn } from '../support/database.ts';

/** Two small communes, B beside A, for the tests of their people. */
export const COMMUNES = { A: randomUUID(), B: randomUUID() };

/** One member of A or B as the tests sign in. */
export type Person = { id: string; userId: string; email: string };

/** Makes the two communes, with the organizations that every commune starts with, and nobody in them. */
export async function twoEmptyCommunes(): Promise<Backend> {
  const backend = await freshDatabase();
  for (const [name, id] of Object.entries(COMMUNES)) {
    const west = name === 'A' ? 106.62 : 106.66;
    await backend.query(
      `insert into app.communes (id, code, name, province, coordinate_system, geom)
       values ($1, $2, $3, 'Hải Phòng', 'EPSG:9210',
         extensions.ST_Multi(extensions.ST_MakeEnvelope(${west}, 20.72, ${west + 0.01}, 20.73, 4326)))`,
      [id, name === 'A' ? '10001' : '10002', `Xã ${name}`],
    );
    await backend.query('select app.add_plan_organizations($1)', [id]);
  }
  return backend;
}

/** Makes a member who has set a password. */
export async function addPerson(
  backend: Backend,
  role: string,
  { commune = 'A', active = true, userId }: { commune?: 'A' | 'B'; active?: boolean; userId?: string } = {},
): Promise<Person> {
  const id = randomUUID();
  const email = `${role}-${id.slice(0, 8)}@xa.vn`;
  const account = userId ?? (await createUser(backend, { email }));
  await backend.query(
    'insert into app.members (id, user_id, commune_id, role, display_name, active) values ($1, $2, $3, $4, $5, $6)',
    [id, account, COMMUNES[commune], role, `Người ${role}`, active],
  );
  return { id, userId: account, email };
}

/** Puts a member of commune A into one of the plan's organizations, by its code. */
export async function joinOrganization(backend: Backend, person: Person, code: string): Promise<void> {
  await backend.query(
    `update app.members set organization_id = (select id from app.organizations where commune_id = $2 and code = $3) where id = $1`,
    [person.id, COMMUNES.A, code],
  );
}

/** A member and the client with which he is signed in. */
export async function signedInPerson(
  backend: Backend,
  role: string,
  options: { commune?: 'A' | 'B' } = {},
): Promise<Person & { client: SupabaseClient }> {
  const person = await addPerson(backend, role, options);
  return { ...person, client: await signedIn(backend, person.email) };
}

/** What a form sends for a new member, with what the test wants otherwise. */
export function newMember(more: Record<string, unknown> = {}): Record<string, unknown> & { id: string } {
  return {
    id: randomUUID(),
    display_name: 'Nguyễn Thị Hoa',
    sign_in: '0912 345 678',
    role: 'front_officer',
    organization_id: null,
    hamlet_id: null,
    ...more,
  };
}
