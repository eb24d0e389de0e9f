import { expect, it } from 'vitest';
import { DatabaseRefused } from './database-refused.ts';
import { checkDatabase } from './postgres-checks.ts';

const GOOD = {
  server: 150_004,
  release: '15.4',
  encoding: 'UTF8',
  knows_letters: true,
  person: 'ban_do',
  name: 'xa',
  superuser: false,
  may_create: true,
  may_make_roles: false,
  missing_roles: [],
  barred_roles: [],
  service_role_sees_all: true,
  missing_extensions: ['pgcrypto'],
  makeable_extensions: ['pgcrypto'],
  extensions_elsewhere: [],
  postgis: '3.3.2',
  auth_owner: null,
  has_app: false,
  has_history: false,
};

const check = (facts: Partial<Record<keyof typeof GOOD, unknown>>) =>
  checkDatabase({
    query: async <Row>() => [{ ...GOOD, ...facts }] as Row[],
    execute: () => Promise.reject(new Error('a check changes nothing')),
  });

it('lets a database pass that an administrator prepared, new or with our tables in it', async () => {
  await check({});
  await check({ has_app: true, has_history: true });
  await check({ server: 180_000, postgis: '3.10.0' });
  await check({
    superuser: true,
    may_make_roles: true,
    missing_roles: ['anon'],
    barred_roles: ['authenticated'],
  });
});

it.each([
  [{ server: 140_009, release: '14.9' }, 'bản 14.9; cần bản 15 trở lên'],
  [{ encoding: 'SQL_ASCII' }, '--encoding=UTF8'],
  [{ knows_letters: false }, '--locale=C.UTF-8'],
  [{ postgis: null }, 'chưa có PostGIS'],
  [{ postgis: '3.2.4' }, 'bản 3.2.4; cần bản 3.3 trở lên'],
  [{ extensions_elsewhere: ['postgis'] }, 'không nằm trong lược đồ extensions'],
  [{ missing_extensions: ['postgis'], makeable_extensions: [] }, 'tạo phần mở rộng postgis'],
  [{ may_create: false }, 'alter database "xa" owner to "ban_do";'],
  [{ missing_roles: ['service_role'] }, 'tạo các vai trò service_role'],
  [{ barred_roles: ['anon'] }, 'đóng vai anon'],
  [{ service_role_sees_all: false }, '--file=supabase/local/prepare-postgres.sql'],
  [{ auth_owner: 'supabase_auth_admin' }, 'VITE_SUPABASE_URL'],
  [{ has_app: true }, 'một chương trình khác'],
])('refuses %j with what to do', async (facts, words) => {
  const refused = check(facts);
  await expect(refused).rejects.toThrow(DatabaseRefused);
  await expect(refused).rejects.toThrow(words);
  await expect(refused).rejects.toThrow('Chưa thay đổi gì trong cơ sở dữ liệu.');
});
