import { expect, test } from 'vitest';
import { signedArea } from './planar.ts';
import type { Arc } from './topology.ts';
import { assembleFaces } from './topology.ts';

// A square cut by a bent line from its left to its right side, drawn once for both halves.
const cut: Arc = [
  [0, 5],
  [5, 7],
  [10, 5],
];
const below: Arc = [
  [0, 5],
  [0, 0],
  [10, 0],
  [10, 5],
];
const above: Arc = [
  [10, 5],
  [10, 10],
  [0, 10],
  [0, 5],
];

test('a line through an area makes two faces that share its points', () => {
  const faces = assembleFaces([cut, below, above]);
  expect(faces.map(({ ring }) => signedArea(ring)).sort((a, b) => a - b)).toEqual([40, 60]);
  for (const { ring } of faces) expect(ring).toContainEqual([5, 7]);
});

test('each face tells which lines surround it', () => {
  const faces = assembleFaces([cut, below, above]);
  expect(faces.map(({ arcs }) => [...arcs].sort()).sort()).toEqual([
    [0, 1],
    [0, 2],
  ]);
});

test('without the inner line one face is left', () => {
  const faces = assembleFaces([below, above]);
  expect(faces.map(({ ring }) => signedArea(ring))).toEqual([100]);
});
