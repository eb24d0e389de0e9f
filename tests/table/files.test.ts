import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../src/geo/parts.ts';
import type { SheetCell } from '../../src/table/export-sheet.ts';
import { featureList } from '../../src/table/files/feature-list.ts';
import { type Format, makeFile, type Places } from '../../src/table/files/make-file.ts';
import { hasGdal, inFolder, layersIn, readByGdal } from '../support/gdal.ts';
import { readWorkbook } from '../support/workbook.ts';

// What our files hold is read back by GDAL, with which QGIS and most other map software reads.
// Where it is not installed these tests are skipped, and their name says so.

const SYSTEM = {
  name: 'VN-2000 105°45′',
  proj: '+proj=tmerc +lat_0=0 +lon_0=105.75 +k=0.9999 +x_0=500000 +y_0=0 +ellps=WGS84 +towgs84=-191.90441429,-39.30318279,-111.45032835,0.00928836,-0.01975479,0.00427372,0.252906278 +units=m +no_defs',
};
const TITLES = ['Tên', 'Tổ chức phụ trách', 'Tổ chức phụ trách', 'Chiều dài (m)', 'Từ ngày'];
const CELLS: SheetCell[][] = [
  ['Đường "Hoa" <Xuân & Chiếng>', '=cmd|/C calc', 'Hội Cựu chiến binh', 640.25, { day: '2026-03-08' }],
  ['Ngõ 2', null, 'Đoàn Thanh niên', -3, null],
];
// Seven decimals, as the database gives them.
const sum = (one: number, other: number) => Number((one + other).toFixed(7));
const SQUARE = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x, sum(y, side)],
  [sum(x, side), sum(y, side)],
  [sum(x, side), y],
  [x, y],
];
const SHAPES: Record<string, [Geometry, Geometry]> = {
  points: [
    { type: 'Point', coordinates: [106.6297123, 20.7541987] },
    { type: 'Point', coordinates: [106.7, 20.8] },
  ],
  lines: [
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [106.62, 20.75],
          [106.6212345, 20.7598765],
        ],
        [
          [106.63, 20.76],
          [106.64, 20.77],
          [106.65, 20.77],
        ],
      ],
    },
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [106.7, 20.7],
          [106.71, 20.71],
        ],
      ],
    },
  ],
  areas: [
    {
      type: 'MultiPolygon',
      coordinates: [
        [SQUARE(106.6, 20.7, 0.05), SQUARE(106.62, 20.72, 0.01).toReversed()],
        [SQUARE(106.7, 20.7, 0.01)],
      ],
    },
    { type: 'MultiPolygon', coordinates: [[SQUARE(106.8, 20.7, 0.01).toReversed()]] },
  ],
};
const KINDS = Object.keys(SHAPES);

function fileOf(
  format: Format,
  places: Places,
  geometries: readonly Geometry[],
  cells = CELLS,
  system = SYSTEM,
) {
  const shapes = geometries.map((geometry, index) => ({
    id: `0190000${index}-0000-7000-8000-000000000000`,
    name: String(cells[index]?.[0]),
    geometry,
  }));
  const origin = { sheet: 'Nguồn', lines: [['Xã', 'Nghi Dương'] as const] };
  const list = featureList('Tuyến đường', { titles: TITLES, rows: cells }, shapes, origin);
  return makeFile({ format, places, system, name: 'nghi-duong', list });
}

/** Every corner of the shapes, ring by ring, in an order that does not depend on where a ring begins or how it turns. */
function corners(geometries: readonly Geometry[]): Position[] {
  const lines = geometries.flatMap((geometry) => partsOf(geometry).parts.flat());
  return lines.flat().toSorted(([x1 = 0, y1 = 0], [x2 = 0, y2 = 0]) => x1 - x2 || y1 - y2);
}

/** The text of one file in a zip. */
function textIn(path: string, name: string): string {
  return strFromU8(unzipSync(readFileSync(path))[name] ?? new Uint8Array());
}

const METRES_A_DEGREE = 111_320;

function expectSamePlaces(found: readonly Geometry[], wanted: readonly Geometry[], metres: number) {
  const [here, there] = [corners(found), corners(wanted)];
  expect(here.length).toBe(there.length);
  const away = here.map(([x = 0, y = 0], index) => {
    const [wantedX = 0, wantedY = 0] = there[index] ?? [];
    return METRES_A_DEGREE * Math.hypot(x - wantedX, y - wantedY);
  });
  expect(Math.max(...away)).toBeLessThan(metres);
  expect(found.map((geometry) => partsOf(geometry).kind)).toEqual(
    wanted.map((geometry) => partsOf(geometry).kind),
  );
}

