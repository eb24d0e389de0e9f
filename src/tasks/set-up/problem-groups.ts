import type { RowProblem } from './server.ts';

/** One kind of problem in one field, and every row that has it. */
export type ProblemGroup = {
  level: RowProblem['level'];
  code: string;
  field: string;
  rows: readonly { row: number; detail: RowProblem['detail'] }[];
};

const LEVELS: readonly RowProblem['level'][] = ['error', 'warning', 'repair'];

/**
 * Problems by kind, errors first, then the kind that the first row of the file has: said once, listed by row.
 * A warning says that the row can be stored all the same; where an error in the same field forbids it, it is not said.
 */
export function problemGroups(problems: readonly RowProblem[]): ProblemGroup[] {
  const place = ({ row_number, field }: RowProblem) => `${row_number} ${field}`;
  const forbidden = new Set(problems.filter(({ level }) => level === 'error').map(place));
  const said = problems.filter((problem) => problem.level !== 'warning' || !forbidden.has(place(problem)));
  const groups = new Map<string, ProblemGroup & { rows: { row: number; detail: RowProblem['detail'] }[] }>();
  for (const { level, code, field, row_number: row, detail } of said) {
    const key = `${level} ${code} ${field}`;
    const group = groups.get(key) ?? { level, code, field, rows: [] };
    group.rows.push({ row, detail });
    groups.set(key, group);
  }
  return [...groups.values()].toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
}

/** How many rows have a problem of a level. */
export function rowsOfLevel(problems: readonly RowProblem[], level: RowProblem['level']): number {
  return new Set(problems.filter((problem) => problem.level === level).map(({ row_number }) => row_number))
    .size;
}
