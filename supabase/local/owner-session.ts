/** What the server itself does in the database, as its owner, beside the requests of people. */
export type OwnerSession = {
  /** Runs one statement; answers with its rows. */
  query<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Runs any number of statements without parameters. */
  execute(sql: string): Promise<void>;
  /** Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. */
  transaction<Result>(work: (session: OwnerStatements) => Promise<Result>): Promise<Result>;
};

/**
 * Calls `hear` with what the database says on a channel (`pg_notify`), and `missed` when something may have been
 * said that was not heard; answers with how to stop that.
 */
export type Listen = (
  channel: string,
  hear: (payload: string) => void,
  missed?: () => void,
) => Promise<() => Promise<void>>;

/** The statements of one transaction. */
export type OwnerStatements = Pick<OwnerSession, 'query' | 'execute'>;
