const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -2,
  ArrowDown: -2,
  ArrowRight: 2,
  ArrowUp: 2,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};

/** Where a line at `percent` of the width stands after a key: whole per cent, never outside. */
export function movedLine(percent: number, key?: string): number {
  return Math.max(0, Math.min(100, Math.round(percent + (key === undefined ? 0 : (STEPS[key] ?? 0)))));
}
