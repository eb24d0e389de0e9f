import type { PGlite } from '@electric-sql/pglite';

type Inside = { Module: { ___stack_pointer?: { value: number } } };

/**
 * Gives the embedded database its stack back after every message, the refused ones too. PGlite 0.4.5 leaves a
 * refused statement by an exception through WebAssembly, which does not: about a kilobyte stayed behind each time,
 * and after some ten thousand refusals the stack grew into the database's own data. From then on answers came back
 * empty, or the process ended. Anybody who can knock can be refused.
 *
 * Throws where the database does not show its stack, as another version of it might: better no start than that.
 */
export function giveStackBack(driver: PGlite): void {
  const stack = stackOf(driver);
  const run = driver.execProtocolRawSync.bind(driver);
  driver.execProtocolRawSync = (message) => {
    const before = stack.value;
    try {
      return run(message);
    } finally {
      stack.value = before;
    }
  };
}

/** Where the stack of an embedded database stands, in bytes of its memory; it grows downwards. */
export function stackOf(driver: PGlite): { value: number } {
  const { ___stack_pointer: stack } = (driver as unknown as Inside).Module;
  if (typeof stack?.value !== 'number') throw new Error('The embedded database does not show its stack.');
  return stack;
}
