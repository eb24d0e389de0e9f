import { useEffect, useEffectEvent } from 'react';

/** How long a month is looked at before the next one comes; longer for who asked for less motion. */
const DWELL_MILLISECONDS = { usual: 1000, calm: 2000 };

const calm = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Steps from month to month while `isPlaying`. A step waits until the month that was asked for `isHere`, however
 * slow the network is: nothing is skipped. `index` is the month that is asked for; the last one ends it.
 */
export function usePlay({
  isPlaying,
  isHere,
  index,
  last,
  onStep,
  onEnd,
}: {
  isPlaying: boolean;
  isHere: boolean;
  index: number;
  last: number;
  onStep: (index: number) => void;
  onEnd: () => void;
}): void {
  const step = useEffectEvent(onStep);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!isPlaying || !isHere) return;
    if (index >= last) {
      end();
      return;
    }
    const dwell = calm() ? DWELL_MILLISECONDS.calm : DWELL_MILLISECONDS.usual;
    const timer = setTimeout(() => step(index + 1), dwell);
    return () => clearTimeout(timer);
  }, [isPlaying, isHere, index, last]);
}
