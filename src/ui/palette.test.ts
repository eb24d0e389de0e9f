import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { palette } from './palette.ts';

const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');

test('the palette says what tokens.css says', () => {
  for (const [name, color] of Object.entries(palette)) {
    const token = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(tokens).toContain(`--${token}: ${color};`);
  }
});

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
function contrast(one: string, other: string): number {
  const light = (color: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const part = Number.parseInt(color.slice(start, start + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

describe('what is drawn on the map can be told from what lies below it', () => {
  const grounds = ['panel', 'paper', 'met', 'onTheWay', 'behind'] as const;
  test.each(grounds)('lines and symbols on %s', (ground) => {
    for (const ink of ['green', 'brick', 'ochre', 'grey', 'water', 'focus'] as const)
      expect(contrast(palette[ink], palette[ground]), `${ink} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
  test.each(grounds)('names on %s', (ground) => {
    expect(contrast(palette.ink, palette[ground])).toBeGreaterThanOrEqual(7);
  });
  test('text that is not ink, on its white halo', () => {
    for (const ink of ['greenDeep', 'ochre', 'grey', 'brick', 'quiet'] as const)
      expect(contrast(palette[ink], palette.panel), ink).toBeGreaterThanOrEqual(4.5);
  });
});
