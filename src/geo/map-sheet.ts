import type { Bounds } from './bounds.ts';

/** A piece of a plane on paper: true to scale, the grid's north up. Millimetres on paper, metres on the ground. */
export type MapSheet = {
  width: number;
  height: number;
  /** 15000 of 1:15.000. */
  denominator: number;
  /** Metres of the plane at the left and the upper edge. */
  west: number;
  north: number;
};

/** Scales that a ruler can be laid to, between one and ten. */
const ROUND_SCALES = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10];
const ROUND_LENGTHS = [1, 2, 5, 10];
/** Between two lines of the grid on paper, at least; the scale bar is at most so long. Millimetres. */
const GRID_LEAST = 32;
const BAR_MOST = 50;

/** The roundest scale that still holds `ground` (metres of a plane), which stands in the sheet's middle. */
export function fitSheet(ground: Bounds, width: number, height: number): MapSheet {
  const [west, south, east, north] = ground;
  const least = Math.max((1000 * (east - west)) / width, (1000 * (north - south)) / height, 100);
  const denominator = roundUp(least, ROUND_SCALES);
  const metres = denominator / 1000;
  return {
    width,
    height,
    denominator,
    west: (west + east - width * metres) / 2,
    north: (south + north + height * metres) / 2,
  };
}

/** Where a place of the plane lies on paper: millimetres from the left and from the top. */
export function onSheet(
  { west, north, denominator }: MapSheet,
  [x, y]: readonly [number, number],
): [number, number] {
  return [(1000 * (x - west)) / denominator, (1000 * (north - y)) / denominator];
}

/** A line of the grid: its easting or northing in metres, and millimetres from the left or from the top. */
export type GridLine = { metres: number; at: number };

/** The round eastings and northings that cross a sheet, as far apart as a reader can tell them. */
export function gridOf(sheet: MapSheet): { step: number; eastings: GridLine[]; northings: GridLine[] } {
  const { width, height, denominator, west, north } = sheet;
  const step = roundUp((GRID_LEAST * denominator) / 1000, ROUND_LENGTHS);
  const between = (from: number, to: number) => {
    const first = Math.ceil(from / step);
    return Array.from(
      { length: Math.max(0, Math.floor(to / step) - first + 1) },
      (_, n) => (first + n) * step,
    );
  };
  const metres = denominator / 1000;
  return {
    step,
    eastings: between(west, west + width * metres).map((east) => ({
      metres: east,
      at: onSheet(sheet, [east, north])[0],
    })),
    northings: between(north - height * metres, north).map((northing) => ({
      metres: northing,
      at: onSheet(sheet, [west, northing])[1],
    })),
  };
}

/** A round length in metres for the scale bar, and how long it is on paper in millimetres. */
export function scaleBarOf({ denominator }: MapSheet): { metres: number; width: number } {
  const most = (BAR_MOST * denominator) / 1000;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = Math.max(...ROUND_LENGTHS.map((each) => each * power).filter((each) => each <= most));
  return { metres, width: (1000 * metres) / denominator };
}

/** The least of the given steps, times a power of ten, that is no less than a value. */
function roundUp(value: number, steps: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  // What was worked out in floating point may stand a hair above a step that it equals.
  return (steps.find((step) => step * power >= value * (1 - 1e-9)) ?? 10) * power;
}
