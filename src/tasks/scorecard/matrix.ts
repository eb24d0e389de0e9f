import type { ProgressRow, ProgressState } from '../../data/progress.ts';

/** One hamlet with its cell of each indicator, and how many targets it has not reached. */
export type HamletLine = {
  id: string;
  name: string;
  cells: ReadonlyMap<string, ProgressRow>;
  counts: Readonly<Record<ProgressState, number>>;
  /** Reported and not met: on the way and behind. What nobody reported is neither. */
  unmet: number;
};

/** By which column the lines stand, and how. `column` is `hamlet`, `unmet` or an indicator's code. */
export type Sorting = { column: string; descending: boolean };

/** Who needs a push stands first. */
export const SORTING_AT_FIRST: Sorting = { column: 'unmet', descending: true };

/** A line for each hamlet, in the given order. Rows of other hamlets are left out. */
export function linesOf(
  hamlets: readonly { id: string; name: string }[],
  rows: readonly ProgressRow[],
): HamletLine[] {
  const byHamlet = new Map<string, ProgressRow[]>(hamlets.map(({ id }) => [id, []]));
  for (const row of rows) byHamlet.get(row.hamlet_id)?.push(row);
  return hamlets.map(({ id, name }) => {
    const own = byHamlet.get(id) ?? [];
    const counts = { met: 0, on_the_way: 0, behind: 0, not_reported: 0 };
    for (const { state } of own) counts[state] += 1;
    return {
      id,
      name,
      cells: new Map(own.map((row) => [row.indicator, row])),
      counts,
      unmet: counts.on_the_way + counts.behind,
    };
  });
}

/** The target that every hamlet has by an indicator; `own`: not all the same one; null: none has any. */
export function targetOfHamlets(lines: readonly HamletLine[], indicator: string): number | 'own' | null {
  const targets = new Set(lines.map(({ cells }) => cells.get(indicator)?.target ?? null));
  if (targets.size > 1) return 'own';
  return [...targets][0] ?? null;
}

/** What a cell sorts by; null: nobody reported it, whatever number stands beside. */
export function sortValue(line: HamletLine, column: string): number | null {
  if (column === 'unmet') return line.unmet;
  const cell = line.cells.get(column);
  return cell === undefined || cell.state === 'not_reported' ? null : cell.value;
}

/** The lines in another order; what nobody reported is last both ways, and equals stand by name. */
export function sortLines(
  lines: readonly HamletLine[],
  { column, descending }: Sorting,
  byName: (one: string, other: string) => number,
): HamletLine[] {
  const sign = descending ? -1 : 1;
  return [...lines].sort((one, other) => {
    const names = byName(one.name, other.name);
    if (column === 'hamlet') return sign * names;
    const [a, b] = [sortValue(one, column), sortValue(other, column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null) || names;
    return sign * (a - b) || names;
  });
}

/** Where the next press on a column leads: the other way round; a new column begins with who is furthest behind. */
export function sortingAfter(before: Sorting, column: string): Sorting {
  if (before.column === column) return { column, descending: !before.descending };
  return { column, descending: column === 'unmet' };
}
