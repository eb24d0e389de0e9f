/** Paper and how it lies. */
export type Paper = { size: 'A4' | 'A3'; lies: 'portrait' | 'landscape' };

/** Millimetres: the margins that Decree 30/2020 wants of an administrative document, the least of each. */
export const MARGINS = { top: 20, right: 15, bottom: 20, left: 30 } as const;

const SHORT_AND_LONG = { A4: [210, 297], A3: [297, 420] } as const;

/** What of a sheet can be printed upon, in millimetres. */
export function printedArea({ size, lies }: Paper): { width: number; height: number } {
  const [short, long] = SHORT_AND_LONG[size];
  const [across, down] = lies === 'portrait' ? [short, long] : [long, short];
  return { width: across - MARGINS.left - MARGINS.right, height: down - MARGINS.top - MARGINS.bottom };
}

/** Millimetres of a first page that are not its map: heading and title, the signs, the legend below or beside. */
const HEAD = 33;
const SIGNS = 12;
const FOOT = 52;
const SIDE = 62;
/** Around the map's frame for the figures of the grid. */
export const GRID_EDGE = 6;
/** So that rounding never pushes the foot to a page of its own. */
export const SPARE = 1;

/** Size of the map within its frame on the first page, in millimetres. */
export function mapSize(paper: Paper): { width: number; height: number } {
  const { width, height } = printedArea(paper);
  const isWide = paper.lies === 'landscape';
  return {
    width: width - 2 * GRID_EDGE - (isWide ? SIDE : 0),
    height: height - HEAD - SIGNS - 2 * GRID_EDGE - SPARE - (isWide ? 0 : FOOT),
  };
}

/** A text as a style sheet writes it; nothing in it can end the text. */
const quoted = (text: string) =>
  `"${text.replace(/["\\\n\r\f<>]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`;

/**
 * How pages are cut: paper, margins, the page's number as Decree 30/2020 wants it (Arabic, 13 points, upright, in the
 * middle of the upper margin, none on the first page), and at every page's foot who printed it and when.
 */
export function pageRules({ size, lies }: Paper, foot: string): string {
  const { top, right, bottom, left } = MARGINS;
  return `@page { size: ${size} ${lies}; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm;
  @top-center { content: counter(page); font: 13pt "Times New Roman", "Liberation Serif", serif; }
  @bottom-left { content: ${quoted(foot)}; font: 8pt "Times New Roman", "Liberation Serif", serif; white-space: pre; } }
@page :first { @top-center { content: none; } }`;
}
