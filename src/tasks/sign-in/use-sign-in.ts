import { useRef, useState } from 'react';
import { Fault } from '../../data/fault.ts';
import { signIn } from '../../data/session.ts';
import { isPhone } from '../../ui/is-phone.ts';

/** One attempt to sign in at a time, from the form or from a demo button. */
export type Attempt = {
  /** The address that is being tried; null while nothing is under way. */
  running: string | null;
  fault: Fault | null;
  /** Whether this device keeps the session when it is closed: at first only a phone, which has one owner. */
  stay: boolean;
  setStay: (stay: boolean) => void;
  /** Answers whether it worked. While another attempt runs, nothing happens. */
  start: (email: string, password: string) => Promise<boolean>;
};

/** Signs in; `onEntered` follows a success, with the user's id. */
export function useSignIn(onEntered: (userId: string) => void): Attempt {
  const [running, setRunning] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [stay, setStay] = useState(isPhone);
  const busy = useRef(false);
  return {
    running,
    fault,
    stay,
    setStay,
    start: async (email, password) => {
      if (busy.current) return false;
      busy.current = true;
      setRunning(email);
      setFault(null);
      try {
        onEntered(await signIn(email, password, stay));
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
