import type { Position } from 'geojson';
import { useCallback, useEffect, useState } from 'react';

/** Where the person stands: known, not asked, being looked for, or refused. */
export type Whereabouts =
  | { state: 'unasked' | 'looking' | 'refused' | 'unavailable'; position: null }
  | { state: 'known'; position: Position };

/**
 * The person's position, as soon as it is allowed: by itself where it was allowed before, else once `ask` is
 * called. It stays in the page.
 */
export function useWhereabouts(): [Whereabouts, () => void] {
  const [whereabouts, setWhereabouts] = useState<Whereabouts>({ state: 'unasked', position: null });
  const ask = useCallback(() => {
    if (!navigator.geolocation) {
      setWhereabouts({ state: 'unavailable', position: null });
      return;
    }
    setWhereabouts({ state: 'looking', position: null });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setWhereabouts({ state: 'known', position: [coords.longitude, coords.latitude] }),
      ({ code }) => setWhereabouts({ state: code === 1 ? 'refused' : 'unavailable', position: null }),
      { maximumAge: 60_000, timeout: 20_000 },
    );
  }, []);
  useEffect(() => {
    let isGone = false;
    navigator.permissions
      ?.query({ name: 'geolocation' })
      .then(({ state }) => !isGone && state === 'granted' && ask())
      .catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [ask]);
  return [whereabouts, ask];
}
