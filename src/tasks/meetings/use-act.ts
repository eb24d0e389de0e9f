import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';

/** Of which tables meetings are made; all are asked for again after an act. */
const ABOUT = new Set(['meetings', 'meeting-scenes', 'conclusions']);

/** One act at a time, with what went wrong in the last; whatever came of it, the lists are asked for again. */
export function useAct() {
  const queries = useQueryClient();
  const [isRunning, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const busy = useRef(false);
  const run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setRunning(true);
    setError(null);
    let isDone = true;
    try {
      await work();
    } catch (failure) {
      setError(failure);
      isDone = false;
    }
    await queries.invalidateQueries({ predicate: ({ queryKey }) => ABOUT.has(String(queryKey[1])) });
    busy.current = false;
    setRunning(false);
    return isDone;
  };
  return { isRunning, error, run, forget: () => setError(null) };
}
