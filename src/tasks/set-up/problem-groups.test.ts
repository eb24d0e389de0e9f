import { expect, test } from 'vitest';
import { problemGroups, rowsOfLevel } from './problem-groups.ts';
import type { RowProblem } from './server.ts';

const problem = (
  row_number: number,
  level: RowProblem['level'],
  code: string,
  field = 'name',
): RowProblem => ({
  row_number,
  level,
  code,
  field,
  detail: null,
});
const problems = [
  problem(1, 'repair', 'text_normalised'),
  problem(2, 'error', 'required'),
  problem(2, 'error', 'required', 'valid_from'),
  problem(3, 'warning', 'sticks_out', 'geometry'),
  problem(5, 'error', 'required'),
];

test('problems of one kind and field are said once, with every row; errors come first', () => {
  expect(
    problemGroups(problems).map(({ code, field, rows }) => [code, field, rows.map(({ row }) => row)]),
  ).toEqual([
    ['required', 'name', [2, 5]],
    ['required', 'valid_from', [2]],
    ['sticks_out', 'geometry', [3]],
    ['text_normalised', 'name', [1]],
  ]);
});

test('a row with two errors counts once', () => {
  expect(rowsOfLevel(problems, 'error')).toBe(2);
  expect(rowsOfLevel(problems, 'warning')).toBe(1);
});

test('that a row may be stored all the same is not said of one that may not', () => {
  const far = [
    problem(4, 'error', 'outside_commune', 'geometry'),
    problem(4, 'warning', 'sticks_out', 'geometry'),
    problem(5, 'warning', 'sticks_out', 'geometry'),
  ];
  expect(problemGroups(far).map(({ code, rows }) => [code, rows.map(({ row }) => row)])).toEqual([
    ['outside_commune', [4]],
    ['sticks_out', [5]],
  ]);
});
