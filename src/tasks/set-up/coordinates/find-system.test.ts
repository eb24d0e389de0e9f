import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectionOf } from '../../../geo/projection.ts';
import type { FileFeature } from '../file/file-content.ts';
import { readFiles } from '../file/read-files.ts';
import type { Zone } from '../zone.ts';
import { findSystem } from './find-system.ts';
import { placeContent } from './place-content.ts';
import { allSystems } from './systems.ts';

const SHIFT =
  '+towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278';
const zone = (code: number, meridian: number, width: number): Zone => ({
  code: `EPSG:${code}`,
  name: `VN-2000 / ${meridian}`,
  central_meridian: meridian,
  zone_width: width,
  proj: `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${width === 3 ? '0.9999' : '0.9996'} +x_0=500000 +y_0=0 +ellps=WGS84 ${SHIFT} +units=m +no_defs`,
});
const ZONES = [
  zone(9209, 105.5, 3),
  zone(9210, 105.75, 3),
  zone(9211, 106, 3),
  zone(9214, 107, 3),
  zone(3405, 105, 6),
];
const HOME = 'EPSG:9210';
const own = ZONES[1]?.proj ?? '';
const systems = allSystems(ZONES, HOME);

/** A commune that is no rectangle, and a field of points well inside it. */
const ring: Position[] = [
  [106.6014, 20.71],
  [106.62, 20.6996],
  [106.6571, 20.715],
  [106.65, 20.7532],
  [106.61, 20.745],
  [106.6014, 20.71],
];
const commune: MultiPolygon = { type: 'MultiPolygon', coordinates: [[ring]] };
const inside = Array.from(
  { length: 60 },
  (_, index): Position => [106.615 + (index % 10) * 0.003, 20.715 + Math.floor(index / 10) * 0.004],
);

const points = (positions: readonly Position[]): FileFeature[] =>
  positions.map((coordinates) => ({ properties: {}, geometry: { type: 'Point', coordinates } }));
const area = (positions: readonly Position[]): FileFeature[] => [
  { properties: {}, geometry: { type: 'Polygon', coordinates: [positions] } },
];
const through = (proj: string) => projectionOf(proj).forward;
const find = (features: FileFeature[], boundary: MultiPolygon | null = commune) =>
  findSystem(features, { kind: 'none' }, systems, boundary);

const metres = (a: readonly number[], b: readonly number[]) =>
  Math.hypot(
    ((a[0] ?? 0) - (b[0] ?? 0)) * 111_320 * Math.cos((20.7 * Math.PI) / 180),
    ((a[1] ?? 0) - (b[1] ?? 0)) * 111_320,
  );

describe('without anything stated', () => {
  test('degrees, metres of the own zone, of the former zone and Web Mercator are told apart', () => {
    const key = (positions: Position[]) => find(points(positions)).readings[0]?.system.key;
    expect(key(inside)).toBe('degrees');
    expect(key(inside.map(through(own)))).toBe('vn2000 EPSG:9210');
    expect(key(inside.map(through(ZONES[0]?.proj ?? '')))).toBe('vn2000 EPSG:9209 other_zone');
    const mercator = through(
      '+proj=merc +a=6378137 +b=6378137 +lon_0=0 +k=1 +units=m +nadgrids=@null +no_defs',
    );
    expect(key(inside.map(mercator))).toBe('web_mercator');
  });

  test('swapped axes are read and named, and nobody is asked: nothing plain is believable', () => {
    const found = find(points(inside.map(([x = 0, y = 0]) => [y, x])));
    expect(found.readings[0]?.system.oddities).toEqual(['swapped']);
    expect(found.asks).toBe(false);
  });

  test('a missing datum shift is found by the boundary, and a person decides', () => {
    const unshifted = through(own.replace(SHIFT, ''));
    const found = find([...area(ring.map(unshifted)), ...points(inside.map(unshifted))]);
    expect(found.readings[0]?.system.oddities).toEqual(['no_shift']);
    expect(found.readings.map(({ system }) => system.key)).toContain('vn2000 EPSG:9210');
    expect(found.asks).toBe(true);
  });

  test('points alone cannot tell 224 m: the plain reading wins the tie, and nobody is asked', () => {
    const found = find(points(inside.map(through(own.replace(SHIFT, '')))));
    expect(found.readings[0]?.system.key).toBe('vn2000 EPSG:9210');
    expect(found.asks).toBe(false);
  });

  test('without a commune every zone is believable, and a person chooses', () => {
    const found = find(area(ring.map(through(own))), null);
    expect(found.asks).toBe(true);
    expect(found.readings.map(({ system }) => system.zone?.code)).toContain(HOME);
    expect(find(area(ring), null)).toMatchObject({ asks: false, readings: [{ inside: 1 }] });
  });
});

