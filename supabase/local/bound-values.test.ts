import { expect, it } from 'vitest';
import { refuseTooManyBoundValues } from './bound-values.ts';

function driver() {
  const counts: number[] = [];
  const query = async (_sql: string, parameters: unknown[] = []) => counts.push(parameters.length);
  const one = { query };
  refuseTooManyBoundValues(one);
  return { one, counts };
}

it('lets 32,767 values through', async () => {
  const { one, counts } = driver();
  await one.query('insert', new Array(32_767).fill(1));
  expect(counts).toEqual([32_767]);
});

it('refuses 32,768 values with code 54000 before the database sees them', async () => {
  const { one, counts } = driver();
  await expect(one.query('insert', new Array(32_768).fill(1))).rejects.toMatchObject({
    code: '54000',
    detail: '32768 giá trị trong một câu lệnh; nhiều nhất là 32767.',
  });
  expect(counts).toEqual([]);
});
