/** A picture of figures over months, in pixels from its upper left corner. */
export type Box = { width: number; height: number; least: number; most: number };

/** Where the month with this place among `count` stands; one month alone stands in the middle. */
export function across({ width }: Box, place: number, count: number): number {
  return count < 2 ? width / 2 : (place * width) / (count - 1);
}

/** Where a figure stands: `least` at the foot, `most` at the top; beyond them at the edge. */
export function down({ height, least, most }: Box, value: number): number {
  const share = most === least ? 0.5 : (value - least) / (most - least);
  return height * (1 - Math.min(1, Math.max(0, share)));
}

export type Point = { x: number; y: number; place: number };

/** The figures as stretches of months without a gap: where nobody reported, nothing is joined. */
export function stretches(values: readonly (number | null)[], box: Box): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  values.forEach((value, place) => {
    if (value === null) {
      current = [];
      return;
    }
    if (current.length === 0) found.push(current);
    current.push({ x: across(box, place, values.length), y: down(box, value), place });
  });
  return found;
}

/** The line through stretches of two months and more; a month alone is a dot, which has no line. */
export function linePath(lines: readonly (readonly Point[])[]): string {
  return lines
    .filter((points) => points.length > 1)
    .map((points) => points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${at(x)} ${at(y)}`).join(''))
    .join('');
}

/** The target as steps: level from half a month before to half a month after, up or down between; gaps without one. */
export function stepPath(targets: readonly (number | null)[], box: Box): string {
  const half = targets.length < 2 ? box.width / 2 : box.width / (targets.length - 1) / 2;
  let path = '';
  let isDrawing = false;
  targets.forEach((target, place) => {
    if (target === null) {
      isDrawing = false;
      return;
    }
    const x = across(box, place, targets.length);
    const y = at(down(box, target));
    const from = at(Math.max(0, x - half));
    path += isDrawing ? `L${from} ${y}` : `M${from} ${y}`;
    path += `L${at(Math.min(box.width, x + half))} ${y}`;
    isDrawing = true;
  });
  return path;
}

/** A tenth of a pixel is as much as anybody sees. */
function at(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The upper end of the scale of figures and targets: 100 for per cent, else the next round number (1, 2, 5 × 10ⁿ). */
export function roundTop(values: readonly (number | null)[], isPercent: boolean): number {
  if (isPercent) return 100;
  const most = Math.max(0, ...values.filter((value) => value !== null));
  if (most === 0) return 1;
  const ten = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((step) => step * ten >= most) ?? 10) * ten;
}
