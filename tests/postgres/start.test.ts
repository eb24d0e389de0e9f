import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBackend } from '../../supabase/local/backend.ts';
import { asAdministrator, makeDatabase, withDatabase } from '../support/postgres-databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-postgres-'));
const dist = join(root, 'dist');
const adminUrl = process.env.TEST_POSTGRES_URL ?? '';
let database: Awaited<ReturnType<typeof makeDatabase>>;

beforeAll(() => {
  mkdirSync(dist);
  writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Bản đồ</title>');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(async () => {
  database = await makeDatabase();
});
afterEach(() => database.drop());

const open = (url: string) => openBackend({ dataFolder: null, databaseUrl: url, log: () => undefined });
const inDatabase = (...statements: string[]) =>
  asAdministrator(withDatabase(adminUrl, database.name), statements);

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe('npm start with DATABASE_URL', () => {
  const started: TestServer[] = [];
  afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));
  const start = async (name: string, words: string[] = []) => {
    const server = await startServer({
      words,
      dataFolder: join(root, name),
      environment: { DIST_DIR: dist, DATABASE_URL: database.url },
    });
    started.push(server);
    return server;
  };
  const leader = async (server: TestServer) => {
    const client = createClient(server.address, 'sb_publishable_embedded');
    const { error } = await client.auth.signInWithPassword({
      email: 'leader@demo.vn',
      password: 'demo-xa-hanh-phuc',
    });
    return { client, error };
  };

  it('fills the sample commune once, also when two servers start at the same moment', async () => {
    const servers = await Promise.all([start('one'), start('two')]);
    for (const server of servers) {
      const { client, error } = await leader(server);
      expect(error).toBeNull();
      expect((await client.from('communes').select('name')).data).toHaveLength(1);
    }
    await Promise.all(servers.map((server) => server.stop()));

    // A second start takes what is there; its secrets are where they were, and nothing else is.
    const again = await start('one');
    expect(again.output()).not.toContain('xã mẫu');
    expect((await leader(again)).error).toBeNull();
    expect(existsSync(join(root, 'one/secrets.json'))).toBe(true);
    expect(existsSync(join(root, 'one/database'))).toBe(false);
    for (const { output } of [...servers, again]) {
      expect(output()).not.toContain(new URL(database.url).password);
      expect(output()).not.toContain('mat-khau');
    }
  });

  it('--empty prints a one-time code', async () => {
    const server = await start('empty', ['--empty']);
    expect(server.output()).toMatch(/\b[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}\b/);
  });

  it('refuses in a few plain lines, without a password', async () => {
    const url = changed((it) => {
      it.password = 'sai-mat-khau';
    });
    const refused = startServer({
      dataFolder: join(root, 'refused'),
      environment: { DIST_DIR: dist, DATABASE_URL: url },
    });
    const words = String(await refused.catch((error: unknown) => error));
    expect(words).toContain('không nhận mật khẩu của "map_owner"');
    expect(words).not.toContain('sai-mat-khau');
    expect(words).not.toContain('    at ');
  });
});

describe('a database that cannot be used', () => {
  it.each([
    ['nonsense', 'không đúng dạng'],
    ['mysql://a:b@127.0.0.1/c', 'không đúng dạng'],
    ['postgresql://a:b@127.0.0.1', 'không đúng dạng'],
    ['postgresql://a:100%@127.0.0.1/c', 'không đúng dạng'],
    ['postgresql://a:b@127.0.0.1:1/c', 'Không kết nối được với PostgreSQL tại 127.0.0.1:1 (ECONNREFUSED)'],
    [
      'postgresql://a:b@no-such-host.invalid/c',
      'Không kết nối được với PostgreSQL tại no-such-host.invalid:5432',
    ],
  ])('%s', async (url, words) => {
    await expect(open(url)).rejects.toThrow(words);
  });

  it('on a server that does not encrypt, where that is asked for', async () => {
    const url = changed((it) => {
      it.searchParams.set('sslmode', 'verify-full');
    });
    await expect(open(url)).rejects.toThrow('Không mở được đường truyền mã hóa');
  });

  it('that does not exist', async () => {
    const url = changed((it) => {
      it.pathname = '/khong-co';
    });
    await expect(open(url)).rejects.toThrow('không có cơ sở dữ liệu "khong-co"');
  });

  it('that nobody may enter', async () => {
    await inDatabase(`revoke connect on database ${database.name} from public, map_owner`);
    await inDatabase(`alter database ${database.name} owner to administrator`);
    await expect(open(database.url)).rejects.toThrow('không có quyền vào cơ sở dữ liệu');
  });

  it('whose owner is another: nothing is made in it', async () => {
    await inDatabase(`alter database ${database.name} owner to administrator`);
    await expect(open(database.url)).rejects.toThrow(
      `alter database "${database.name}" owner to "map_owner";`,
    );
    await inDatabase(`do $$ begin assert to_regnamespace('auth') is null; end $$`);
  });

  it('without PostGIS, which its owner may not make', async () => {
    await inDatabase('drop extension postgis');
    await expect(open(database.url)).rejects.toThrow(
      `psql --dbname="${database.name}" --file=supabase/local/prepare-postgres.sql`,
    );
  });

  it('with PostGIS in another schema', async () => {
    await inDatabase('drop extension postgis', 'create extension postgis with schema public');
    await expect(open(database.url)).rejects.toThrow('không nằm trong lược đồ extensions');
  });

  it('that does not know Vietnamese letters', async () => {
    const plain = `${database.name}_c`;
    await inDatabase(`create database ${plain} locale 'C' template template0`);
    try {
      await expect(open(withDatabase(adminUrl, plain))).rejects.toThrow('--locale=C.UTF-8');
    } finally {
      await inDatabase(`drop database ${plain} with (force)`);
    }
  });

  it('of a Supabase project', async () => {
    await inDatabase('create schema auth');
    await expect(open(database.url)).rejects.toThrow('VITE_SUPABASE_URL');
  });

  it('of another program', async () => {
    await inDatabase('create schema app');
    await expect(open(database.url)).rejects.toThrow('một chương trình khác');
  });

  it('that a newer version of this program has changed', async () => {
    await (await open(database.url)).close();
    await inDatabase(`insert into supabase_migrations.schema_migrations (version) values ('29990101000000')`);
    await expect(open(database.url)).rejects.toThrow(
      'phiên bản chương trình mới hơn (thiếu bước 29990101000000)',
    );
  });
});

describe('an owner who is a superuser', () => {
  it('needs nothing prepared: roles and extensions are made', async () => {
    await inDatabase('drop schema extensions cascade');
    const backend = await open(withDatabase(adminUrl, database.name));
    expect(await backend.query('select public.installation_state() as state')).toEqual([{ state: 'empty' }]);
    await backend.close();
  });
});
