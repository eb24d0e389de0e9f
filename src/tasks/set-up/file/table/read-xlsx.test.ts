import { expect, test } from 'vitest';
import type { SheetData } from 'write-excel-file/universal';
import writeWorkbook from 'write-excel-file/universal';
import { readFiles } from '../read-files.ts';

async function read(data: SheetData) {
  const bytes = new Uint8Array(
    await (await writeWorkbook([{ data, sheet: 'Danh sách' }]).toBlob()).arrayBuffer(),
  );
  return readFiles([{ name: 'diem.xlsx', bytes }], 'point');
}

const title = (text: string, columns: number) => [{ value: text, columnSpan: columns }];

test('titles in merged cells above the header are no data, and a header of two rows is one', async () => {
  const content = await read([
    title('ỦY BAN NHÂN DÂN XÃ NGHI DƯƠNG', 4),
    title('DANH SÁCH ĐIỂM THU GOM NĂM 2026', 4),
    [],
    [
      { value: 'STT', rowSpan: 2 },
      { value: 'Tên điểm', rowSpan: 2 },
      { value: 'Tọa độ', columnSpan: 2 },
      null,
    ],
    [null, null, { value: 'X' }, { value: 'Y' }],
    [{ value: 1 }, { value: 'Bể 1' }, { value: 2294000 }, { value: 594000 }],
    [{ value: 2 }, { value: 'Bể 2' }, { value: 2294100 }, { value: 594100 }],
  ]);
  expect(content.columns).toContain('Tên điểm');
  expect(
    content.features.map(({ properties, geometry }) => [properties['Tên điểm'], geometry?.type]),
  ).toEqual([
    ['Bể 1', 'Point'],
    ['Bể 2', 'Point'],
  ]);
});

test('of cells merged downwards the first row has the text, the others have none: nothing is guessed', async () => {
  const content = await read([
    [{ value: 'Thôn' }, { value: 'Tên' }, { value: 'X' }, { value: 'Y' }],
    [{ value: 'Thôn 3', rowSpan: 2 }, { value: 'Bể 1' }, { value: 2294000 }, { value: 594000 }],
    [null, { value: 'Bể 2' }, { value: 2294100 }, { value: 594100 }],
  ]);
  expect(content.features.map(({ properties }) => [properties.Thôn ?? null, properties.Tên])).toEqual([
    ['Thôn 3', 'Bể 1'],
    [null, 'Bể 2'],
  ]);
});

test('a formula is its result, and text that looks like one stays text', async () => {
  const content = await read([
    [{ value: 'Tên' }, { value: 'X' }, { value: 'Y' }],
    [{ value: '=HYPERLINK("http://a.b")', type: String }, { value: 2294000 }, { value: 594000 }],
  ]);
  expect(content.features[0]?.properties.Tên).toBe('=HYPERLINK("http://a.b")');
});
