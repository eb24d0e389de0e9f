import { expect, test } from 'vitest';
import { type Ring, ringPlace, ringsImage, ringsName } from './ring-image.ts';

const half: Ring = { standing: 'behind', share: 0.5 };
const silent: Ring = { standing: 'not_reported', share: null };

test('the same rings have the same name, and what is drawn alike has one', () => {
  expect(ringsName([half, silent])).toBe('hamlets:rings:b10-n');
  // 0.49 and 0.5 are the same of twenty steps; 0.44 is step 9.
  expect(ringsName([{ ...half, share: 0.49 }])).toBe(ringsName([half]));
  expect(ringsName([{ ...half, share: 0.44 }])).toBe('hamlets:rings:b9');
  // A figure of nought is a figure: it is not drawn as silence.
  expect(ringsName([{ standing: 'behind', share: 0 }])).not.toBe(ringsName([silent]));
});

test('half a ring is drawn as half of its length, silence as dashes without any', () => {
  // 2 · 3.14159 · 8.6 = 54.04; the half is 27.02.
  expect(ringsImage([half])).toContain('stroke-dasharray="27.02 54.04"');
  expect(ringsImage([silent])).not.toContain('54.04');
  expect(ringsImage([silent])).toContain('stroke-dasharray="2 2.5"');
});

test('four stand two by two, two side by side, and the legend has the same places', () => {
  // Cells of 24 pixels with a margin of 2: 2 · 24 + 4 = 52, and 24 + 4 = 28.
  expect(ringsImage([half, half, half, half])).toContain('width="52" height="52"');
  expect(ringsImage([half, half])).toContain('width="52" height="28"');
  expect(ringsImage([half])).toContain('width="28" height="28"');
  expect(ringPlace(4, 3)).toContain('width="52" height="52"');
  expect(ringPlace(4, 3).match(/<g /g)).toHaveLength(4);
});
