import { useEffect, useState } from 'react';

/** Whether the mark was set; it counts once a page. */
let isMarked = false;
let tell = () => {};

/** Resolves with the mark: what can wait until the map's page can be used waits for it. */
export const firstUsefulScreen = new Promise<void>((done) => {
  tell = done;
});

/**
 * Marks the moment from which list, progress and filters can be used, whatever the map does, and answers
 * true from then on: heavier parts (the map, the third weight of the font) are fetched only after it.
 */
export function useFirstUsefulScreen(isUseful: boolean): boolean {
  const [isPainted, setPainted] = useState(isMarked);
  useEffect(() => {
    if (!isUseful || isMarked) return;
    isMarked = true;
    performance.mark('first-useful-screen');
    tell();
    setPainted(true);
    // Without it bold text stands in the second weight.
    import('../../ui/fonts-bold.css').catch(() => undefined);
  }, [isUseful]);
  return isPainted;
}
