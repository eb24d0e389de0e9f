import { expect, it } from 'vitest';
import { workbookOf } from '../../src/table/workbook.ts';
import { readWorkbook } from '../support/workbook.ts';

const ORIGIN = { sheet: 'Nguồn', lines: [['Xã', 'Nghi Dương'] as const, ['Bộ lọc đang dùng', 2] as const] };

async function written(name: string, cells: Parameters<typeof workbookOf>[1]['rows']) {
  const file = await workbookOf(name, { titles: ['Tên', 'Dân số', 'Từ ngày'], rows: cells }, ORIGIN);
  return readWorkbook(new Uint8Array(await file.arrayBuffer()));
}

it('holds numbers as numbers, days as days, empty cells as empty, and where it comes from on a second sheet', async () => {
  const rows = [
    ['Thôn Xuân Chiếng', -2.5, { day: '2024-02-29' }],
    ['Thôn 2', null, { day: '1954-07-27' }],
  ];
  expect(await written('Thôn', rows)).toEqual({
    Thôn: [['Tên', 'Dân số', 'Từ ngày'], ...rows],
    Nguồn: [
      ['Xã', 'Nghi Dương'],
      ['Bộ lọc đang dùng', 2],
    ],
  });
});

it('keeps text that looks like a formula as text', async () => {
  const [, ...cells] =
    (await written('Thôn', [['=HYPERLINK("http://x")'], ['-1+2'], ['<b>&amp;"']])).Thôn ?? [];
  expect(cells).toEqual([['=HYPERLINK("http://x")'], ['-1+2'], ['<b>&amp;"']]);
});

it('drops control characters, of which Excel would say that the file is damaged', async () => {
  expect((await written('Thôn', [['Thôn\u0001 1\u001f']])).Thôn?.[1]).toEqual(['Thôn 1']);
});

it('gives the sheet a name that Excel takes', async () => {
  const sheets = await written('Điểm rác: thu gom [tất cả] / đang dùng ở mọi thôn', []);
  expect(Object.keys(sheets)[0]).toBe('Điểm rác  thu gom  tất cả    đa');
});
