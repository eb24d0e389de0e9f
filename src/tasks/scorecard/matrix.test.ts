import { describe, expect, test } from 'vitest';
import type { ProgressRow, ProgressState } from '../../data/progress.ts';
import { linesOf, type Sorting, sortingAfter, sortLines, targetOfHamlets } from './matrix.ts';

const cell = (
  hamlet_id: string,
  indicator: string,
  value: number | null,
  state: ProgressState,
): ProgressRow => ({
  hamlet_id,
  indicator,
  value,
  numerator: value,
  denominator: 100,
  target: 80,
  state,
  change: null,
});

const HAMLETS = [
  { id: 'a', name: 'Thôn 2' },
  { id: 'b', name: 'Thôn 10' },
  { id: 'c', name: 'Mai Dương' },
];
const LINES = linesOf(HAMLETS, [
  cell('a', 'waste-sorting', 50, 'behind'),
  cell('a', 'green-sunday', 70, 'on_the_way'),
  cell('b', 'waste-sorting', 90, 'met'),
  cell('b', 'green-sunday', 60, 'behind'),
  cell('c', 'waste-sorting', null, 'not_reported'),
  // No road, and nobody declared that there is none: the number beside says nothing.
  cell('c', 'green-sunday', 0, 'not_reported'),
  cell('gone', 'green-sunday', 10, 'behind'),
]);
const byName = new Intl.Collator('vi', { numeric: true }).compare;
const order = (sorting: Sorting) => sortLines(LINES, sorting, byName).map(({ id }) => id);

describe('a line of the matrix', () => {
  test('what is not met is what is behind or on the way; what nobody reported is neither', () => {
    // a: behind + on the way = 2; b: behind = 1; c: nothing reported = 0.
    expect(LINES.map(({ unmet }) => unmet)).toEqual([2, 1, 0]);
    expect(LINES[2]?.counts).toEqual({ met: 0, on_the_way: 0, behind: 0, not_reported: 2 });
  });
  test('hamlets that are not there on the day have no line', () => {
    expect(LINES.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('the target of hamlets', () => {
  const withTarget = (hamlet: string, target: number | null) => ({ ...cell(hamlet, 'x', 1, 'met'), target });
  test.each([
    [[1, 1, 1], 1],
    [[1, 2, 1], 'own'],
    [[1, null, 1], 'own'],
    [[null, null, null], null],
  ])('%j is %s', (targets, said) => {
    const rows = targets.map((target, at) => withTarget(HAMLETS[at]?.id ?? '', target));
    expect(targetOfHamlets(linesOf(HAMLETS, rows), 'x')).toBe(said);
  });
});

describe('lines are sorted', () => {
  test('by how many targets are not reached, the most first', () => {
    expect(order({ column: 'unmet', descending: true })).toEqual(['a', 'b', 'c']);
  });
  test('by a figure both ways, and what nobody reported stays last', () => {
    expect(order({ column: 'waste-sorting', descending: false })).toEqual(['a', 'b', 'c']);
    expect(order({ column: 'waste-sorting', descending: true })).toEqual(['b', 'a', 'c']);
    // 60 (b), 70 (a); the 0 of c is no figure.
    expect(order({ column: 'green-sunday', descending: false })).toEqual(['b', 'a', 'c']);
  });
  test('by name as people count: Thôn 2 before Thôn 10', () => {
    expect(order({ column: 'hamlet', descending: false })).toEqual(['c', 'a', 'b']);
    expect(order({ column: 'hamlet', descending: true })).toEqual(['b', 'a', 'c']);
  });
});

test('a press turns the order round, and another column begins anew', () => {
  expect(sortingAfter({ column: 'unmet', descending: true }, 'unmet').descending).toBe(false);
  expect(sortingAfter({ column: 'unmet', descending: true }, 'waste-sorting')).toEqual({
    column: 'waste-sorting',
    descending: false,
  });
  expect(sortingAfter({ column: 'hamlet', descending: true }, 'unmet').descending).toBe(true);
});
