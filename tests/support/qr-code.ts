import type { Locator } from '@playwright/test';
import jsQR from 'jsqr';

/** What a drawn QR code says, read from the pixels on the screen. Throws when no camera could read it. */
export async function textOfQrCode(picture: Locator): Promise<string> {
  const png = await picture.screenshot();
  // An empty page unpacks the picture: it has no rules of ours about what may be loaded.
  const page = await picture.page().context().newPage();
  const { pixels, width, height } = await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const { width, height } = bitmap;
    const surface = new OffscreenCanvas(width, height).getContext('2d');
    if (!surface) throw new Error('expected a surface to draw on');
    surface.drawImage(bitmap, 0, 0);
    return { pixels: [...surface.getImageData(0, 0, width, height).data], width, height };
  }, png.toString('base64'));
  await page.close();
  const found = jsQR(Uint8ClampedArray.from(pixels), width, height);
  if (!found) throw new Error('expected a QR code that can be read');
  return found.data;
}
