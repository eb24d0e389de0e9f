import { useRef, useState } from 'react';

type State<Answer> =
  | { status: 'idle' }
  | { status: 'running' }
  | { status: 'done'; answer: Answer }
  | { status: 'failed'; error: unknown };

/** One thing that a person asks of the server. */
export type Act<Answer> = State<Answer> & {
  /** Does nothing while it runs: the second press of a double click comes before the screen has changed. */
  run: () => void;
  /** Forgets the answer, also one that is still to come. */
  reset: () => void;
};

/** `onDone` is told of an answer, unless it was forgotten before it came. */
export function useAct<Answer>(
  work: () => Promise<Answer>,
  onDone: (answer: Answer) => void = () => {},
): Act<Answer> {
  const [state, setState] = useState<State<Answer>>({ status: 'idle' });
  const running = useRef<symbol>(null);
  const run = async () => {
    if (running.current) return;
    const own = Symbol('run');
    running.current = own;
    setState({ status: 'running' });
    let next: State<Answer>;
    try {
      next = { status: 'done', answer: await work() };
    } catch (error) {
      next = { status: 'failed', error };
    }
    if (running.current !== own) return;
    running.current = null;
    setState(next);
    if (next.status === 'done') onDone(next.answer);
  };
  const reset = () => {
    running.current = null;
    setState({ status: 'idle' });
  };
  return { ...state, run: () => void run(), reset };
}
