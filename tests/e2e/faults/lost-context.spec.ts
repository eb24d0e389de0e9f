import { expect, test } from '../fixtures.ts';

test.use({ allowedProblems: /WebGL/i });

test('a map that loses its drawing context says so, and one press draws it again', async ({ commune }) => {
  await commune.open();
  await commune.map.settled();
  await commune.page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.maplibregl-canvas');
    canvas?.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
  });
  await expect(commune.page.getByText('Bản đồ vừa tạm dừng')).toBeVisible();

  await commune.page.getByRole('button', { name: 'Vẽ lại bản đồ' }).click();

  await commune.map.settled();
  await expect(commune.page.getByText('Bản đồ vừa tạm dừng')).toHaveCount(0);
});
