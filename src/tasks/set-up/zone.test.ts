import { expect, test } from 'vitest';
import { proposeZone } from './zone.ts';

const zones = [
  { code: 'EPSG:9210', name: 'TM-3 105°45′', central_meridian: 105.75, zone_width: 3, proj: '' },
  { code: 'EPSG:9213', name: 'TM-3 106°30′', central_meridian: 106.5, zone_width: 3, proj: '' },
  { code: 'EPSG:3405', name: 'UTM 48N', central_meridian: 106.6, zone_width: 6, proj: '' },
];

test('Hải Phòng has its own meridian, though another is nearer', () => {
  expect(proposeZone(zones, 'Thành phố Hải Phòng', 106.63)).toBe('EPSG:9210');
});

test('elsewhere the nearest meridian of the 3-degree zones is proposed', () => {
  expect(proposeZone(zones, 'Thái Bình', 106.63)).toBe('EPSG:9213');
});

test('nothing is proposed of nothing', () => {
  expect(proposeZone(zones, '', null)).toBe('');
  expect(proposeZone([], 'Hải Phòng', 106.63)).toBe('');
});
