import { AsyncLocalStorage } from 'node:async_hooks';
import type { LostAt } from './lost-database.ts';

/** What is learned about a request on its way, for the log: never a value that it carried. */
export type RequestNote = { sqlState: string | null; lostDatabase?: LostAt };

const notes = new AsyncLocalStorage<RequestNote>();
const METHODS = ['debug', 'error', 'info', 'log', 'warn'] as const;
let silenced = false;

/**
 * Runs library code without a word on the console: the library prints a failed query with its bound values,
 * passwords included, and there is no option against it. Only calls made inside `work` are silenced.
 */
export function quietly<Result>(note: RequestNote, work: () => Promise<Result>): Promise<Result> {
  if (!silenced) silenceConsole();
  return notes.run(note, work);
}

/** Remembers the SQLSTATE of the request that is running, for its line in the log. */
export function noteSqlState(code: string): void {
  const note = notes.getStore();
  if (note) note.sqlState = code;
}

/** Remembers that the database was lost while the running request was being answered. */
export function noteLostDatabase(at: LostAt): void {
  const note = notes.getStore();
  if (note && note.lostDatabase !== 'at commit') note.lostDatabase = at;
}

function silenceConsole(): void {
  silenced = true;
  for (const method of METHODS) {
    const speak = console[method].bind(console);
    console[method] = (...words: unknown[]) => {
      if (!notes.getStore()) speak(...words);
    };
  }
}
