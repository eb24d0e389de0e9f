import { expect, test } from 'vitest';
import { coveringBoxes } from './covered-names.ts';

const view = { left: 370, top: 0, right: 1370, bottom: 700 };

test('the four edges of the view always cover', () => {
  expect(coveringBoxes(view, [])).toEqual([
    { left: 0, top: 0, right: 1000, bottom: 1 },
    { left: 0, top: 699, right: 1000, bottom: 700 },
    { left: 0, top: 0, right: 1, bottom: 700 },
    { left: 999, top: 0, right: 1000, bottom: 700 },
  ]);
});

test('a box is told in the view’s own pixels, as far as it lies in it', () => {
  const button = { left: 1300, top: -10, right: 1400, bottom: 50 };
  expect(coveringBoxes(view, [button]).slice(4)).toEqual([{ left: 930, top: 0, right: 1000, bottom: 50 }]);
});

test('what stands elsewhere, or is not there, covers nothing', () => {
  const beside = { left: 0, top: 0, right: 370, bottom: 700 };
  const hidden = { left: 500, top: 100, right: 500, bottom: 100 };
  expect(coveringBoxes(view, [beside, hidden])).toHaveLength(4);
});
