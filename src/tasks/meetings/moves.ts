export type Move = 'next' | 'back' | 'first' | 'last';

/** Keys of keyboards and of presenter remotes, which send PageDown and PageUp. */
const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
};

/** Where a key leads in a presentation; null: nowhere. */
export function moveOfKey(key: string): Move | null {
  return Object.hasOwn(MOVES, key) ? (MOVES[key] ?? null) : null;
}

/** Pixels that a finger goes before it meant to turn. */
const SWIPE = 60;

type Point = { x: number; y: number };

/** Where a finger that went from one point to another leads: leftward is on, as a page is turned. */
export function moveOfSwipe(from: Point, to: Point): Move | null {
  const [across, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(across) < SWIPE || Math.abs(across) < 1.5 * Math.abs(down)) return null;
  return across < 0 ? 'next' : 'back';
}

/** The place after a move among `count` places counted from 1; the ends hold. */
export function placeAfter(move: Move, place: number, count: number): number {
  const wanted = { next: place + 1, back: place - 1, first: 1, last: count }[move];
  return Math.max(1, Math.min(count, wanted));
}
