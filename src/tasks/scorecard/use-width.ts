import { type RefObject, useEffect, useState } from 'react';

/** How wide an element is drawn, in CSS pixels; 0 until it is known. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const drawn = element.current;
    if (!drawn) return;
    const watcher = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watcher.observe(drawn);
    return () => watcher.disconnect();
  }, [element]);
  return width;
}
