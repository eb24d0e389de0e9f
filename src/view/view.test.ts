import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { parse } from './parse.ts';
import { serialise } from './serialise.ts';
import { FIRST_VIEW, type View } from './view.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/);
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const value = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    // What separates and escapes, so that it is met often.
    fc.string({ unit: fc.constantFrom(',', '\\', '&', '=', '%', '+', 'ụ'), maxLength: 6 }),
  )
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const values = fc
  .array(value, { minLength: 1, maxLength: 5 })
  .filter((list) => list.some((text) => text !== ''));
const decimal = (limit: number, decimals: number) =>
  fc
    .integer({ min: -limit * 10 ** decimals, max: limit * 10 ** decimals })
    .map((n) => n / 10 ** decimals + 0);

const view: fc.Arbitrary<View> = fc.record({
  commune: fc.option(fc.stringMatching(/^\d{5}$/)),
  layers: fc.option(fc.uniqueArray(name, { maxLength: 6 })),
  filters: fc.dictionary(
    name,
    fc.dictionary(name, values, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    {
      maxKeys: 4,
      noNullPrototype: true,
    },
  ),
  asOf: fc.option(day),
  indicator: fc.option(name.filter((text) => text !== 'none')),
  selection: fc.option(fc.record({ layer: name, id })),
  camera: fc.option(
    fc.record({
      latitude: decimal(85, 5),
      longitude: decimal(180, 5),
      zoom: fc.integer({ min: 0, max: 2400 }).map((n) => n / 100),
    }),
  ),
  table: fc.option(name),
  form: fc.option(fc.record({ act: name, layer: name, id: fc.option(id) })),
  compareTo: fc.option(day),
  rings: fc.uniqueArray(name, { maxLength: LIMITS.rings }),
  reach: fc.option(
    fc.record({
      layer: name,
      radius: fc.integer({ min: LIMITS.reach.least, max: LIMITS.reach.most }),
      kinds: fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/), { maxLength: 5 }),
    }),
  ),
  scene: fc.option(fc.record({ meeting: id, position: fc.integer({ min: 1, max: 999 }) })),
});

test('what is written is read back the same', () => {
  fc.assert(
    fc.property(view, (written) => {
      expect(parse(serialise(written))).toEqual(written);
    }),
    { numRuns: 500 },
  );
});

test('parse never throws, and what it read is stable', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webQueryParameters(),
    fc
      .array(
        fc.tuple(fc.constantFrom('layers', 'at', 'selected', 'as_of', 'a.b', '__proto__.x'), fc.string()),
        {
          maxLength: 8,
        },
      )
      .map((pairs) => new URLSearchParams(pairs).toString()),
  );
  fc.assert(
    fc.property(hostile, (search) => {
      const read = parse(search);
      expect(parse(serialise(read))).toEqual(read);
    }),
    { numRuns: 500 },
  );
});

describe('links', () => {
  test('the first view says nothing', () => {
    expect(serialise(FIRST_VIEW)).toBe('');
    expect(parse('')).toEqual(FIRST_VIEW);
  });
  test('a view is readable', () => {
    const link =
      '?as_of=2026-06-30&layers=hamlets,model-roads&model-roads.state=recognised,registered' +
      '&waste-points.text=Thu%E1%BB%B5&indicator=none&selected=model-roads:0197-a&at=20.7269,106.6295,13.2&table=waste-points' +
      '&compare_to=2026-03-31&rings=waste-sorting,road-care&reach=waste-points:500:collection,green_house';
    const read = parse(link);
    expect(read).toEqual({
      commune: null,
      layers: ['hamlets', 'model-roads'],
      filters: {
        'model-roads': { state: ['recognised', 'registered'] },
        'waste-points': { text: ['Thuỵ'] },
      },
      asOf: '2026-06-30',
      indicator: null,
      selection: { layer: 'model-roads', id: '0197-a' },
      camera: { latitude: 20.7269, longitude: 106.6295, zoom: 13.2 },
      table: 'waste-points',
      form: null,
      compareTo: '2026-03-31',
      rings: ['waste-sorting', 'road-care'],
      reach: { layer: 'waste-points', radius: 500, kinds: ['collection', 'green_house'] },
      scene: null,
    });
    expect(serialise(read)).toBe(link);
  });
  test.each([
    ['a day that is none', 'as_of=2026-02-30'],
    ['a script', 'selected=<script>alert(1)</script>&table=<b>'],
    ['a camera off the earth', 'at=99,200,3'],
    ['a camera of words', 'at=NaN,Infinity,1e9'],
    ['unknown keys', 'utm_source=x&constructor=1'],
    ['nothing chosen', 'roads.class=&roads.text=,,'],
    ['a name of objects', '__proto__.polluted=yes&a.__proto__=x'],
    ['a reach below or above what is offered', 'reach=waste-points:99'],
    ['a reach of no number', 'reach=waste-points:1e3:collection'],
    ['a scene before the first', 'scene=0197-a:0'],
    ['broken escapes', '%E0%A4%A&%%%=%'],
  ])('%s is left out', (_what, search) => {
    expect(parse(search)).toEqual(FIRST_VIEW);
    expect({}).not.toHaveProperty('polluted');
  });
  test('a layer without layers stays without', () => {
    expect(parse('layers=').layers).toEqual([]);
  });
  test('names of object methods are plain names', () => {
    const read = parse('constructor.constructor=x&roads.constructor=y');
    expect(read.filters).toEqual({ constructor: { constructor: ['x'] }, roads: { constructor: ['y'] } });
  });
  test('counts and lengths are limited', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index).join(',');
    const read = parse(`roads.class=${values}&roads.text=${'a'.repeat(LIMITS.value + 1)}`);
    expect(read.filters.roads?.class).toHaveLength(LIMITS.values);
    expect(read.filters.roads?.text).toBeUndefined();
    const many = Array.from({ length: 500 }, (_, index) => `l.f${index}=x`).join('&');
    expect(Object.keys(parse(many).filters.l ?? {})).toHaveLength(LIMITS.filters);
  });
});
