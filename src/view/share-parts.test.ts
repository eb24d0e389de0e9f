import { expect, test } from 'vitest';
import { parse } from './parse.ts';
import { shareParts } from './share-parts.ts';

test('what a step back did not change keeps its identity', () => {
  const before = parse('layers=roads&roads.class=alley&hamlets.text=x&at=20.7,106.6,12');
  const now = parse('layers=roads&roads.class=field&hamlets.text=x&at=20.7,106.6,12');
  const shared = shareParts(before, now);
  expect(shared).toEqual(now);
  expect(shared.layers).toBe(before.layers);
  expect(shared.camera).toBe(before.camera);
  expect(shared.filters.hamlets).toBe(before.filters.hamlets);
  expect(shared.filters.roads).not.toBe(before.filters.roads);
});

test('all filters the same are one object', () => {
  const before = parse('roads.class=alley&selected=roads:1');
  expect(shareParts(before, parse('roads.class=alley')).filters).toBe(before.filters);
});
