import { describe, expect, it } from 'vitest';
import { moveOfKey, moveOfSwipe, placeAfter } from './moves.ts';

describe('turning scenes', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'back'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['k', null],
    ['toString', null],
  ])('by the key %j leads %j', (key, move) => {
    expect(moveOfKey(key)).toBe(move);
  });

  it('by a finger goes leftward on and rightward back', () => {
    expect(moveOfSwipe({ x: 300, y: 200 }, { x: 200, y: 210 })).toBe('next');
    expect(moveOfSwipe({ x: 200, y: 200 }, { x: 300, y: 190 })).toBe('back');
  });

  it('is not what a short or an upright stroke means', () => {
    expect(moveOfSwipe({ x: 300, y: 200 }, { x: 250, y: 200 })).toBeNull();
    expect(moveOfSwipe({ x: 300, y: 200 }, { x: 200, y: 300 })).toBeNull();
  });

  it('stays at the ends', () => {
    expect(placeAfter('next', 3, 3)).toBe(3);
    expect(placeAfter('back', 1, 3)).toBe(1);
    expect(placeAfter('last', 1, 3)).toBe(3);
    expect(placeAfter('first', 3, 3)).toBe(1);
  });
});