test('what each mistake costs here is what the surveyors say it costs', () => {
  const there = through(own)([106.6295, 20.7269]);
  const off = (proj: string) => metres(projectionOf(proj).inverse(there), [106.6295, 20.7269]);
  expect(off(own.replace(SHIFT, ''))).toBeCloseTo(224, -1);
  expect(off(own.replace('0.9999', '0.9996'))).toBeCloseTo(690, -1);
  expect(off(ZONES[2]?.proj ?? '') / 1000).toBeCloseTo(26, 0);
});

test('a .prj file is believed: VN-2000, WGS84 UTM, and plain degrees', () => {
  const prj = (text: string, positions: Position[]) =>
    findSystem(points(positions), { kind: 'prj', text }, systems, commune).readings[0]?.system.key;
  const projected = (datum: string, meridian: number, scale: number) =>
    `PROJCS["x",GEOGCS["x",DATUM["${datum}"]],PROJECTION["Transverse_Mercator"],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}]]`;
  expect(prj(projected('D_Vietnam_2000', 105.75, 0.9999), inside.map(through(own)))).toBe('vn2000 EPSG:9210');
  const utm = through((ZONES[4]?.proj ?? '').replace(SHIFT, ''));
  expect(prj(projected('D_WGS_1984', 105, 0.9996), inside.map(utm))).toBe(
    'vn2000 EPSG:3405 other_zone no_shift',
  );
  expect(prj('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', inside)).toBe('degrees');
});

const REAL = resolve(import.meta.dirname, '../../../../../shared/data/haiphong_114_communes.geojson');
const hasOgr = (() => {
  try {
    execFileSync('ogr2ogr', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!existsSync(REAL) || !hasOgr)('the 114 real communes of Hải Phòng', () => {
  const source = existsSync(REAL)
    ? (JSON.parse(readFileSync(REAL, 'utf8')) as FeatureCollection<Polygon | MultiPolygon>)
    : { features: [] };
  const partsOf = (geometry: Polygon | MultiPolygon) =>
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let files: { name: string; bytes: Uint8Array }[] = [];

  beforeAll(() => {
    const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-shp-'));
    writeFileSync(join(folder, 'in.geojson'), readFileSync(REAL));
    execFileSync('ogr2ogr', [
      '-t_srs',
      own,
      '-lco',
      'ENCODING=UTF-8',
      join(folder, 'xa.shp'),
      join(folder, 'in.geojson'),
    ]);
    files = ['shp', 'dbf', 'shx'].map((ending) => ({
      name: `xa.${ending}`,
      bytes: new Uint8Array(readFileSync(join(folder, `xa.${ending}`))),
    }));
    rmSync(folder, { recursive: true });
  });

  test.each([
    ['all of them together', source.features],
    ['one of them, xã Nghi Dương', source.features.filter(({ properties }) => properties?.code === '11713')],
  ])(
    'as a shapefile in VN-2000 without .prj, against %s: found, within 1 m, nobody asked',
    async (_, features) => {
      const content = await readFiles(files, 'area');
      const boundary: MultiPolygon = {
        type: 'MultiPolygon',
        coordinates: features.flatMap(({ geometry }) => partsOf(geometry)),
      };
      const found = findSystem(content.features, content.system, systems, boundary);
      const [first] = found.readings;
      expect([first?.system.key, found.asks]).toEqual(['vn2000 EPSG:9210', false]);
      const placed = first ? placeContent(content, first.system).features : [];
      expect(placed).toHaveLength(114);
      let worst = 0;
      placed.forEach(({ geometry, properties }, index) => {
        const wanted = source.features[index];
        expect(properties.fullName).toBe(wanted?.properties?.fullName);
        const corners = wanted ? partsOf(wanted.geometry).flat(2) : [];
        for (const corner of partsOf(geometry as unknown as Polygon | MultiPolygon)
          .flat(2)
          .slice(0, 40)) {
          worst = Math.max(worst, Math.min(...corners.map((other) => metres(corner, other))));
        }
      });
      expect(worst).toBeLessThan(1);
    },
  );
});
