import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Backend } from './backend.ts';
import { hashOfSetupCode, makeSetupCode } from './setup-code.ts';

const SEED = join(import.meta.dirname, '../seed/index.ts');

// Any number that nobody else takes.
const FILLING = 7_304_205_102;

type Database = Pick<Backend, 'query'>;
type TransactingDatabase = Pick<Backend, 'query' | 'transaction'>;
type Seed = {
  seedSampleCommune: (
    database: Database,
    options: { keepPicture?: (communeId: string, photoId: string, jpeg: Uint8Array) => void },
  ) => Promise<void>;
};

/**
 * Prepares an installation that holds nothing yet: the sample commune, or, where an empty one is wanted, a
 * one-time set-up code. Answers with what the person at the terminal must know, null when there is nothing.
 * `say` is told before work that takes a while; pictures of the sample are laid into `dataFolder`.
 */
export async function prepareFirstStart(
  database: TransactingDatabase,
  { wantsEmpty, say, dataFolder }: { wantsEmpty: boolean; say: (words: string) => void; dataFolder: string },
): Promise<string | null> {
  const state = await installationState(database);
  if (state === 'ready') {
    return wantsEmpty
      ? 'Dữ liệu ở đây đã có một xã nên --empty không có tác dụng. Muốn bắt đầu trống, hãy đặt DATA_DIR là một thư mục khác (nếu dùng DATABASE_URL: một cơ sở dữ liệu khác).'
      : null;
  }
  if (state === 'awaiting_commune')
    return 'Xã chưa được thiết lập xong. Hãy đăng nhập để tiếp tục "Thiết lập xã".';
  // Once begun empty it stays so: the sample must not land in a real commune's installation.
  if (wantsEmpty || (await beganEmpty(database))) return setupWords(await newSetupCode(database));
  if (!existsSync(SEED)) return null;
  say('Lần khởi động đầu tiên: đang tạo xã mẫu…');
  const { seedSampleCommune } = (await import(pathToFileURL(SEED).href)) as Seed;
  // All or nothing: a start that is cut short must not leave half a commune that looks like a whole one.
  await database.transaction(async (transaction) => {
    // Two servers may start on one new database: the second waits here and then finds the commune made.
    await transaction.query('select pg_advisory_xact_lock($1)', [FILLING]);
    if ((await installationState(transaction)) === 'empty')
      await seedSampleCommune(transaction, { keepPicture: pictureKeeper(dataFolder) });
  });
  return null;
}

/** Lays pictures into a data folder as the photo store finds them. */
export function pictureKeeper(dataFolder: string) {
  return (communeId: string, photoId: string, jpeg: Uint8Array): void => {
    const folder = join(dataFolder, 'photos', communeId);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, `${photoId}.jpg`), jpeg, { mode: 0o600 });
  };
}

/** True when the first start would fill the sample commune into this installation. */
export async function willMakeSample(database: Database, wantsEmpty: boolean): Promise<boolean> {
  if (wantsEmpty || (await installationState(database)) !== 'empty') return false;
  return !(await beganEmpty(database));
}

/**
 * True while demo accounts, whose password everybody knows, can sign in. They come with the sample commune;
 * asking for it too finds them under whatever address somebody gave them.
 */
export async function hasDemoAccounts(database: Database): Promise<boolean> {
  const rows = await database.query(
    `select from app.communes where is_sample
     union all select from auth.users where email like '%@demo.vn' limit 1`,
  );
  return rows.length > 0;
}

async function installationState(database: Database): Promise<string | undefined> {
  const [row] = await database.query<{ state: string }>('select public.installation_state() as state');
  return row?.state;
}

async function beganEmpty(database: Database): Promise<boolean> {
  const rows = await database.query('select from app.installation where set_up_code_made_at is not null');
  return rows.length > 0;
}

async function newSetupCode(database: Database): Promise<string> {
  const code = makeSetupCode();
  await database.query('select app.store_setup_code($1)', [hashOfSetupCode(code)]);
  return code;
}

function setupWords(code: string): string {
  return [
    'Máy chủ chưa có xã nào. Để tạo tài khoản quản trị đầu tiên, mở địa chỉ bên dưới và nhập mã thiết lập:',
    '',
    `    ${code}`,
    '',
    'Mã chỉ hiện ở đây, dùng được một lần trong 24 giờ; khởi động lại để có mã mới.',
  ].join('\n');
}
