import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isUnreachable } from '../queries.ts';

const SECONDS_BETWEEN_TRIES = 3;

/**
 * False while something on the screen waits for a server that does not answer. Then it is asked again
 * every few seconds, so that the page mends itself when the server is back.
 */
export function useConnection(): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const cache = queries.getQueryCache();
    const look = () =>
      setConnected(!cache.getAll().some((query) => query.isActive() && isUnreachable(query.state.error)));
    look();
    return cache.subscribe(look);
  }, [queries]);
  useEffect(() => {
    if (isConnected) return;
    const timer = setInterval(() => {
      void queries.refetchQueries({
        type: 'active',
        predicate: ({ state }) => state.fetchStatus === 'idle' && isUnreachable(state.error),
      });
    }, SECONDS_BETWEEN_TRIES * 1000);
    return () => clearInterval(timer);
  }, [isConnected, queries]);
  return isConnected;
}
