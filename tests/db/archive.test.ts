import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { armor, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createArchiveDoor } from '../../supabase/local/archive/archive-door.ts';
import { archiveTo } from '../../supabase/local/archive/archive-file.ts';
import { checkArchive, eachFile } from '../../supabase/local/archive/check-archive.ts';
import { type Restored, restoreArchive } from '../../supabase/local/archive/restore-archive.ts';
import { readLines } from '../../supabase/local/archive/rows.ts';
import { archivedTables, SEALED } from '../../supabase/local/archive/tables.ts';
import { type Backend, openBackend } from '../../supabase/local/backend.ts';
import { pictureKeeper } from '../../supabase/local/first-start.ts';
import { demoPassword } from '../../supabase/seed/accounts.ts';
import { seedSampleCommune } from '../../supabase/seed/index.ts';
import { signedIn, visitor } from '../support/database.ts';
import { openMemoryBackend } from '../support/memory-backend.ts';
import { LAST_DAY } from '../support/sample-folder.ts';

const PASSPHRASE = 'bảy con cò trắng bay qua đồng';
const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-archive-'));
const home = join(root, 'home');
const archive = join(root, 'sealed.tar');
let source: Backend;
/** An installation that nothing is ever restored into. */
let empty: Backend;

beforeAll(async () => {
  source = await openMemoryBackend({ dataFolder: home });
  await seedSampleCommune(source, { lastDay: LAST_DAY, keepPicture: pictureKeeper(home) });
  // One look at the incidents is one line in their log.
  const police = await signedIn(source, 'police@demo.vn', demoPassword);
  await police.rpc('read_incidents', { from_date: '2026-01-01', to_date: LAST_DAY });
  await archiveTo(source, home, join(root, 'open.tar'));
  const { error } = await police.rpc('set_incident_seal', await newSeal());
  expect(error).toBeNull();
  await archiveTo(source, home, archive);
  empty = await openMemoryBackend({ dataFolder: join(root, 'empty') });
});
afterAll(async () => {
  await source.close();
  await empty.close();
  rmSync(root, { recursive: true });
});

async function newSeal() {
  const identity = await generateX25519Identity();
  const encrypter = new Encrypter();
  encrypter.setPassphrase(PASSPHRASE.normalize('NFC'));
  // Fast, for a test; the page leaves the package's own.
  encrypter.setScryptWorkFactor(10);
  return {
    recipient: await identityToRecipient(identity),
    sealed_identity: armor.encode(await encrypter.encrypt(identity)),
  };
}

/** Every row of every table that archives hold, by table. */
function rowsOf(backend: Backend): Promise<Record<string, string>> {
  return backend.transaction(async (transaction) => {
    const tables = await archivedTables(transaction);
    const rows: Record<string, string> = {};
    for (const table of tables) rows[table.name] = (await readLines(transaction, table, 'true')).text;
    return rows;
  });
}

function hashesOf(folder: string): Record<string, string> {
  const files = readdirSync(join(folder, 'photos'), { recursive: true, encoding: 'utf8' });
  const pictures = files.filter((file) => file.endsWith('.jpg')).toSorted();
  const hash = (file: string) => createHash('sha256').update(readFileSync(join(folder, 'photos', file)));
  return Object.fromEntries(pictures.map((file) => [file, hash(file).digest('hex')]));
}

async function filesOf(path: string): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  await eachFile(path, (name, bytes) => void files.set(name, bytes));
  return files;
}

async function intoNew(
  path: string,
  passphrase: string | null,
  work: (backend: Backend, restored: Restored, folder: string) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(root, 'new-'));
  const backend = await openMemoryBackend({ dataFolder: folder });
  try {
    await work(backend, await restoreArchive(backend, folder, path, passphrase), folder);
  } finally {
    await backend.close();
  }
}

