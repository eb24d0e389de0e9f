import { expect, it } from 'vitest';
import { searchRows } from './search-rows.ts';

const ROWS = [{ texts: ['Kiến Thụy', 'Thôn 1'] }, { texts: ['Du Lễ', 'Thôn 2'] }];
const search = (wanted: string) => searchRows(ROWS, wanted, ({ texts }) => texts);

it('finds whatever the diacritics, the tone placement and the case', () => {
  for (const wanted of ['kien thuy', 'KIẾN THUỴ', 'Thụy'.normalize('NFD')])
    expect(search(wanted)).toEqual([ROWS[0]]);
});
it('wants every word, in any cell', () => {
  expect(search('2 du')).toEqual([ROWS[1]]);
  expect(search('2 thuy')).toEqual([]);
});
it('hands back the very rows when nothing is wanted', () => {
  expect(search('  ')).toBe(ROWS);
});
