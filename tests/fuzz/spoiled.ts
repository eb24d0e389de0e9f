/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// What has broken readers before: numbers that are none, ends, nesting, formulas, other encodings.
const BITS = [
  'NaN',
  '1e999',
  '-Infinity',
  '',
  '"',
  '<',
  '>',
  ',',
  '[[[[',
  ']]',
  '=1+1',
  '&#0;',
  '\u0000',
  '﻿',
  '\r\n',
];

/** One file spoiled once to three times: cut off, bits turned, parts doubled, moved, taken out, or odd text put in. */
export function spoiled(original: Uint8Array, seed: number): Uint8Array {
  const chance = chanceFrom(seed);
  const at = (length: number) => Math.floor(chance() * (length + 1));
  let bytes = Buffer.from(original);
  for (let left = 1 + Math.floor(chance() * 3); left > 0; left -= 1) {
    const [a, b] = [at(bytes.length), at(bytes.length)].toSorted((one, other) => one - other) as [
      number,
      number,
    ];
    const end = Math.min(b, a + 200);
    const ways = [
      () => bytes.subarray(0, a),
      () => Buffer.concat([bytes.subarray(0, a), bytes.subarray(end)]),
      () => Buffer.concat([bytes.subarray(0, end), bytes.subarray(a)]),
      () =>
        Buffer.concat([
          bytes.subarray(0, a),
          Buffer.from(BITS[at(BITS.length - 1)] ?? ''),
          bytes.subarray(a),
        ]),
      () => Buffer.concat([bytes.subarray(end), bytes.subarray(0, a)]),
      () => {
        const turned = Buffer.from(bytes);
        for (let count = 1 + at(8); count > 0 && turned.length > 0; count -= 1) {
          const place = Math.min(at(turned.length), turned.length - 1);
          turned[place] = (turned[place] ?? 0) ^ (1 << at(7));
        }
        return turned;
      },
    ];
    bytes = Buffer.from((ways[at(ways.length - 1)] ?? ways[0])?.() ?? bytes);
  }
  return new Uint8Array(bytes);
}
