/** Runs one task at a time, in the order of asking. */
export type Mutex = {
  /**
   * Waits for every earlier task, then runs `task` and answers with its result.
   * A task whose `signal` is aborted while it waits never runs; the promise then rejects with the signal's reason.
   */
  run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
};

/**
 * The embedded database has a single session, shared by everyone: two requests at once would mix their
 * transactions and read with each other's identity. So whole requests go through one of these, one by one.
 */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
      const turn = last.then(() => {
        signal?.throwIfAborted();
        return task();
      });
      // The queue goes on after a failure; whoever asked gets the error from `turn`.
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
