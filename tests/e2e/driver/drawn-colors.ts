import type { Page } from '@playwright/test';

/**
 * How much of a square of the screen (its middle and half its side in pixels) has a colour like this one,
 * 0 to 1: within 14 of each of red, green and blue, because areas where people live are a little darker.
 */
export async function shareOfColor(
  page: Page,
  { x, y, half }: { x: number; y: number; half: number },
  color: readonly [number, number, number],
): Promise<number> {
  const picture = await page.screenshot({
    clip: { x: x - half, y: y - half, width: 2 * half, height: 2 * half },
  });
  return page.evaluate(
    async ({ address, wanted }) => {
      const image = new Image();
      image.src = address;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('expected a canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
      let alike = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (wanted.every((part, index) => Math.abs((data[at + index] ?? 0) - part) <= 14)) alike += 1;
      }
      return alike / (data.length / 4);
    },
    { address: `data:image/png;base64,${picture.toString('base64')}`, wanted: [...color] },
  );
}
