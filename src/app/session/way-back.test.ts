import { expect, test } from 'vitest';
import { type Place, placeAfter, roomFor } from './way-back.ts';

const NOWHERE: Place = { path: '/', userId: null };

/** Goes through the rooms one after another, as one person or nobody. */
const after = (...steps: [Place['path'], string | null][]) =>
  steps.reduce((place, [path, userId]) => placeAfter(place, path, userId), NOWHERE);

test('whose session ended in a room comes back to it', () => {
  const place = after(['/', 'an'], ['/thiet-lap', 'an'], ['/thiet-lap', null], ['/dang-nhap', null]);
  expect(roomFor(place, 'an')).toBe('/thiet-lap');
});

test('another person who signs in then comes to the map', () => {
  const place = after(['/thiet-lap', 'an'], ['/thiet-lap', null], ['/dang-nhap', null]);
  expect(roomFor(place, 'binh')).toBe('/');
});

test('who opened a room before signing in comes back to it, whoever it is', () => {
  const place = after(['/thiet-lap', null], ['/dang-nhap', null]);
  expect(roomFor(place, 'an')).toBe('/thiet-lap');
});

test('a room that was left since is not come back to', () => {
  const place = after(['/thiet-lap', 'an'], ['/', 'an'], ['/', null], ['/dang-nhap', null]);
  expect(roomFor(place, 'an')).toBe('/');
});

test('what belonged to one person does not pass to who looks on without signing in', () => {
  const place = after(['/thiet-lap', 'an'], ['/', null], ['/thiet-lap', null], ['/dang-nhap', null]);
  expect(roomFor(place, 'binh')).toBe('/thiet-lap');
});

test('the page of the one-time code is a door too', () => {
  const place = after(['/quy-dinh', 'an'], ['/quy-dinh', null], ['/dang-nhap', null], ['/ma', null]);
  expect(roomFor(place, 'an')).toBe('/quy-dinh');
});
