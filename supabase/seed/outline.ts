import { isSimpleRing } from './crossings.ts';
import type { Path, Point } from './planar.ts';
import { at, between, curveThrough, distance, signedArea } from './planar.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';

/** What a stretch of border follows on the ground. */
type BorderKind = 'river' | 'canal' | 'fields';

interface BorderSection {
  readonly neighbour: string;
  readonly kind: BorderKind;
  readonly through: Path;
}

/** The part of the commune's border that it shares with one neighbour. */
export interface SharedBorder {
  readonly neighbour: string;
  /** Counterclockwise along the commune; the last point is the first of the next border. */
  readonly path: Path;
}

const targetArea = 20_000_000;

// The plan of the border, counterclockwise from the western corner. Invented: a river with two bends in the
// south-west, canals in the east, stepwise edges of rice fields elsewhere.
const plan: readonly BorderSection[] = [
  {
    neighbour: 'Tiên Minh',
    kind: 'river',
    through: [
      [-2850, 650],
      [-2420, 260],
      [-2160, -350],
      [-2230, -1050],
      [-1880, -1680],
      [-1150, -2080],
      [-480, -2620],
      [350, -2960],
      [1080, -2760],
      [1500, -2150],
    ],
  },
  {
    neighbour: 'Kiến Hưng',
    kind: 'canal',
    through: [
      [1500, -2150],
      [1840, -1800],
      [2300, -1640],
    ],
  },
  {
    neighbour: 'Kiến Hưng',
    kind: 'fields',
    through: [
      [2300, -1640],
      [2560, -900],
      [2900, -250],
    ],
  },
  {
    neighbour: 'Kiến Thụy',
    kind: 'fields',
    through: [
      [2900, -250],
      [2480, 560],
      [2130, 1200],
      [2330, 1830],
    ],
  },
  {
    neighbour: 'Kiến Thụy',
    kind: 'canal',
    through: [
      [2330, 1830],
      [2020, 2330],
      [1750, 2720],
      [1000, 2880],
    ],
  },
  {
    neighbour: 'An Hưng',
    kind: 'fields',
    through: [
      [1000, 2880],
      [180, 2420],
      [-700, 2560],
      [-1300, 2180],
    ],
  },
  {
    neighbour: 'An Hưng',
    kind: 'fields',
    through: [
      [-1300, 2180],
      [-1560, 1520],
      [-2250, 1260],
      [-2850, 650],
    ],
  },
];

/** A border along fields: runs beside the straight line, joined by right-angled steps as parcels make them. */
function stepAlong(from: Point, to: Point, random: Random): Point[] {
  const length = distance(from, to);
  const normal: Point = [-(to[1] - from[1]) / length, (to[0] - from[0]) / length];
  const lean = random.between(-0.18, 0.18);
  const result: Point[] = [from];
  let walked = random.between(80, 260);
  let offset = 0;
  while (walked < length - 90) {
    const depth = random.chance(0.3) ? random.between(60, 120) : random.between(18, 55);
    const direction = offset === 0 ? (random.chance(0.5) ? 1 : -1) : -Math.sign(offset);
    const next = Math.abs(offset) > 20 && random.chance(0.35) ? 0 : offset + direction * depth;
    for (const side of [offset, next]) {
      const base = between(from, to, (walked + side * lean) / length);
      result.push([base[0] + normal[0] * side, base[1] + normal[1] * side]);
    }
    offset = next;
    walked += random.chance(0.35) ? random.between(45, 110) : random.between(140, 420);
  }
  return result;
}

function drawSection({ kind, through }: BorderSection, random: Random): Point[] {
  if (kind === 'river') return curveThrough(through, 7);
  const result: Point[] = [];
  for (let index = 0; index < through.length - 1; index++) {
    const from = at(through, index);
    const to = at(through, index + 1);
    if (kind === 'fields') result.push(...stepAlong(from, to, random));
    else {
      const bend = between(from, to, random.between(0.35, 0.65));
      result.push(from, [bend[0] + random.between(-25, 25), bend[1] + random.between(-25, 25)]);
    }
  }
  result.push(at(through, -1));
  return result;
}

function moveControls(random: Random): BorderSection[] {
  const moved = new Map<string, Point>();
  const move = (point: Point): Point => {
    const key = point.join();
    const known = moved.get(key);
    if (known) return known;
    const result: Point = [point[0] + random.between(-70, 70), point[1] + random.between(-70, 70)];
    moved.set(key, result);
    return result;
  };
  return plan.map((border) => ({ ...border, through: border.through.map(move) }));
}

function joinByNeighbour(sections: readonly BorderSection[], lines: readonly Path[]): SharedBorder[] {
  const borders: { neighbour: string; path: Point[] }[] = [];
  sections.forEach(({ neighbour }, index) => {
    const last = borders.at(-1);
    if (last?.neighbour === neighbour) last.path.push(...at(lines, index).slice(1));
    else borders.push({ neighbour, path: [...at(lines, index)] });
  });
  return borders;
}

/** The ring made of all shared borders, counterclockwise, first point not repeated. */
export function ringOf(borders: readonly SharedBorder[]): Point[] {
  return borders.flatMap(({ path }) => path.slice(0, -1));
}

/**
 * Draws the commune's border: 20 square kilometres (in the plane), simple, in parts by neighbour.
 * Throws when no simple border is found in twenty trials, which no seed has shown.
 */
export function drawOutline(seed: number): SharedBorder[] {
  const random = createRandom(seed, 'outline');
  for (let trial = 0; trial < 20; trial++) {
    const sections = moveControls(random);
    const borders = joinByNeighbour(
      sections,
      sections.map((border) => drawSection(border, random)),
    );
    const ring = ringOf(borders);
    if (!isSimpleRing(ring)) continue;
    const scale = Math.sqrt(targetArea / signedArea(ring));
    const grow = ([east, north]: Point): Point => [east * scale, north * scale];
    return borders.map(({ neighbour, path }) => ({ neighbour, path: path.map(grow) }));
  }
  throw new Error(`drawOutline: seed ${seed} gives no border that does not cross itself`);
}
