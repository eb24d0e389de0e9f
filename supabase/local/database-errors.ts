type DatabaseError = { code: string; message: string; detail?: string; hint?: string };

/** True for an error that carries an SQLSTATE (five letters or digits). */
export function isDatabaseError(error: unknown): error is DatabaseError {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  return typeof error.code === 'string' && /^[0-9A-Z]{5}$/.test(error.code);
}

// What the library already answers as PostgREST does: PTxyz, RAISE PGRST, missing tables and rights, bad input.
const ANSWERED_WELL = /^(PT|PGRST|42|22|21|23502)/;

// What a PostgreSQL server says of itself in English, for whoever sees it on a screen.
const IN_PLAIN_WORDS: Record<string, string> = {
  '53100': 'Ổ đĩa của máy chủ cơ sở dữ liệu đã đầy; chưa ghi gì cả. Hãy báo người quản trị máy chủ.',
  '57014': 'Việc này chạy quá lâu nên máy chủ đã dừng lại; chưa ghi gì cả. Hãy chia nhỏ rồi thử lại.',
};

const STATUS_BY_PREFIX: [prefix: string, status: number][] = [
  ['08', 503],
  ['09', 500],
  ['0L', 403],
  ['0P', 403],
  ['23503', 409],
  ['23505', 409],
  ['25006', 405],
  ['25', 500],
  ['28', 403],
  ['2D', 500],
  ['38', 500],
  ['39', 500],
  ['3B', 500],
  ['40', 500],
  ['53400', 500],
  ['53', 503],
  // Ours alone (see bound-values.ts): the sender can do something about it, so it is not a 500 here.
  ['54000', 400],
  ['54', 500],
  ['55', 500],
  ['57P01', 503],
  ['57', 500],
  ['58', 500],
  ['F0', 500],
  ['HV', 500],
  ['P0001', 400],
  ['P0', 500],
  ['XX', 500],
];

/** The HTTP status that PostgREST gives an SQLSTATE (401 or 403 for 42501 is the caller's to decide). */
export function statusOfSqlState(code: string): number {
  return STATUS_BY_PREFIX.find(([prefix]) => code.startsWith(prefix))?.[1] ?? 400;
}

/**
 * Turns a database error into one that the library answers in PostgREST's shape: right status, with `code`,
 * `message`, `details` and `hint`. It borrows the form of `RAISE SQLSTATE 'PGRST'`, the one form that the
 * library passes on whole; left alone, P0001, check violations and others come back as 500 without details.
 * Anything that is not a database error is handed back untouched.
 */
export function withPostgrestShape(error: unknown): unknown {
  if (!isDatabaseError(error) || ANSWERED_WELL.test(error.code)) return error;
  const body = {
    code: error.code,
    message: IN_PLAIN_WORDS[error.code] ?? error.message,
    details: error.detail ?? null,
    hint: error.hint ?? null,
  };
  const answer = { status: statusOfSqlState(error.code), headers: {} };
  return Object.assign(new Error(JSON.stringify(body)), { code: 'PGRST', detail: JSON.stringify(answer) });
}
