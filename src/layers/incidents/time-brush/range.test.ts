import { expect, test } from 'vitest';
import { EVERY, isIn, type Part, SIZES } from './moments.ts';
import { afterKey, endsOf, type Range, rangeTo, setOf } from './range.ts';

const valuesOf = (part: Part, range: Range) =>
  Array.from({ length: SIZES[part] }, (_, value) => value).filter((value) => isIn(setOf(part, range), value));

const press = (part: Part, range: Range | null, ...keys: string[]) =>
  keys.reduce<Range | null>((before, key) => {
    const shiftKey = key.startsWith('Shift+');
    const next = afterKey(part, before, { key: key.replace('Shift+', ''), shiftKey });
    return next === undefined ? before : next;
  }, range);

test('nothing chosen is everything', () => {
  expect(setOf('hours', null)).toBe(EVERY);
});

test('a night goes on after midnight, drawn from either side', () => {
  const evening = rangeTo('hours', 22, 27);
  expect(valuesOf('hours', evening)).toEqual([0, 1, 2, 3, 22, 23]);
  expect(endsOf('hours', evening)).toEqual({ first: 22, last: 3 });
  const morning = rangeTo('hours', 3, -2);
  expect(valuesOf('hours', morning)).toEqual([0, 1, 2, 3, 22, 23]);
  expect(endsOf('hours', morning)).toEqual({ first: 22, last: 3 });
});

test('the months of a period have an end', () => {
  expect(valuesOf('months', rangeTo('months', 10, 15))).toEqual([10, 11]);
  expect(valuesOf('months', rangeTo('months', 1, -5))).toEqual([0, 1]);
});

test('no range is longer than what there is', () => {
  expect(valuesOf('weekdays', rangeTo('weekdays', 2, 40))).toHaveLength(7);
});

test('arrows move what is chosen and stop at the ends of a period', () => {
  expect(press('months', null, 'ArrowRight')).toEqual({ begun: 0, reach: 0 });
  expect(press('months', null, 'ArrowLeft')).toEqual({ begun: 11, reach: 0 });
  expect(press('months', { begun: 9, reach: 1 }, 'ArrowRight', 'ArrowRight')).toEqual({
    begun: 10,
    reach: 1,
  });
  expect(press('hours', { begun: 23, reach: 2 }, 'ArrowRight')).toEqual({ begun: 0, reach: 2 });
});

test('with shift they draw its end, past midnight too', () => {
  const night = press('hours', null, 'End', 'Shift+ArrowRight', 'Shift+ArrowRight');
  expect(night && valuesOf('hours', night)).toEqual([0, 1, 23]);
  expect(press('hours', night, 'Shift+ArrowLeft')).toEqual({ begun: 23, reach: 1 });
});

test('Escape lets go what is chosen, and is for others where nothing is', () => {
  expect(afterKey('hours', { begun: 3, reach: 0 }, { key: 'Escape', shiftKey: false })).toBeNull();
  expect(afterKey('hours', null, { key: 'Escape', shiftKey: false })).toBeUndefined();
  expect(afterKey('hours', null, { key: 'Tab', shiftKey: false })).toBeUndefined();
});
