import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Fix } from '../../geo/walk/fix.ts';
import { traceWalk, type Walk } from '../../geo/walk/trace-walk.ts';

const KEY = 'xa-hanh-phuc:walk';

/** `refused`: the device does not allow the position; `lost`: it allows it and finds none. */
export type WalkState = 'off' | 'on' | 'refused' | 'lost';

function kept(): Fix[] {
  try {
    const fixes: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(fixes) ? (fixes as Fix[]) : [];
  } catch {
    return [];
  }
}

function keep(fixes: readonly Fix[]): void {
  try {
    if (fixes.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(fixes));
  } catch {
    // A full device: the walk goes on in the page's memory.
  }
}

/**
 * "Đi và ghi": records where the phone is while somebody walks a road. Every fix is kept on the device as it comes,
 * so that a locked screen, a call or a page that is thrown away leave what was walked.
 */
export function useWalk() {
  const [fixes, setFixes] = useState<readonly Fix[]>(kept);
  const [state, setState] = useState<WalkState>('off');
  const watch = useRef<number | null>(null);
  const lock = useRef<WakeLockSentinel | null>(null);
  const walk: Walk = useMemo(() => traceWalk(fixes), [fixes]);

  const stop = useCallback(() => {
    if (watch.current !== null) navigator.geolocation.clearWatch(watch.current);
    watch.current = null;
    void lock.current?.release().catch(() => undefined);
    lock.current = null;
    setState('off');
  }, []);
  useEffect(() => stop, [stop]);

  return {
    walk,
    state,
    hasFixes: fixes.length > 0,
    begin: () => {
      if (!navigator.geolocation) return setState('lost');
      setState('on');
      // The screen stays on where the browser can do that; where it cannot, what was recorded stays.
      void navigator.wakeLock
        ?.request('screen')
        .then((held) => {
          lock.current = held;
        })
        .catch(() => undefined);
      watch.current = navigator.geolocation.watchPosition(
        ({ coords, timestamp }) => {
          setState('on');
          const { longitude, latitude, accuracy } = coords;
          setFixes((before) => {
            const next = [...before, { longitude, latitude, accuracy, timestamp }];
            keep(next);
            return next;
          });
        },
        ({ code }) => {
          if (code !== 1) return setState('lost');
          stop();
          setState('refused');
        },
        { enableHighAccuracy: true, maximumAge: 0 },
      );
    },
    stop,
    forget: () => {
      stop();
      setFixes([]);
      keep([]);
    },
  };
}
