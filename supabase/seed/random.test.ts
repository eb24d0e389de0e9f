import { describe, expect, test } from 'vitest';
import { createIdentifierMaker, createNoise, createRandom } from './random.ts';

const draw = (seed: number, label: string) => {
  const random = createRandom(seed, label);
  return Array.from({ length: 50 }, () => random.next());
};

describe('a stream of choices', () => {
  test('is the same for the same seed and label, and another for any other', () => {
    expect(draw(7, 'roads')).toEqual(draw(7, 'roads'));
    expect(draw(7, 'roads')).not.toEqual(draw(8, 'roads'));
    expect(draw(7, 'roads')).not.toEqual(draw(7, 'villages'));
  });

  test('is spread evenly over [0, 1)', () => {
    const random = createRandom(1, 'evenness');
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 20_000; index++) {
      const bin = Math.floor(random.next() * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    for (const count of counts) expect(count).toBeGreaterThan(1800);
  });

  test('picks by weight, and never what weighs nothing', () => {
    const random = createRandom(3, 'weights');
    const picks = Array.from({ length: 4000 }, () =>
      random.pickWeighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ] as const),
    );
    const often = picks.filter((pick) => pick === 'often').length;
    expect(picks).not.toContain('never');
    expect(often / picks.length).toBeCloseTo(0.75, 1);
  });

  test('shuffles without losing, doubling or touching the given list', () => {
    const given = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom(5, 'shuffle').shuffled(given);
    expect(shuffled).not.toEqual(given);
    expect([...shuffled].sort()).toEqual(given);
  });

  test('refuses to pick from nothing', () => {
    expect(() => createRandom(1, 'nothing').pick([])).toThrow('at least one item');
  });
});

test('noise is smooth and stays within [0, 1]', () => {
  const noise = createNoise(11, 'hills', 100);
  for (let step = 0; step < 2000; step++) {
    const here = noise(step, step * 0.7);
    expect(here).toBeGreaterThanOrEqual(0);
    expect(here).toBeLessThanOrEqual(1);
    expect(Math.abs(noise(step + 1, step * 0.7) - here)).toBeLessThan(0.03);
  }
});

describe('identifiers', () => {
  const make = createIdentifierMaker(createRandom(1, 'identifiers'), '2024-11-01');
  const identifiers = Array.from({ length: 5000 }, make);

  test('have the version and variant bits of UUID version 7', () => {
    for (const identifier of identifiers) {
      expect(identifier).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test('carry their day, differ, and sort in the order of their making', () => {
    const first = identifiers[0] ?? '';
    const milliseconds = Number.parseInt(first.slice(0, 8) + first.slice(9, 13), 16);
    expect(new Date(milliseconds).toISOString()).toBe('2024-11-01T00:00:00.000Z');
    expect(new Set(identifiers).size).toBe(5000);
    expect([...identifiers].sort()).toEqual(identifiers);
  });

  test('need a day', () => {
    expect(() => createIdentifierMaker(createRandom(1, 'x'), 'soon')).toThrow('YYYY-MM-DD');
  });
});