describe.skipIf(!hasGdal)(
  hasGdal ? 'read by GDAL' : 'read by GDAL (not installed: apt-get install gdal-bin)',
  () => {
    it.each(KINDS)('GeoJSON gives %s back', async (kind) => {
      const wanted = SHAPES[kind] ?? [];
      const { features } = await inFolder('a.geojson', await fileOf('geojson', 'degrees', wanted), (path) =>
        readByGdal(path),
      );
      expect(features.map(({ properties }) => properties)).toEqual([
        {
          Tên: 'Đường "Hoa" <Xuân & Chiếng>',
          'Tổ chức phụ trách': '=cmd|/C calc',
          'Tổ chức phụ trách 2': 'Hội Cựu chiến binh',
          'Chiều dài (m)': 640.25,
          'Từ ngày': '2026-03-08',
        },
        {
          Tên: 'Ngõ 2',
          'Tổ chức phụ trách': null,
          'Tổ chức phụ trách 2': 'Đoàn Thanh niên',
          'Chiều dài (m)': -3,
          'Từ ngày': null,
        },
      ]);
      expect(features[0]?.id).toBe('01900000-0000-7000-8000-000000000000');
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        wanted,
        0.001,
      );
    });

    it.each(KINDS)('KML gives %s back', async (kind) => {
      const wanted = SHAPES[kind] ?? [];
      const { features } = await inFolder('a.kml', await fileOf('kml', 'degrees', wanted), (path) =>
        readByGdal(path),
      );
      expect(features[0]?.properties).toMatchObject({
        Name: 'Đường "Hoa" <Xuân & Chiếng>',
        'Tổ chức phụ trách': '=cmd|/C calc',
        'Chiều dài (m)': 640.25,
        'Từ ngày': '2026-03-08',
      });
      expect(features[1]?.properties?.['Tổ chức phụ trách'] ?? null).toBeNull();
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        wanted,
        0.001,
      );
    });

    it.each(KINDS)('GPX gives %s back, areas as outlines', async (kind) => {
      const wanted = SHAPES[kind] ?? [];
      const layer = kind === 'points' ? 'waypoints' : 'tracks';
      const { features } = await inFolder('a.gpx', await fileOf('gpx', 'degrees', wanted), (path) =>
        readByGdal(path, [], layer),
      );
      expect(features[0]?.properties).toMatchObject({
        name: 'Đường "Hoa" <Xuân & Chiếng>',
        desc: expect.stringContaining('Tổ chức phụ trách 2: Hội Cựu chiến binh'),
      });
      const outlines = wanted.map(
        (geometry): Geometry =>
          partsOf(geometry).kind === 'areas'
            ? { type: 'MultiLineString', coordinates: partsOf(geometry).parts.flat() }
            : geometry,
      );
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        outlines,
        0.001,
      );
    });

    const shapefiles = KINDS.flatMap((kind) =>
      (['degrees', 'plane'] as const).map((places) => ({ kind, places })),
    );
    it.each(shapefiles)('a zipped shapefile gives $kind in $places back', async ({ kind, places }) => {
      const wanted = SHAPES[kind] ?? [];
      const { features } = await inFolder('a.zip', await fileOf('shapefile', places, wanted), (path) => {
        expect(layersIn(`/vsizip/${path}`)).toEqual(['nghi-duong']);
        return readByGdal(`/vsizip/${path}`, ['-t_srs', 'EPSG:4326']);
      });
      expect(features.map(({ properties }) => properties)).toEqual([
        {
          TEN: 'Đường "Hoa" <Xuân & Chiếng>',
          TO_CHUC_PH: '=cmd|/C calc',
          TO_CHUC_2: 'Hội Cựu chiến binh',
          CHIEU_DAI: 640.25,
          TU_NGAY: '2026-03-08',
        },
        // A date that is blank is no field at all to GDAL.
        { TEN: 'Ngõ 2', TO_CHUC_PH: null, TO_CHUC_2: 'Đoàn Thanh niên', CHIEU_DAI: -3 },
      ]);
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        wanted,
        0.001,
      );
    });

    it('a shapefile is placed by the seven parameters that it carries, not by what a reader knows of VN-2000', async () => {
      const wanted = SHAPES.lines ?? [];
      const unshifted = {
        name: 'Không dịch',
        proj: SYSTEM.proj.replace(/towgs84=\S+/, 'towgs84=0,0,0,0,0,0,0'),
      };
      const file = await fileOf('shapefile', 'plane', wanted, CELLS, unshifted);
      const { features } = await inFolder('a.zip', file, (path) =>
        readByGdal(`/vsizip/${path}`, ['-t_srs', 'EPSG:4326']),
      );
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        wanted,
        0.001,
      );
    });

    it('a zipped shapefile holds points and areas of one layer in a file each', async () => {
      const wanted = [SHAPES.points?.[0], SHAPES.areas?.[1]].filter((geometry) => geometry !== undefined);
      await inFolder('a.zip', await fileOf('shapefile', 'plane', wanted), (path) => {
        expect(layersIn(`/vsizip/${path}`).toSorted()).toEqual(['nghi-duong_diem', 'nghi-duong_vung']);
        wanted.forEach((geometry, index) => {
          const layer = ['nghi-duong_diem', 'nghi-duong_vung'][index] ?? '';
          const { features } = readByGdal(`/vsizip/${path}`, ['-t_srs', 'EPSG:4326'], layer);
          expect(features.map(({ properties }) => properties?.TEN)).toEqual([CELLS[index]?.[0]]);
          expectSamePlaces(
            features.map((feature) => feature.geometry),
            [geometry],
            0.001,
          );
        });
      });
    });

    it('a shapefile cuts a text that is too long between letters, and says so in the file beside it', async () => {
      const long = 'ễ'.repeat(100);
      const cells = CELLS.map((row) => [long, ...row.slice(1)]);
      await inFolder('a.zip', await fileOf('shapefile', 'degrees', SHAPES.points ?? [], cells), (path) => {
        const { features } = readByGdal(`/vsizip/${path}`);
        // Three bytes a letter: 84 of them fit into 254 bytes.
        expect(features[0]?.properties?.TEN).toBe('ễ'.repeat(84));
        expect(textIn(path, 'nghi-duong.txt')).toContain('Số ô bị cắt vì dài quá 254 byte: 2');
        expect(textIn(path, 'nghi-duong.txt')).toContain('TO_CHUC_2: Tổ chức phụ trách 2');
      });
    });

    it('CSV gives points back where X is the northing and Y the easting', async () => {
      const wanted = SHAPES.points ?? [];
      const { features } = await inFolder('a.csv', await fileOf('csv', 'plane', wanted), (path) =>
        readByGdal(path, [
          ...['-oo', 'X_POSSIBLE_NAMES=Y h*', '-oo', 'Y_POSSIBLE_NAMES=X h*'],
          ...['-s_srs', SYSTEM.proj, '-t_srs', 'EPSG:4326'],
        ]),
      );
      expect(features[0]?.properties).toMatchObject({
        Tên: 'Đường "Hoa" <Xuân & Chiếng>',
        'Tổ chức phụ trách': "'=cmd|/C calc",
      });
      expectSamePlaces(
        features.map(({ geometry }) => geometry),
        wanted,
        0.002,
      );
    });

    it('Excel gives every corner of areas back, in order', async () => {
      const wanted = SHAPES.areas ?? [];
      const file = await fileOf('xlsx', 'degrees', wanted);
      const sheet = readWorkbook(new Uint8Array(await file.arrayBuffer()))['Tuyến đường'] ?? [];
      expect(sheet[0]).toEqual([
        ...['Số thứ tự', 'Tên', 'Tổ chức phụ trách', 'Tổ chức phụ trách 2', 'Chiều dài (m)', 'Từ ngày'],
        ...['Phần', 'Vòng', 'Góc', 'Vĩ độ', 'Kinh độ'],
      ]);
      const { features } = await inFolder('a.xlsx', file, (path) =>
        readByGdal(path, ['-oo', 'HEADERS=FORCE'], 'Tuyến đường'),
      );
      const rings = new Map<string, Position[]>();
      for (const { properties } of features) {
        const ring = ['Số thứ tự', 'Phần', 'Vòng'].map((each) => properties?.[each]).join(' ');
        const place = [Number(properties?.['Kinh độ']), Number(properties?.['Vĩ độ'])];
        rings.set(ring, [...(rings.get(ring) ?? []), place]);
      }
      expect([...rings.keys()]).toEqual(['1 1 1', '1 1 2', '1 2 1', '2 1 1']);
      expect([...rings.values()]).toEqual(wanted.flatMap((geometry) => partsOf(geometry).parts.flat()));
      expect(features[0]?.properties?.['Tổ chức phụ trách']).toBe('=cmd|/C calc');
    });
  },
);

it('no cell of a workbook or a CSV file is a formula, with places or without', async () => {
  for (const places of ['none', 'degrees', 'plane'] as const) {
    const workbook = await fileOf('xlsx', places, SHAPES.lines ?? []);
    const cells = Object.values(readWorkbook(new Uint8Array(await workbook.arrayBuffer()))).flat(2);
    expect(cells.filter((cell) => typeof cell === 'object' && cell !== null && 'formula' in cell)).toEqual(
      [],
    );
    const text = await (await fileOf('csv', places, SHAPES.lines ?? [])).text();
    expect(text.split(/[;\r\n]/).filter((cell) => /^"?=/.test(cell))).toEqual([]);
    expect(text).toContain("'=cmd|/C calc");
  }
});

it('XML holds no character that would make a reader refuse the file', async () => {
  const cells = CELLS.map((row) => ['a\u0001b\ud800c', ...row.slice(1)]);
  for (const format of ['kml', 'gpx'] as const) {
    const text = await (await fileOf(format, 'degrees', SHAPES.points ?? [], cells)).text();
    expect(text).toContain('<name>ab\ufffdc</name>');
  }
});
