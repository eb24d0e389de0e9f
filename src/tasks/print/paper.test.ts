import { describe, expect, test } from 'vitest';
import { mapSize, pageRules, printedArea } from './paper.ts';

describe('paper', () => {
  test('leaves the margins of Decree 30/2020', () => {
    // A4 is 210 × 297 mm: less 30 and 15 across, less 20 and 20 down.
    expect(printedArea({ size: 'A4', lies: 'portrait' })).toEqual({ width: 165, height: 257 });
    expect(printedArea({ size: 'A3', lies: 'landscape' })).toEqual({ width: 375, height: 257 });
  });

  test('gives a map on a lying sheet the room beside its legend', () => {
    // 375 - 62 beside it - 12 for the grid's figures; 257 - 33 above it - 12 of signs - 12 - 1 to spare.
    expect(mapSize({ size: 'A3', lies: 'landscape' })).toEqual({ width: 301, height: 199 });
    // 165 - 12; 257 - 33 - 12 - 52 below it - 12 - 1.
    expect(mapSize({ size: 'A4', lies: 'portrait' })).toEqual({ width: 153, height: 147 });
  });

  test('carries a foot in which no sign ends the text', () => {
    const rules = pageRules({ size: 'A4', lies: 'portrait' }, 'Bà "Hoa"\\ } @page { size: A0');
    expect(rules).toContain('content: "Bà \\22 Hoa\\22 \\5c  } @page { size: A0"');
    expect(rules).toContain('size: A4 portrait; margin: 20mm 15mm 20mm 30mm');
  });
});
