import { DatabaseRefused } from './database-refused.ts';

const PASSWORD_HINT = 'Hãy xem lại tên và mật khẩu trong DATABASE_URL.';

/** Checks the form of DATABASE_URL without ever repeating it: it holds a password. */
export function checkDatabaseUrl(url: string): void {
  if (isDatabaseUrl(url)) return;
  throw new DatabaseRefused(
    'DATABASE_URL không đúng dạng.',
    'Hãy viết: postgresql://ten:mat-khau@may-chu:5432/co-so-du-lieu (ký tự đặc biệt trong mật khẩu viết dạng %XX).',
  );
}

function isDatabaseUrl(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, username, password } = new URL(url);
  try {
    for (const part of [pathname, username, password]) decodeURIComponent(part);
  } catch {
    // A % that begins nothing: most likely in a password that was not written as %XX.
    return false;
  }
  return ['postgres:', 'postgresql:'].includes(protocol) && pathname.length > 1;
}

/**
 * Why no connection came about, in plain words. The server's own words stay out but for the kind of the error:
 * they are English, and nobody vouches for what they repeat.
 */
export function refusalOfConnection(error: unknown, url: string): DatabaseRefused {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname || 'localhost'}:${port || '5432'}`;
  const name = decodeURIComponent(pathname.slice(1));
  const code = kindOf(error);
  const [what, toDo] = wordsFor(code, { place, name, user: decodeURIComponent(username) });
  return new DatabaseRefused(what, toDo);
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'không rõ';
  if ('code' in error && error.code) return String(error.code);
  // The driver's own words for a server that does not encrypt; it gives them no code.
  return /SSL/.test(error.message) ? 'SSL' : 'không rõ';
}

type Asked = { place: string; name: string; user: string };

function wordsFor(code: string, { place, name, user }: Asked): [what: string, toDo: string] {
  if (/CERT|SSL|TLS|SIGNATURE/.test(code)) {
    const toDo =
      'Hãy xem sslmode và sslrootcert trong DATABASE_URL, và chứng chỉ của máy chủ PostgreSQL (còn hạn, đúng tên máy).';
    return [`Không mở được đường truyền mã hóa tới PostgreSQL tại ${place} (${code}).`, toDo];
  }
  if (code === '28P01') return [`PostgreSQL tại ${place} không nhận mật khẩu của "${user}".`, PASSWORD_HINT];
  if (code.startsWith('28')) {
    const toDo = `${PASSWORD_HINT} Nếu đúng, người quản trị PostgreSQL cần cho phép trong pg_hba.conf.`;
    return [`PostgreSQL tại ${place} không cho "${user}" vào cơ sở dữ liệu "${name}" (${code}).`, toDo];
  }
  if (code === '3D000') {
    const toDo = `Người quản trị PostgreSQL tạo bằng lệnh: createdb --owner="${user}" --encoding=UTF8 --locale=C.UTF-8 --template=template0 "${name}"`;
    return [`PostgreSQL tại ${place} không có cơ sở dữ liệu "${name}".`, toDo];
  }
  if (code === '42501') {
    const toDo = `Người quản trị PostgreSQL chạy lệnh: grant connect on database "${name}" to "${user}";`;
    return [`"${user}" không có quyền vào cơ sở dữ liệu "${name}".`, toDo];
  }
  const toDo =
    'Hãy xem máy chủ PostgreSQL có đang chạy không, và tên máy, cổng trong DATABASE_URL có đúng không.';
  return [`Không kết nối được với PostgreSQL tại ${place} (${code}).`, toDo];
}
