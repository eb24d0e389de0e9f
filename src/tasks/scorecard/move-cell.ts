/** A cell of a grid, counted from 0. */
export type Place = { row: number; column: number };

/**
 * Where a key leads the keyboard in a grid of `rows` × `columns`; null when the key moves nothing. Home and End go
 * to the ends of the row, with Ctrl to the corners. Never leaves the grid.
 */
export function moveCell(
  key: string,
  withControl: boolean,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const PAGE = 8;
  const steps: Record<string, Place> = {
    ArrowDown: { row: row + 1, column },
    ArrowUp: { row: row - 1, column },
    ArrowRight: { row, column: column + 1 },
    ArrowLeft: { row, column: column - 1 },
    PageDown: { row: row + PAGE, column },
    PageUp: { row: row - PAGE, column },
    Home: { row: withControl ? 0 : row, column: 0 },
    End: { row: withControl ? rows - 1 : row, column: columns - 1 },
  };
  const to = steps[key];
  if (!to) return null;
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
  return { row: within(to.row, rows), column: within(to.column, columns) };
}
