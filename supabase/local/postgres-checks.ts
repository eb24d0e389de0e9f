import { DatabaseRefused } from './database-refused.ts';
import type { OwnerStatements } from './owner-session.ts';

const OLDEST_SERVER = 150_000;
const OLDEST_POSTGIS = '3.3';

type Facts = {
  server: number;
  release: string;
  encoding: string;
  knows_letters: boolean;
  person: string;
  name: string;
  superuser: boolean;
  may_create: boolean;
  may_make_roles: boolean;
  missing_roles: string[];
  barred_roles: string[];
  service_role_sees_all: boolean;
  missing_extensions: string[];
  makeable_extensions: string[];
  extensions_elsewhere: string[];
  postgis: string | null;
  auth_owner: string | null;
  has_app: boolean;
  has_history: boolean;
};

// Trusted extensions may be made by whoever may create in the database; PostGIS is none, a superuser makes it.
// A role that passes row-level security by is made by a superuser alone before PostgreSQL 16.
const FACTS_SQL = `
with needed(extension) as (values ('postgis'), ('pgcrypto')),
  roles(role) as (values ('anon'), ('authenticated'), ('service_role')),
  me as (select rolsuper, rolcreaterole, rolbypassrls from pg_catalog.pg_roles where rolname = current_user)
select
  current_setting('server_version_num')::int as server,
  current_setting('server_version') as release,
  current_setting('server_encoding') as encoding,
  lower('Đ') = 'đ' and 'ổ' ~ '^[[:alpha:]]$' as knows_letters,
  current_user::text as person,
  current_database()::text as name,
  me.rolsuper as superuser,
  has_database_privilege(current_database(), 'create')
    and has_schema_privilege('public', 'create') as may_create,
  me.rolsuper or (current_setting('server_version_num')::int >= 160000 and me.rolcreaterole and me.rolbypassrls)
    as may_make_roles,
  array(select role from roles where not exists (select from pg_catalog.pg_roles where rolname = role)) as missing_roles,
  array(select role from roles r join pg_catalog.pg_roles p on p.rolname = r.role
    where not pg_has_role(p.oid, 'member')) as barred_roles,
  coalesce((select rolbypassrls from pg_catalog.pg_roles where rolname = 'service_role'), true) as service_role_sees_all,
  array(select extension from needed
    where not exists (select from pg_catalog.pg_extension where extname = extension)) as missing_extensions,
  array(select extension from needed n join pg_catalog.pg_available_extensions a on a.name = n.extension
      join pg_catalog.pg_available_extension_versions v on v.name = a.name and v.version = a.default_version
    where me.rolsuper or v.trusted) as makeable_extensions,
  array(select e.extname::text from pg_catalog.pg_extension e join needed n on n.extension = e.extname
      join pg_catalog.pg_namespace s on s.oid = e.extnamespace
    where s.nspname <> 'extensions') as extensions_elsewhere,
  coalesce((select extversion from pg_catalog.pg_extension where extname = 'postgis'),
    (select default_version from pg_catalog.pg_available_extensions where name = 'postgis')) as postgis,
  (select pg_get_userbyid(nspowner)::text from pg_catalog.pg_namespace where nspname = 'auth'
    and not pg_has_role(nspowner, 'member')) as auth_owner,
  to_regnamespace('app') is not null as has_app,
  to_regclass('supabase_migrations.schema_migrations') is not null as has_history
from me`;

/**
 * Looks at the database before anything in it is changed.
 * @throws DatabaseRefused, in plain words with what to do, when it cannot carry this application.
 */
export async function checkDatabase(session: OwnerStatements): Promise<void> {
  const [facts] = await session.query<Facts>(FACTS_SQL);
  if (!facts) throw new Error('the database tells nothing about itself');
  for (const check of [checkServer, checkStranger, checkPostgis, checkRights, checkRoles]) check(facts);
}

