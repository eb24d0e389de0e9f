import { useRef, useState } from 'react';

/** One thing at a time that a person asks of the server. */
export type Acting = {
  isRunning: boolean;
  /** Why the last one failed; null when it did not. */
  error: unknown;
  /**
   * Answers whether it was done. Does nothing while one runs: the second press of a double click comes before the
   * screen has changed.
   */
  run: (work: () => Promise<unknown>) => Promise<boolean>;
  forget: () => void;
};

/** Runs acts one at a time and keeps the reason of a failure. */
export function useAct(): Acting {
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  return {
    isRunning,
    error,
    forget: () => setError(null),
    run: async (work) => {
      if (busy.current) return false;
      busy.current = true;
      setRunning(true);
      setError(null);
      try {
        await work();
        return true;
      } catch (failure) {
        setError(failure);
        return false;
      } finally {
        busy.current = false;
        setRunning(false);
      }
    },
  };
}
