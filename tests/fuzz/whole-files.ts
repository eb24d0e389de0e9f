import { strToU8, zipSync } from 'fflate';
import type { SheetData } from 'write-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import { shapefileOf } from '../../src/table/files/shapefile.ts';

const kml =
  '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Chợ</name><Point><coordinates>106.63,20.73,5</coordinates></Point></Placemark></Document></kml>';
const gpx =
  '<?xml version="1.0"?><gpx version="1.1"><wpt lat="20.73" lon="106.63"><name>Bể 1</name></wpt><trk><trkseg><trkpt lat="20.73" lon="106.63"/><trkpt lat="20.74" lon="106.64"/></trkseg></trk></gpx>';
const dxf =
  `0 SECTION 2 ENTITIES 0 LWPOLYLINE 8 THUA 70 1 10 594000 20 2294000 10 594100 20 2294000 10 594100 20 2294100 0 TEXT 8 CHU 10 594080 20 2294020 1 Thôn 0 ENDSEC 0 EOF`
    .split(' ')
    .join('\r\n');
const geojson = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { ten: 'A' }, geometry: { type: 'Point', coordinates: [106.6, 20.7, 3] } },
    {
      type: 'Feature',
      properties: { ten: 'B' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [106, 20],
            [107, 20],
            [107, 21],
            [106, 20],
          ],
        ],
      },
    },
  ],
});

/** A small whole file of every format that is read, by name. */
export async function wholeFiles(): Promise<[name: string, bytes: Uint8Array][]> {
  const table = 'ten;x;y\nA;2294000,5;594000\nB;2294100;594100';
  return [
    ['a.geojson', strToU8(geojson)],
    ['a.kml', strToU8(kml)],
    ['a.kmz', zipSync({ 'doc.kml': strToU8(kml) })],
    ['a.gpx', strToU8(gpx)],
    ['a.dxf', strToU8(dxf)],
    ['a.csv', strToU8(table)],
    ['b.csv', new Uint8Array(Buffer.from(`\uFEFF${table}`, 'utf16le'))],
    ['a.xlsx', await workbook()],
    ['a.zip', await shapefile()],
    ['a.jpg', photo()],
  ];
}

async function workbook(): Promise<Uint8Array> {
  const data: SheetData = [
    [{ value: 'DANH SÁCH', columnSpan: 3 }],
    [{ value: 'Tên' }, { value: 'X' }, { value: 'Y' }],
    [{ value: 'Bể 1' }, { value: 2294000 }, { value: 594000 }],
  ];
  return new Uint8Array(await (await writeWorkbook([{ data, sheet: 'A' }]).toBlob()).arrayBuffer());
}

function shapefile(): Promise<Uint8Array> {
  const geometry = {
    type: 'LineString' as const,
    coordinates: [
      [106.6, 20.7],
      [106.7, 20.8],
    ],
  };
  const origin = { sheet: 'Nguồn', lines: [] };
  return shapefileOf(
    { titles: ['Tên'], features: [{ id: '1', cells: ['Đường'], geometry }], origin } as never,
    'a',
    null,
  );
}

/** The head of a picture: an EXIF block with a place, as a camera writes it. */
function photo(): Uint8Array {
  const words = (...values: number[]) => values.flatMap((value) => [value & 255, value >> 8]);
  const long = (value: number) => [...words(value & 0xffff), ...words(value >>> 16)];
  const entry = (tag: number, type: number, count: number, value: number[]) => [
    ...words(tag, type),
    ...long(count),
    ...value,
  ];
  const degrees = (...parts: number[]) => parts.flatMap((part) => [...long(part), ...long(1)]);
  const gps = [
    ...words(4),
    ...entry(1, 2, 2, [0x4e, 0, 0, 0]),
    ...entry(2, 5, 3, long(80)),
    ...entry(3, 2, 2, [0x45, 0, 0, 0]),
    ...entry(4, 5, 3, long(104)),
    ...long(0),
  ];
  const tiff = [
    0x49,
    0x49,
    42,
    0,
    ...long(8),
    ...words(1),
    ...entry(0x8825, 4, 1, long(26)),
    ...long(0),
    ...gps,
    ...degrees(20, 43, 48),
    ...degrees(106, 37, 48),
  ];
  const exif = [...Buffer.from('Exif'), 0, 0, ...tiff];
  const length = exif.length + 2;
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, length >> 8, length & 255, ...exif, 0xff, 0xd9]);
}