function checkServer({ server, release, encoding, knows_letters: knowsLetters, name, person }: Facts): void {
  if (server < OLDEST_SERVER) {
    throw new DatabaseRefused(
      `PostgreSQL ở máy chủ này là bản ${release}; cần bản 15 trở lên.`,
      'Hãy nâng cấp PostgreSQL rồi khởi động lại.',
    );
  }
  if (encoding === 'UTF8' && knowsLetters) return;
  const reason =
    encoding === 'UTF8'
      ? 'không biết chữ hoa, chữ thường của chữ Việt (locale là C)'
      : `lưu chữ theo bảng mã ${encoding}; chữ Việt cần UTF8`;
  throw new DatabaseRefused(
    `Cơ sở dữ liệu "${name}" ${reason}.`,
    `Người quản trị tạo cơ sở dữ liệu mới: createdb --owner="${person}" --encoding=UTF8 --locale=C.UTF-8 --template=template0 "${name}_utf8"`,
  );
}

function checkStranger({ auth_owner: owner, has_app: hasApp, has_history: hasHistory, name }: Facts): void {
  if (owner !== null) {
    throw new DatabaseRefused(
      `Lược đồ auth trong "${name}" thuộc về "${owner}": có vẻ đây là một dự án Supabase.`,
      'Với dự án Supabase, hãy dùng VITE_SUPABASE_URL (xem docs/hosting.md), không dùng DATABASE_URL.',
    );
  }
  if (!hasApp || hasHistory) return;
  throw new DatabaseRefused(
    `Cơ sở dữ liệu "${name}" đang được một chương trình khác dùng (đã có lược đồ app).`,
    'Hãy dùng một cơ sở dữ liệu riêng cho chương trình này.',
  );
}

function checkPostgis(facts: Facts): void {
  const { postgis, missing_extensions: missing, makeable_extensions: makeable } = facts;
  if (postgis === null) {
    throw new DatabaseRefused(
      'Máy chủ PostgreSQL này chưa có PostGIS.',
      'Người quản trị cài gói PostGIS 3.3 trở lên (trên Debian: apt-get install postgresql-15-postgis-3) rồi khởi động lại.',
    );
  }
  if (isOlder(postgis, OLDEST_POSTGIS)) {
    throw new DatabaseRefused(
      `PostGIS ở máy chủ này là bản ${postgis}; cần bản ${OLDEST_POSTGIS} trở lên.`,
      'Hãy nâng cấp PostGIS (rồi chạy: alter extension postgis update;) và khởi động lại.',
    );
  }
  const [elsewhere] = facts.extensions_elsewhere;
  if (elsewhere) {
    throw new DatabaseRefused(
      `Phần mở rộng ${elsewhere} của "${facts.name}" không nằm trong lược đồ extensions.`,
      'Hãy dùng một cơ sở dữ liệu mới, để chương trình tự đặt các phần mở rộng vào đúng chỗ.',
    );
  }
  const beyond = missing.filter((extension) => !makeable.includes(extension));
  if (beyond.length === 0) return;
  throw new DatabaseRefused(
    `"${facts.person}" không được phép tạo phần mở rộng ${beyond.join(', ')} trong "${facts.name}".`,
    preparing(facts),
  );
}

function checkRights({ may_create: mayCreate, person, name }: Facts): void {
  if (mayCreate) return;
  throw new DatabaseRefused(
    `"${person}" không được tạo bảng trong cơ sở dữ liệu "${name}".`,
    `Người quản trị PostgreSQL chạy một lần: alter database "${name}" owner to "${person}";`,
  );
}

function checkRoles(facts: Facts): void {
  const { missing_roles: missing, barred_roles: barred, person } = facts;
  if (missing.length > 0 && !facts.may_make_roles) {
    throw new DatabaseRefused(
      `"${person}" không được tạo các vai trò ${missing.join(', ')}.`,
      preparing(facts),
    );
  }
  if (barred.length > 0 && !facts.superuser && !facts.may_make_roles) {
    throw new DatabaseRefused(`"${person}" không được đóng vai ${barred.join(', ')}.`, preparing(facts));
  }
  if (facts.service_role_sees_all) return;
  throw new DatabaseRefused('Vai trò service_role ở máy chủ này thiếu quyền bypassrls.', preparing(facts));
}

// One file holds all that takes a superuser; what is there already stays as it is.
function preparing({ name }: Facts): string {
  return `Người quản trị PostgreSQL chạy một lần: psql --dbname="${name}" --file=supabase/local/prepare-postgres.sql`;
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = than.split('.').map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
