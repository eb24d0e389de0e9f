import { expect, test } from 'vitest';
import type { CareSubject, Worker } from './contract.ts';
import { byUrgency, daysBetween, distanceTo, isNear, mondayOf, ownWork } from './work-order.ts';

const subject = (name: string, more: Partial<CareSubject>) => ({ id: name, name, ...more }) as CareSubject;
const worker = (more: Partial<Worker>) => ({ isOfficer: false, organizationId: null, ...more }) as Worker;

test('a person’s work is that of the own organization; nobody’s is nobody’s', () => {
  const all = [
    subject('ours', { organization_id: 'veterans' }),
    subject('theirs', { organization_id: 'women' }),
    subject('nobody’s', { organization_id: null }),
  ];
  const names = (of: Worker) => ownWork(all, of).map(({ name }) => name);
  expect(names(worker({ organizationId: 'veterans' }))).toEqual(['ours']);
  expect(names(worker({}))).toEqual([]);
  expect(names(worker({ isOfficer: true }))).toHaveLength(3);
});

test('the longest wait comes first, what was never recorded after what is overdue', () => {
  const list = [
    subject('kept', { state: 'kept', oldest_done_on: '2026-11-20' }),
    subject('never', { state: 'never', oldest_done_on: null }),
    subject('late', { state: 'overdue', oldest_done_on: '2026-09-01' }),
    subject('due', { state: 'due', oldest_done_on: '2026-10-20' }),
    subject('later', { state: 'overdue', oldest_done_on: '2026-08-01' }),
  ];
  expect(byUrgency(list).map(({ name }) => name)).toEqual(['later', 'late', 'never', 'due', 'kept']);
});

test('near is within 150 m of the nearest place of a road', () => {
  const road = subject('road', {
    geometry: {
      type: 'MultiLineString',
      coordinates: [
        [
          [106.62, 20.7],
          [106.62, 20.71],
        ],
      ],
    },
  });
  // 0.001 degrees east are 104 m here, 0.002 are 208 m.
  expect(isNear(distanceTo(road, [106.621, 20.705]))).toBe(true);
  expect(isNear(distanceTo(road, [106.622, 20.705]))).toBe(false);
  expect(isNear(null)).toBe(false);
});

test('weeks begin on Monday', () => {
  // 27 November 2026 is a Friday.
  expect(mondayOf('2026-11-27')).toBe('2026-11-23');
  expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  expect(mondayOf('2026-11-29')).toBe('2026-11-23');
  expect(daysBetween('2026-11-01', '2026-11-27')).toBe(26);
});
