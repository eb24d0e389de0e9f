import { useEffect, useState } from 'react';

const SECONDS_BETWEEN_TRIES = 4;

/**
 * A part of the application that is fetched when it is `wanted`. While it cannot be fetched (`failed`),
 * it is tried again every few seconds. `load` must be the same function at every call.
 */
export function useModule<Module>(
  load: () => Promise<Module>,
  wanted: boolean,
): { module: Module | null; failed: boolean } {
  const [module, setModule] = useState<{ loaded: Module } | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (!wanted || module) return;
    let isGone = false;
    const attempt = () =>
      load().then(
        (loaded) => !isGone && setModule({ loaded }),
        () => !isGone && setFailures((count) => count + 1),
      );
    if (failures === 0) {
      void attempt();
      return () => {
        isGone = true;
      };
    }
    const timer = setTimeout(attempt, SECONDS_BETWEEN_TRIES * 1000);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load, wanted, module, failures]);
  return { module: module?.loaded ?? null, failed: failures > 0 && !module };
}
