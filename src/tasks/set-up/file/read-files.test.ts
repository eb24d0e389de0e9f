import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { WantedShape } from './file-content.ts';
import { readFiles } from './read-files.ts';

const read = (name: string, content: string | Uint8Array, wanted: WantedShape = 'point') =>
  readFiles([{ name, bytes: typeof content === 'string' ? strToU8(content) : content }], wanted);
const codes = (content: Awaited<ReturnType<typeof read>>) => content.notes.map(({ code }) => code);

const kml = (name: string, inside = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${inside}<Placemark><name>${name}</name><Style><LineStyle><color>ff0000ff</color></LineStyle></Style><Point><coordinates>106.63,20.73,5</coordinates></Point></Placemark></Document></kml>`;
const gpx =
  '<?xml version="1.0"?><gpx version="1.1"><wpt lat="20.73" lon="106.63"><name>Bể 1</name></wpt><trk><name>Đường 1</name><trkseg><trkpt lat="20.73" lon="106.63"/><trkpt lat="20.74" lon="106.64"/></trkseg></trk></gpx>';
const dxf = [
  ['0', 'SECTION', '2', 'ENTITIES'],
  [
    '0',
    'LWPOLYLINE',
    '8',
    'THUA',
    '70',
    '1',
    '10',
    '594000',
    '20',
    '2294000',
    '10',
    '594100',
    '20',
    '2294000',
    '10',
    '594100',
    '20',
    '2294100',
  ],
  ['0', 'TEXT', '8', 'CHU', '10', '594080', '20', '2294020', '1', 'Thôn 1'],
  ['0', 'INSERT', '8', 'KH', '2', 'CAY'],
  ['0', 'ENDSEC', '0', 'EOF'],
]
  .flat()
  .join('\r\n');

describe('each format gives features, columns and what it says of its coordinates', () => {
  test('KML: looks and heights are left out', async () => {
    const content = await read('a.kml', kml('Nhà văn hóa'));
    expect(content.features).toEqual([
      { properties: { name: 'Nhà văn hóa' }, geometry: { type: 'Point', coordinates: [106.63, 20.73] } },
    ]);
    expect(content.system).toEqual({ kind: 'wgs84' });
    expect(codes(content)).toEqual(['third_dimension_left_out']);
  });

  test('KMZ is KML in an archive', async () => {
    const content = await read('a.kmz', zipSync({ 'doc.kml': strToU8(kml('Chợ')) }));
    expect(content.features[0]?.properties.name).toBe('Chợ');
  });

  test('GPX: waypoints and tracks', async () => {
    const { features } = await read('a.gpx', gpx);
    expect(features.map(({ geometry, properties }) => [geometry?.type, properties.name])).toEqual([
      ['LineString', 'Đường 1'],
      ['Point', 'Bể 1'],
    ]);
  });

  test('DXF: a closed polyline is an area, its text its name; blocks are left out and said so', async () => {
    const content = await read('a.dxf', dxf);
    expect(content.features).toMatchObject([
      { properties: { ten: 'Thôn 1', lop: 'THUA' }, geometry: { type: 'Polygon' } },
    ]);
    expect(codes(content)).toEqual(['blocks_left_out']);
  });

  test('CSV of surveyors: X is the northing, decimal comma, semicolons, corners in order', async () => {
    const text = [
      'BẢNG KÊ TỌA ĐỘ;;;',
      'Tên thôn;Điểm;X (m);Y (m)',
      'Thôn 1;1;2.294.000,5;594.000,5',
      ';2;2294000,5;594100,5',
      ';3;2294100,5;594100,5',
      'Thôn 2;1;2294200;594000',
      ';2;2294200;594100',
      ';3;2294300;594100',
      'Người lập biểu;;;',
    ].join('\r\n');
    const content = await read('goc.csv', `\ufeff${text}`, 'area');
    expect(content.features.map(({ properties }) => properties['Tên thôn'])).toEqual(['Thôn 1', 'Thôn 2']);
    expect(content.features[0]?.geometry).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [594000.5, 2294000.5],
          [594100.5, 2294000.5],
          [594100.5, 2294100.5],
          [594000.5, 2294000.5],
        ],
      ],
    });
    expect(codes(content)).toEqual(['lines_above_header', 'lines_left_out', 'corners_joined']);
  });

  test('a table in degrees, minutes and seconds, with a row too long and one too short', async () => {
    const content = await read(
      'diem.tsv',
      'Tên\tVĩ độ\tKinh độ\nBể 1\t20°43\'37"N\t106°37\'46,2"E\tthừa\nBể 2\t20°43\'00"\n',
    );
    const [first, second] = content.features;
    expect(first?.geometry?.coordinates).toEqual([expect.closeTo(106.6295, 4), expect.closeTo(20.72694, 4)]);
    expect(second).toEqual({ properties: { Tên: 'Bể 2' }, geometry: null });
  });
});

describe('text', () => {
  const row = 'ten;kinh do;vi do\n';
  test('TCVN3 is recognised by its letters, as bytes and as what an export made of them', async () => {
    const bytes = Uint8Array.from(`${row}Th«n Xu©n §oµi;106.63;20.73`, (sign) => sign.charCodeAt(0));
    for (const content of [
      await read('a.csv', bytes),
      await read('a.csv', `${row}Th«n Xu©n §oµi;106.63;20.73`),
    ]) {
      expect(content.features[0]?.properties.ten).toBe('Thôn Xuân Đoài');
      expect(content.notes).toEqual([{ code: 'converted_tcvn3', count: 1, example: 'Th«n → Thôn' }]);
    }
  });
  test('windows-1258 comes composed', async () => {
    // "Thôn Đại Lộc": tone marks are bytes of their own.
    const name = [0x54, 0x68, 0xf4, 0x6e, 0x20, 0xd0, 0x61, 0xf2, 0x69, 0x20, 0x4c, 0xf4, 0xf2, 0x63];
    const bytes = Uint8Array.from([...strToU8(row), ...name, ...strToU8(';106.63;20.73')]);
    expect((await read('a.csv', bytes)).features[0]?.properties.ten).toBe('Thôn Đại Lộc'.normalize('NFC'));
  });
  test('UTF-16 with and without its mark', async () => {
    const text = `${row}Xuân Đông;106.63;20.73`;
    const wide = Uint8Array.from(
      text.split('').flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
    );
    for (const bytes of [wide, Uint8Array.of(0xff, 0xfe, ...wide)]) {
      expect((await read('a.csv', bytes)).features[0]?.properties.ten).toBe('Xuân Đông');
    }
  });
  test('Unicode with letters of Latin-1 alone is left as it is', async () => {
    expect((await read('a.csv', `${row}Hòa Bình «A»;106.63;20.73`)).features[0]?.properties.ten).toBe(
      'Hòa Bình «A»',
    );
  });
});

const bomb = () => zipSync({ 'a.kml': new Uint8Array(210 * 1024 * 1024) }, { level: 6 });
const entities =
  '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaa">]><kml><Placemark><name>&a;</name></Placemark></kml>';

test.each<[string, string, () => string | Uint8Array, string]>([
  ['a zip bomb', 'a.zip', bomb, 'zip_bomb'],
  ['a path out of the archive', 'a.zip', () => zipSync({ '../a.kml': strToU8(kml('x')) }), 'zip_names'],
  ['an archive without maps', 'a.zip', () => zipSync({ 'doc.pdf': strToU8('x') }), 'zip_nothing'],
  [
    'an archive that was cut off',
    'a.zip',
    () => zipSync({ 'a.kml': strToU8(kml('x')) }).slice(0, 80),
    'cut_off',
  ],
  ['entities in KML', 'a.kml', () => entities, 'xml_entities'],
  [
    'entities in a workbook',
    'a.xlsx',
    () => zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8(entities) }),
    'xml_entities',
  ],
  ['KML that was cut off', 'a.kml', () => kml('x').slice(0, 150), 'cut_off'],
  ['DXF that was cut off', 'a.dxf', () => dxf.slice(0, -10), 'cut_off'],
  ['a web page', 'a.kml', () => '<!doctype html><html></html>', 'not_kml'],
  ['MicroStation', 'a.dgn', () => Uint8Array.of(8, 9, 0xfe, 2, 0, 0), 'dgn'],
  ['AutoCAD', 'a.dwg', () => 'AC1027', 'dwg'],
  ['old Excel', 'a.xls', () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), 'old_excel'],
  ['a table without places', 'a.csv', () => 'ten,so ho\nA,5\nB,6', 'no_coordinates'],
  ['a photo without a place', 'a.jpg', () => Uint8Array.of(0xff, 0xd8, 0xff, 0xd9), 'photo_without_place'],
  ['nothing', 'a.csv', () => '', 'empty'],
  ['some other program', 'a.bin', () => Uint8Array.of(1, 2, 3, 4, 5), 'unknown_format'],
])('%s is refused by its own name', async (_, name, content, problem) => {
  await expect(read(name, content())).rejects.toMatchObject({ problem });
});

test('a ring of five million corners is refused, not a crash', async () => {
  const corners = new Array(5_000_000).fill('[1,2]').join(',');
  const text = `{"type":"Polygon","coordinates":[[${corners}]]}`;
  await expect(read('a.geojson', text)).rejects.toMatchObject({ problem: 'too_many_positions' });
});

test('rings are closed and repeated corners left out; a geometry with NaN is left out; both are noted', async () => {
  const polygon = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [1, 0],
        [1, 0],
        [1, 1],
      ],
    ],
  };
  const broken = { type: 'Point', coordinates: [null, 2] };
  const feature = (geometry: unknown) => ({ type: 'Feature', properties: {}, geometry });
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [feature(polygon), feature(broken), feature({ type: 'Polygon', coordinates: [] })],
  });
  const content = await read('a.geojson', text);
  expect(content.features[0]?.geometry?.coordinates).toEqual([
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ]);
  expect(content.features[1]?.geometry).toBeNull();
  expect(codes(content)).toEqual(['repeated_corners_left_out', 'rings_closed', 'positions_broken']);
});

test('the parts of a shapefile without its .shp, and files that do not belong together, are refused', async () => {
  const part = (name: string) => ({ name, bytes: strToU8('{}') });
  await expect(readFiles([part('a.dbf')], 'area')).rejects.toMatchObject({ problem: 'shapefile_parts' });
  await expect(readFiles([part('a.json'), part('b.json')], 'area')).rejects.toMatchObject({
    problem: 'several_formats',
  });
});

test('300 files with changed bytes: refused or read, never another error, never a hang', async () => {
  // A generator of its own, so that what fails once fails again.
  let state = 20_261_127;
  const chance = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % below;
  };
  const seeds: [string, Uint8Array][] = [
    ['a.kml', strToU8(kml('Chợ'))],
    ['a.kmz', zipSync({ 'doc.kml': strToU8(kml('Chợ')) })],
    ['a.gpx', strToU8(gpx)],
    ['a.dxf', strToU8(dxf)],
    ['a.csv', strToU8('ten;x;y\nA;2294000;594000\nB;2294100;594100')],
    ['a.geojson', strToU8('{"type":"Polygon","coordinates":[[[106,20],[107,20],[107,21],[106,20]]]}')],
    [
      'a.jpg',
      Uint8Array.of(
        0xff,
        0xd8,
        0xff,
        0xe1,
        0,
        16,
        0x45,
        0x78,
        0x69,
        0x66,
        0,
        0,
        0x49,
        0x49,
        42,
        0,
        8,
        0,
        0,
        0,
      ),
    ],
  ];
  for (let round = 0; round < 300; round += 1) {
    const [name, whole] = seeds[round % seeds.length] ?? ['', new Uint8Array()];
    const bytes = whole.slice(0, chance(4) === 0 ? chance(whole.length) : whole.length);
    for (let change = 0; change <= chance(6) && bytes.length > 0; change += 1)
      bytes[chance(bytes.length)] = chance(256);
    const began = performance.now();
    const outcome = await readFiles([{ name, bytes }], 'area').then(
      () => 'read',
      (error) => error.name,
    );
    expect(['read', 'UnusableFile'], `round ${round}`).toContain(outcome);
    expect(performance.now() - began, `round ${round}`).toBeLessThan(10_000);
  }
});
