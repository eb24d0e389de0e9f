/** The first number of bound values that the embedded database no longer survives (its protocol counts in 15 bits). */
const TOO_MANY_BOUND_VALUES = 32_768;

/** What a database error carries: SQLSTATE, and PostgreSQL's message, detail and hint. */
class DatabaseLimitError extends Error {
  readonly code = '54000';
  readonly detail: string;
  readonly hint: string;
  constructor(count: number) {
    super('Dữ liệu gửi trong một lần quá nhiều nên chưa ghi gì cả.');
    this.name = 'DatabaseLimitError';
    this.detail = `${count} giá trị trong một câu lệnh; nhiều nhất là ${TOO_MANY_BOUND_VALUES - 1}.`;
    this.hint = 'Chia nhỏ dữ liệu, hoặc gửi qua hàm nhận một đối số jsonb.';
  }
}

/** @throws DatabaseLimitError (code 54000) for 32,768 or more bound values, on every database alike. */
export function checkBoundValues(parameters: readonly unknown[] | undefined): void {
  if (parameters && parameters.length >= TOO_MANY_BOUND_VALUES)
    throw new DatabaseLimitError(parameters.length);
}

type QueryingDriver = { query: (sql: string, parameters?: unknown[], options?: never) => Promise<unknown> };

/**
 * Makes `driver.query` refuse 32,768 or more bound values with a DatabaseLimitError (code 54000) before they
 * reach the database, which would otherwise answer "stored", store nothing, and answer nothing ever after.
 */
export function refuseTooManyBoundValues<Driver extends object>(driver: Driver): void {
  const target = driver as Driver & QueryingDriver;
  const query = target.query.bind(target);
  target.query = async (sql, parameters, options) => {
    checkBoundValues(parameters);
    return query(sql, parameters, options);
  };
}
