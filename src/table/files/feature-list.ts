import type { Geometry } from 'geojson';
import type { ExportSheet, SheetCell } from '../export-sheet.ts';
import type { Origin } from '../workbook.ts';

/** One row of the table with its shape in WGS 84 degrees. */
export type ExportFeature = { id: string; name: string; cells: readonly SheetCell[]; geometry: Geometry };

/** What a file of shapes is made of: exactly the rows and columns that the table shows. */
export type FeatureList = {
  title: string;
  /** The titles of the columns, each different from the others. */
  titles: readonly string[];
  features: readonly ExportFeature[];
  origin: Origin;
};

/** The rows of a sheet with their shapes. Titles that occur twice get a number, because files know fields by name. */
export function featureList(
  title: string,
  sheet: ExportSheet,
  shapes: readonly Omit<ExportFeature, 'cells'>[],
  origin: Origin,
): FeatureList {
  return {
    title,
    titles: distinct(sheet.titles),
    features: shapes.map((shape, index) => ({ ...shape, cells: sheet.rows[index] ?? [] })),
    origin,
  };
}

function distinct(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    let free = title;
    for (let next = 2; taken.has(free); next++) free = `${title} ${next}`;
    taken.add(free);
    return free;
  });
}

/** A cell as the text or number of a file without types of its own; days as YYYY-MM-DD. */
export function plainCell(cell: SheetCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.day : cell;
}

/** Where the rows come from, as lines of text. */
export function originLines({ lines }: Origin): string[] {
  return lines.map(([title, value]) => `${title}: ${plainCell(value) ?? ''}`);
}
