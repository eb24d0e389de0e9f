import { useRef, useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { signIn } from '../../data/session.ts';

/** One attempt to sign in at a time, from the form or from a demo button. */
export type Attempt = {
  /** The address that is being tried; null while nothing is under way. */
  running: string | null;
  fault: Fault | null;
  /** Answers whether it worked. While another attempt runs, nothing happens. */
  start: (email: string, password: string) => Promise<boolean>;
};

/** Signs in; `onDone` follows a success. */
export function useSignIn(onDone: () => void): Attempt {
  const [running, setRunning] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const busy = useRef(false);
  return {
    running,
    fault,
    start: async (email, password) => {
      if (busy.current) return false;
      busy.current = true;
      setRunning(email);
      setFault(null);
      try {
        await signIn(email, password);
        onDone();
        return true;
      } catch (error) {
        setFault(error instanceof Fault ? error : new Fault('unexpected', String(error)));
        return false;
      } finally {
        busy.current = false;
        setRunning(null);
      }
    },
  };
}
