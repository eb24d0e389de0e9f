import { useEffect, useState } from 'react';

/** Text sizes that a person may choose, in percent of the page's own. */
export const TEXT_SIZES = [100, 120, 140] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

const KEY = 'xa-hanh-phuc:text-size';

function remembered(): TextSize {
  try {
    return TEXT_SIZES.find((size) => String(size) === localStorage.getItem(KEY)) ?? 100;
  } catch {
    return 100;
  }
}

/** The text size of this room on this device; everything measured in rem grows with it. */
export function useTextSize(): [TextSize, (size: TextSize) => void] {
  const [size, setSize] = useState(remembered);
  useEffect(() => {
    document.documentElement.style.fontSize = `${size}%`;
    return () => {
      document.documentElement.style.fontSize = '';
    };
  }, [size]);
  return [
    size,
    (next) => {
      setSize(next);
      try {
        localStorage.setItem(KEY, String(next));
      } catch {
        // Where the browser keeps nothing, it lasts as long as the page.
      }
    },
  ];
}
