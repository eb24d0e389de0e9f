/** A stream of pseudo-random choices that is the same on every machine for the same seed and label. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A number in [minimum, maximum). */
  between(minimum: number, maximum: number): number;
  /** A whole number, both ends included. */
  integer(minimum: number, maximum: number): number;
  /** True with the given probability (0 to 1). */
  chance(probability: number): boolean;
  /** One of the items; throws on an empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of the items, each as likely as its weight; throws on an empty list. */
  pickWeighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
  /** The items in another order; the given list is left as it is. */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/** A smooth field over the plane, its values in [0, 1]. */
export type Noise = (x: number, y: number) => number;

function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * A stream of its own for each label, so that a change in one part of the generator leaves the others alone.
 * The algorithm is mulberry32.
 */
export function createRandom(seed: number, label: string): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ hashText(label)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (minimum: number, maximum: number) => minimum + (maximum - minimum) * next();
  const integer = (minimum: number, maximum: number) => Math.floor(between(minimum, maximum + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new Error('pick: expected at least one item');
    return items[integer(0, items.length - 1)] as Item;
  };
  const pickWeighted = <Item>(items: readonly (readonly [Item, number])[]): Item => {
    if (items.length === 0) throw new Error('pickWeighted: expected at least one item');
    let remaining = next() * items.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [item, weight] of items) {
      remaining -= weight;
      if (remaining < 0) return item;
    }
    return (items.at(-1) as readonly [Item, number])[0];
  };
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const result = [...items];
    for (let index = result.length - 1; index > 0; index--) {
      const other = integer(0, index);
      const kept = result[index] as Item;
      result[index] = result[other] as Item;
      result[other] = kept;
    }
    return result;
  };
  return {
    next,
    between,
    integer,
    chance: (probability) => next() < probability,
    pick,
    pickWeighted,
    shuffled,
  };
}

/** Value noise whose hills are about `wavelength` apart, in the unit of its arguments. */
export function createNoise(seed: number, label: string, wavelength: number): Noise {
  const salt = (Math.imul(seed, 0x85ebca6b) ^ hashText(label)) >>> 0;
  const corner = (column: number, row: number) => {
    let mixed = salt ^ Math.imul(column, 0x27d4eb2f) ^ Math.imul(row, 0x165667b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
    mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  const ease = (t: number) => t * t * (3 - 2 * t);
  return (x, y) => {
    const column = Math.floor(x / wavelength);
    const row = Math.floor(y / wavelength);
    const right = ease(x / wavelength - column);
    const up = ease(y / wavelength - row);
    const low = corner(column, row) * (1 - right) + corner(column + 1, row) * right;
    const high = corner(column, row + 1) * (1 - right) + corner(column + 1, row + 1) * right;
    return low * (1 - up) + high * up;
  };
}

/**
 * Makes identifiers shaped like UUID version 7: the time of `day` first, then a counter, then the stream.
 * They sort in the order of their making within one day.
 */
export function createIdentifierMaker(random: Random, day: string): () => string {
  const milliseconds = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) throw new Error(`createIdentifierMaker: ${day} is not a YYYY-MM-DD date`);
  let counter = 0;
  const hexadecimal = (value: number, digits: number) =>
    value.toString(16).padStart(digits, '0').slice(-digits);
  return () => {
    const time = hexadecimal(milliseconds + Math.floor(counter / 4096), 12);
    const sequence = hexadecimal(counter % 4096, 3);
    counter += 1;
    const variant = hexadecimal(0x8000 + random.integer(0, 0x3fff), 4);
    const tail = hexadecimal(random.integer(0, 0xffffff), 6) + hexadecimal(random.integer(0, 0xffffff), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}-${tail}`;
  };
}
