import { expect, test } from 'vitest';
import { fieldText, valueText } from './field-words.ts';

const names = new Map([['a', 'Thôn 3']]);
const value = (table: string, field: string, content: unknown) => valueText(table, field, content, names);

test('values are read as on the map', () => {
  expect(value('model_road_states', 'state', 'recognised')).toBe('Đã công nhận');
  expect(value('roads', 'class', 'alley')).toBe('Ngõ xóm');
  expect(value('waste_points', 'collection_days', [1, 4])).toBe('Thứ hai, Thứ năm');
  expect(value('model_roads', 'hamlet_id', 'a')).toBe('Thôn 3');
  expect(value('hamlets', 'valid_from', '2026-10-31')).toBe('31/10/2026');
  expect(value('settings', 'value', { due: 30, overdue: 45 })).toContain('30');
  expect(value('members', 'active_since', '2026-11-26T00:13:55.446+00:00')).toBe('26/11/2026 07:13');
});

test('what nobody reported is no number', () => {
  expect(value('cemeteries', 'graves', null)).toBe('chưa có số liệu');
  expect(value('cemeteries', 'graves', 0)).toBe('0');
});

test('a column that nobody named here goes by its own name', () => {
  expect(fieldText('something_new')).toBe('something_new');
});
