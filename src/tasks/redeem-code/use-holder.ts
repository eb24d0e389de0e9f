import { useEffect, useState } from 'react';
import { type CodeHolder, readHolder } from './server.ts';

type Reading = { holder: CodeHolder | null; error: unknown; isPending: boolean };

/**
 * For whom a code is; nothing is asked while it is empty. Not kept among the queries: those belong to a person, and
 * the person changes here while the page is open. `tries` asks again when it grows.
 */
export function useHolder(code: string, tries: number): Reading {
  const [reading, setReading] = useState<Reading>({ holder: null, error: null, isPending: code !== '' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` says that the same code is tried again.
  useEffect(() => {
    if (code === '') return;
    let isGone = false;
    const tell = (next: Reading) => !isGone && setReading(next);
    tell({ holder: null, error: null, isPending: true });
    readHolder(code).then(
      (holder) => tell({ holder, error: null, isPending: false }),
      (error: unknown) => tell({ holder: null, error, isPending: false }),
    );
    return () => {
      isGone = true;
    };
  }, [code, tries]);
  return reading;
}
