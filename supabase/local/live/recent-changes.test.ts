import { expect, it } from 'vitest';
import { readChange, rememberChanges } from './recent-changes.ts';

it('remembers each table once, for two minutes', () => {
  let now = 0;
  const recent = rememberChanges(() => now);
  now = 200_000;
  recent.add({ commune: 'a', table: 'roads' });
  now = 250_000;
  recent.add({ commune: 'a', table: 'hamlets' });
  recent.add({ commune: 'a', table: 'hamlets' });
  now = 260_000;
  expect(recent.since(20_000)).toEqual([{ commune: 'a', table: 'hamlets' }]);
  expect(recent.since(60_000)?.map(({ table }) => table)).toEqual(['roads', 'hamlets']);
  expect(recent.since(120_001)).toBeNull();
});

it('does not know what was before it began', () => {
  let now = 1000;
  const recent = rememberChanges(() => now);
  now = 2000;
  expect(recent.since(1000)).toEqual([]);
  expect(recent.since(1001)).toBeNull();
});

it('takes nothing for an announcement that is none', () => {
  expect(readChange('{"commune": "a", "table": "roads"}')).toEqual({ commune: 'a', table: 'roads' });
  for (const words of ['', '{', 'null', '{"table": "roads"}']) expect(readChange(words)).toBeNull();
});