describe('an archive restored into an empty installation', () => {
  it('gives every row and picture back, and people in by one-time codes', async () => {
    const before = await rowsOf(source);
    // An archive without rows would be equal to anything empty.
    for (const table of [
      'hamlets',
      'changes',
      'incidents',
      'incident_reads',
      'photos',
      'members',
      'incident_grid',
    ])
      expect(before[table]?.length, table).toBeGreaterThan(100);
    expect(Object.keys(hashesOf(home)).length).toBe(4);

    await intoNew(archive, PASSPHRASE, async (backend, restored, folder) => {
      expect(await rowsOf(backend)).toEqual(before);
      expect(hashesOf(folder)).toEqual(hashesOf(home));
      expect(restored).toMatchObject({ hasIncidents: true, missingPhotos: 0 });

      const code = restored.codes.find(({ role }) => role === 'administrator')?.code;
      const password = 'mot-mat-khau-moi';
      await expect(signedIn(backend, 'admin@demo.vn', demoPassword)).rejects.toThrow();
      const { error } = await visitor(backend).rpc('redeem_code', { code, password });
      expect(error).toBeNull();
      const administrator = await signedIn(backend, 'admin@demo.vn', password);
      const { data } = await administrator.rpc('hamlets_at', { as_of: LAST_DAY });
      expect(data).toHaveLength(15);
      // The database counts on from where it was, and its triggers run again.
      const changed = await administrator
        .from('changes')
        .select('id')
        .order('id', { ascending: false })
        .limit(1);
      const { error: refused } = await administrator.rpc('save_organization', {
        organization: { id: '01900000-0000-7000-8000-00000000abcd', name: 'Hợp tác xã' },
      });
      expect(refused).toBeNull();
      const next = await administrator
        .from('changes')
        .select('id')
        .order('id', { ascending: false })
        .limit(1);
      expect(next.data?.[0]?.id).toBeGreaterThan(changed.data?.[0]?.id);
    });
  });

  it('leaves the security tables out where nobody has the passphrase, and all else comes', async () => {
    const before = await rowsOf(source);
    await intoNew(archive, null, async (backend, restored) => {
      const after = await rowsOf(backend);
      expect(restored.hasIncidents).toBe(false);
      const whole = Object.keys(SEALED).filter((table) => SEALED[table] === 'true');
      expect(whole.map((table) => after[table])).toEqual(whole.map(() => ''));
      const apart = Object.fromEntries([...whole, 'changes'].map((table) => [table, '']));
      expect({ ...after, ...apart }).toEqual({ ...before, ...apart });
      expect(after.changes).not.toContain('"incidents"');
    });
  });

  it('moves house: from this backend to the embedded one and back', async () => {
    const before = await rowsOf(source);
    const folder = mkdtempSync(join(root, 'embedded-'));
    const embedded = await openBackend({ dataFolder: folder, log: () => undefined });
    const back = join(root, 'back.tar');
    try {
      await restoreArchive(embedded, folder, archive, PASSPHRASE);
      expect(await rowsOf(embedded)).toEqual(before);
      await archiveTo(embedded, folder, back);
    } finally {
      await embedded.close();
    }
    await intoNew(back, PASSPHRASE, async (backend, _restored, home) => {
      // The way back is one more line in the log of backups.
      const lines = (await rowsOf(backend)).backups?.split('\n').slice(0, -2).join('\n');
      expect({ ...(await rowsOf(backend)), backups: `${lines}\n` }).toEqual(before);
      expect(hashesOf(home)).toEqual(hashesOf(folder));
    });
    // Two databases begin and two archives are read whole: slow beside other work.
  }, 90_000);

  it('is never one that holds something already', async () => {
    await expect(restoreArchive(source, home, archive, PASSPHRASE)).rejects.toThrow(/đã có dữ liệu/);
    expect(Object.keys(hashesOf(home)).length).toBe(4);
  });
});

describe('what only police read', () => {
  it('stands in no file that opens without the passphrase, and without a seal in none at all', async () => {
    const [incident] = await source.query<{ id: string }>('select id from app.incidents limit 1');
    for (const path of [archive, join(root, 'open.tar')]) {
      for (const [name, bytes] of await filesOf(path)) {
        const text = name.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes);
        expect(text.includes(incident?.id ?? '?'), `${name} of ${path}`).toBe(false);
      }
    }
    const names = [...(await filesOf(join(root, 'open.tar'))).keys()];
    expect(names.filter((name) => /sealed|incidents|incident_reads/.test(name))).toEqual([]);
    expect((await checkArchive(join(root, 'open.tar'))).communes).toMatchObject([{ isSealed: false }]);
  });

  it('is all that an administrator could not read himself', async () => {
    const administrator = await source.query<{ id: string }>(
      "select user_id as id from app.members where role = 'administrator'",
    );
    const tables = await source.transaction(archivedTables);
    // The grid is drawn from the commune's boundary alone and says nothing of incidents.
    const open = tables.filter(({ name }) => SEALED[name] !== 'true' && name !== 'incident_grid');
    for (const { name } of open) {
      const condition = SEALED[name] ? `not (${SEALED[name]})` : 'true';
      const count = `select count(*)::integer as rows from app.${name} where ${condition}`;
      const [all] = await source.query<{ rows: number }>(count);
      const seen = await source.transaction(async (transaction) => {
        await transaction.query(
          "select set_config('request.jwt.claims', $1, true), set_config('request.jwt.claim.sub', $2, true)",
          [JSON.stringify({ sub: administrator[0]?.id, role: 'authenticated' }), administrator[0]?.id],
        );
        await transaction.execute('set local role authenticated');
        return transaction.query<{ rows: number }>(count);
      });
      expect(seen, name).toEqual([all]);
    }
  });

  it('opens by the passphrase alone: a wrong one is said plainly, and nothing is restored', async () => {
    const folder = join(root, 'empty');
    await expect(restoreArchive(empty, folder, archive, `${PASSPHRASE}.`)).rejects.toThrow(
      /Mật khẩu niêm phong của Công an không đúng/,
    );
    expect(await empty.query('select from app.communes')).toEqual([]);
    expect(existsSync(join(folder, 'photos')) ? Object.keys(hashesOf(folder)) : []).toEqual([]);
  });
});

