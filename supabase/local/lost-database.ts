import { isDatabaseError } from './database-errors.ts';
import { noteLostDatabase } from './quiet-library.ts';

/** How far a request had come when the database was lost: a commit that got no answer may have happened. */
export type LostAt = 'before commit' | 'at commit';

// The database is going, starting, or takes nobody in: 08 connection, 53300 too many, 57P01-57P03 and 57P05.
const GONE = /^(08...|53300|57P0[1235])$/;
// node:net and node:dns, and the driver's own words for a connection that ended (it gives them no code).
const GONE_SYSTEM = /^(ECONN|EPIPE|EHOST|ENET|ENOTFOUND|EAI_|ETIMEDOUT|ENOENT)/;
const GONE_WORDS =
  /connection terminated|connection timeout|trying to connect|not queryable|client was closed/i;

/** True for an error that says that the database cannot be spoken to, whatever was asked of it. */
export function isLostDatabase(error: unknown): boolean {
  if (isDatabaseError(error)) return GONE.test(error.code);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return GONE_SYSTEM.test(code) || GONE_WORDS.test(error.message);
}

/** Runs a step of talking to the database; when that is lost, the running request learns of it. */
export async function noticingLoss<Result>(at: LostAt, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    if (isLostDatabase(error)) noteLostDatabase(at);
    throw error;
  }
}

/** The answer while the database is away. It never says "nothing was stored" where nobody can know that. */
export function databaseAway(at: LostAt): Response {
  const stored =
    at === 'before commit'
      ? 'Chưa ghi gì cả. Hãy thử lại sau ít phút.'
      : 'Không rõ lần lưu này đã được ghi hay chưa: hãy mở lại và xem trước khi lưu lần nữa.';
  const message = `Máy chủ đang mất kết nối với cơ sở dữ liệu. ${stored}`;
  return Response.json(
    // `msg` and `error_code` are how the sign-in service's clients read an error.
    { code: 'PT503', message, details: null, hint: null, error_code: 'database_away', msg: message },
    { status: 503, headers: { 'retry-after': '1' } },
  );
}
