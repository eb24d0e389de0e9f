import { expect, it } from 'vitest';
import { fileName } from './file-name.ts';

it('is plain ASCII whatever the names', () => {
  expect(fileName(['Xã Đồng Thụy', 'Tuyến đường / kiểu mẫu', '2026-10-31'], 'csv')).toBe(
    'xa-dong-thuy_tuyen-duong-kieu-mau_2026-10-31.csv',
  );
});
it('leaves out a part without any letter', () => {
  expect(fileName(['../..', 'Thôn', '2026-10-31'], 'xlsx')).toBe('thon_2026-10-31.xlsx');
});
