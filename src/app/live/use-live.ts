import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { usePerson } from '../../data/session.ts';
import { firstUsefulScreen } from '../map/use-first-useful-screen.ts';
import { isLoggedRead, isMadeFrom } from './made-from.ts';

const loadSignal = () => import('../../data/live-signal.ts');

/** Screens that hear of one act do not all ask in the same moment; well under the two seconds in which it shows. */
const LONGEST_DELAY_MILLISECONDS = 300;

/**
 * Asks again for what others have just saved, as long as the page is open. On the map it listens once the first
 * screen can be used: on a slow phone that comes first, and the server repeats what was written meanwhile.
 */
export function useLive(isMap: boolean): void {
  const { known, userId } = usePerson();
  const queries = useQueryClient();
  // A key that never changes for a visitor; somebody else listens under rights of his own.
  const person = known ? (userId ?? 'visitor') : null;
  useEffect(() => {
    if (person === null) return;
    let isGone = false;
    let stop = () => {};
    const written = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const askAgain = () => {
      timer = undefined;
      const tables = new Set(written);
      written.clear();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isMadeFrom(queryKey, tables) });
    };
    const first = isMap ? firstUsefulScreen : Promise.resolve();
    first.then(loadSignal).then(
      ({ listenLive }) => {
        if (isGone) return;
        stop = listenLive({
          onTable: (table) => {
            written.add(table);
            timer ??= setTimeout(askAgain, Math.random() * LONGEST_DELAY_MILLISECONDS);
          },
          onEverything: () => void queries.invalidateQueries(),
          onPoll: () =>
            void queries.invalidateQueries({ predicate: ({ queryKey }) => !isLoggedRead(queryKey) }),
          // Whoever may no longer listen learns why from the next answer.
          onRefused: () => void queries.invalidateQueries({ queryKey: [person, 'memberships'] }),
        });
      },
      // Without it the page is what it was before: right when it was opened.
      () => undefined,
    );
    return () => {
      isGone = true;
      clearTimeout(timer);
      stop();
    };
  }, [person, queries, isMap]);
}
