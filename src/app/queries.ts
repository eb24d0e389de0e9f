import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Fault, isUnreachable } from '../data/fault.ts';
import { noteFault } from './session/session-end.ts';

export { isUnreachable } from '../data/fault.ts';

const MINUTE = 60_000;

/**
 * Whether asking again may help: no answer came, or the session just ended in another tab, whose change of
 * the shared storage this tab may hear of a moment before it sees it.
 */
function mayPass(error: unknown): boolean {
  return isUnreachable(error) || (error instanceof Fault && error.kind === 'signed-out');
}

/**
 * The one store of what the server said. It asks again by itself only where that may help. `always`: the
 * server may be this very machine, which answers also when the browser thinks that there is no network.
 */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noteFault }),
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: 5 * MINUTE,
      gcTime: 15 * MINUTE,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => mayPass(error) && failures < 2,
      retryDelay: (failures) => 300 * 2 ** failures,
    },
  },
});
