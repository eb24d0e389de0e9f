import { expect, test } from 'vitest';
import { prepareFirstStart } from './first-start.ts';

const holdsACommune = {
  query: async <Row>() => [{ state: 'ready' }] as Row[],
  transaction: () => Promise.reject(new Error('nothing to write')),
};

test('--empty on a folder that holds a commune says that it does nothing, and what to do', async () => {
  const words = await prepareFirstStart(holdsACommune, {
    wantsEmpty: true,
    say: () => undefined,
    dataFolder: '',
  });
  expect(words).toContain('--empty không có tác dụng');
  expect(words).toContain('DATA_DIR');
});

test('without it such a folder simply opens', async () => {
  expect(
    await prepareFirstStart(holdsACommune, { wantsEmpty: false, say: () => undefined, dataFolder: '' }),
  ).toBeNull();
});
