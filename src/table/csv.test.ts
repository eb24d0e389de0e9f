import { describe, expect, it } from 'vitest';
import { CSV_DIALECTS, csvOf } from './csv.ts';
import type { SheetCell } from './export-sheet.ts';

const line = (cells: SheetCell[], dialect: keyof typeof CSV_DIALECTS = 'vi') =>
  csvOf({ titles: ['T'], rows: [cells] }, CSV_DIALECTS[dialect])
    .split('T\r\n')[1]
    ?.replace(/\r\n$/, '');

describe('a CSV file', () => {
  it('begins with a byte-order mark and ends each line with CRLF', () => {
    expect(csvOf({ titles: ['Tên', 'Dân số'], rows: [['Thôn 1', 1200]] }, CSV_DIALECTS.vi)).toBe(
      '\uFEFFTên;Dân số\r\nThôn 1;1200\r\n',
    );
  });
  it('quotes separators, quotes, line ends and outer blanks, and nothing else', () => {
    expect(line(['a;b', 'a"b', 'a\nb', ' a', 'a, b'])).toBe('"a;b";"a""b";"a\nb";" a";a, b');
    expect(line(['a;b', 'a, b'], 'en')).toBe('a;b,"a, b"');
  });
  it('writes numbers with the decimal mark of the language', () => {
    expect(line([2.5, -3.25, 1e21])).toBe('2,5;-3,25;1e+21');
    expect(line([2.5, -3.25], 'en')).toBe('2.5,-3.25');
  });
  it('writes days so that every Excel reads them, and leaves what was not reported empty', () => {
    expect(line([{ day: '2026-10-31' }, null, 'x'])).toBe('2026-10-31;;x');
  });
});

describe('text that a spreadsheet could run', () => {
  it.each([
    '=1+1',
    '+84 912',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1+1',
    '＝1+1',
    '=HYPERLINK("http://x";"y")',
  ])('is disarmed: %j', (text) => {
    expect(line([text])).toMatch(/^"?'/);
  });
  it('leaves negative numbers as numbers', () => {
    expect(line([-12])).toBe('-12');
  });
  it('leaves harmless text alone', () => {
    expect(line(['Thôn 3 - Du Lễ', "o'clock"])).toBe("Thôn 3 - Du Lễ;o'clock");
  });
});
