/** Lets tasks in, and knows when the last has left. */
export type Mutex = {
  /**
   * Runs `task`, after every earlier one where they take turns, and answers with its result.
   * A task whose `signal` is aborted while it waits never runs; the promise then rejects with the signal's reason.
   */
  run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result>;
  /** Runs `task` after every earlier one. Where tasks take turns, one that is let in meanwhile waits for it too. */
  lastly(task: () => Promise<void>): Promise<void>;
};

/**
 * The embedded database has a single session, shared by everyone: two requests at once would mix their
 * transactions and read with each other's identity. So whole requests go through one of these, one by one.
 */
export function createMutex(): Mutex {
  let last: Promise<unknown> = Promise.resolve();
  const run = <Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> => {
    const turn = last.then(() => {
      signal?.throwIfAborted();
      return task();
    });
    // The queue goes on after a failure; whoever asked gets the error from `turn`.
    last = turn.catch(() => undefined);
    return turn;
  };
  return { run, lastly: (task) => run(task) };
}

/** Lets everybody in at once: on a PostgreSQL server each request has a connection and a transaction of its own. */
export function createOpenDoor(): Mutex {
  const running = new Set<Promise<unknown>>();
  return {
    async run<Result>(task: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
      signal?.throwIfAborted();
      const turn = task();
      running.add(turn);
      return turn.finally(() => running.delete(turn));
    },
    // A pool that ends lets nobody in by itself.
    lastly: async (task) => {
      while (running.size > 0) await Promise.allSettled(running);
      await task();
    },
  };
}