it('no secret is in an archive: no password, no code, no key', async () => {
  const [password] = await source.query<{ hash: string }>(
    'select encrypted_password as hash from auth.users',
  );
  const secrets = [password?.hash ?? '?', source.keys.jwtSecret, demoPassword];
  for (const [name, bytes] of await filesOf(archive)) {
    const text = name.endsWith('.gz') ? gunzipSync(bytes) : Buffer.from(bytes);
    for (const secret of secrets) expect(text.includes(secret), name).toBe(false);
  }
  expect([...(await filesOf(archive)).keys()].filter((name) => /one_time_codes|sessions/.test(name))).toEqual(
    [],
  );
});

describe('a damaged archive is refused whole', () => {
  const changed = join(root, 'changed.tar');

  it('one bit in any of its files, which is named', async () => {
    const whole = readFileSync(archive);
    let start = 0;
    for (const [name, bytes] of await filesOf(archive)) {
      // Two pictures may be the same; files stand in their order.
      start = whole.indexOf(bytes, start + 1);
      const flipped = Buffer.from(whole);
      const at = start + Math.floor(bytes.byteLength / 2);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      writeFileSync(changed, flipped);
      await expect(checkArchive(changed), name).rejects.toThrow(
        name.startsWith('manifest') ? /manifest\.\w+ .*đã bị thay đổi/ : `${name} đã bị thay đổi`,
      );
    }
  });

  it('cut off anywhere, or with something put in', async () => {
    const whole = readFileSync(archive);
    for (let part = 0; part < 12; part++) {
      writeFileSync(changed, whole.subarray(0, Math.floor((whole.byteLength * part) / 12)));
      await expect(checkArchive(changed), `${part}/12`).rejects.toThrow(/bị hỏng nên chưa khôi phục gì cả/);
    }
    writeFileSync(changed, Buffer.concat([whole.subarray(0, 512 * 3), whole]));
    await expect(checkArchive(changed)).rejects.toThrow(/bị hỏng/);
    writeFileSync(changed, 'không phải bản sao lưu');
    await expect(restoreArchive(empty, join(root, 'empty'), changed, null)).rejects.toThrow(/bị hỏng/);
    expect(await empty.query('select from app.communes')).toEqual([]);
  });
});

it('making an archive is logged, and refused where a file is already or in the data folder', async () => {
  const logged = await source.query('select made_by, holds_incidents from app.backups order by id');
  expect(logged).toEqual([
    { made_by: null, holds_incidents: false },
    { made_by: null, holds_incidents: true },
  ]);
  await expect(archiveTo(source, home, archive)).rejects.toThrow(/đã có/);
  await expect(archiveTo(source, home, join(home, 'a.tar'))).rejects.toThrow(/không được nằm trong/);
});

describe('over HTTP', () => {
  async function ask(email: string | null, method = 'POST'): Promise<Response> {
    const [commune] = await source.query<{ id: string }>('select id from app.communes');
    const client = email === null ? null : await signedIn(source, email, demoPassword);
    const token = (await client?.auth.getSession())?.data.session?.access_token;
    const door = createArchiveDoor(source, home, ['127.0.0.1']);
    return door(
      new Request(`http://127.0.0.1/backup/${commune?.id}`, {
        method,
        headers: { apikey: source.keys.publishable, ...(token ? { authorization: `Bearer ${token}` } : {}) },
      }),
    );
  }
  const logged = async () => {
    const [row] = await source.query<{ count: number }>('select count(*)::integer as count from app.backups');
    return row?.count ?? 0;
  };

  it('nobody but an administrator is handed an archive', async () => {
    const before = await logged();
    for (const email of [
      null,
      'police@demo.vn',
      'leader@demo.vn',
      'officer@demo.vn',
      'hamlet@demo.vn',
      'women@demo.vn',
    ]) {
      const answer = await ask(email);
      expect(answer.status, String(email)).toBe(email === null ? 401 : 403);
      expect(answer.headers.get('content-type')).toContain('json');
    }
    expect((await ask('admin@demo.vn', 'GET')).status).toBe(405);
    expect(await logged()).toBe(before);
  });

  it('an administrator is, whole and sealed, and that is written down', async () => {
    const before = await logged();
    const answer = await ask('admin@demo.vn');
    expect(answer.status).toBe(200);
    const path = join(root, 'http.tar');
    writeFileSync(path, new Uint8Array(await answer.arrayBuffer()));
    expect((await checkArchive(path)).communes).toMatchObject([{ isSealed: true }]);
    expect(await logged()).toBe(before + 1);
    const [last] = await source.query<{ email: string }>(
      'select u.email from app.backups b join auth.users u on u.id = b.made_by order by b.id desc limit 1',
    );
    expect(last).toEqual({ email: 'admin@demo.vn' });
  });
});
