import type { PGlite } from '@electric-sql/pglite';
import type { OwnerSession, OwnerStatements } from './owner-session.ts';

type Speaker = Pick<PGlite, 'query' | 'exec'>;

/** The owner's session on the embedded database. Whoever uses it waits for his turn himself (see mutex.ts). */
export function embeddedSession(driver: PGlite): OwnerSession {
  return {
    ...statementsOf(driver),
    transaction: (work) => driver.transaction((transaction) => work(statementsOf(transaction))),
  };
}

function statementsOf(speaker: Speaker): OwnerStatements {
  return {
    query: async <Row>(sql: string, parameters?: unknown[]) =>
      (await speaker.query<Row>(sql, parameters)).rows,
    execute: async (sql) => {
      await speaker.exec(sql);
    },
  };
}
