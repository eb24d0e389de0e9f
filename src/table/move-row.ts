/**
 * Where a key takes the row under the keyboard, counted from 0; null when the key moves nothing.
 * `page` is how many rows are seen at once. Never leaves the list.
 */
export function moveRow(key: string, from: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const step = Math.max(1, page - 1);
  const steps: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + step,
    PageUp: from - step,
    Home: 0,
    End: count - 1,
  };
  const to = steps[key];
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to));
}
