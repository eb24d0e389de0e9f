import { expect, test } from 'vitest';
import { fittedSize, smallEnough } from './fitted-size.ts';

test('a photo keeps its shape and is never made larger', () => {
  expect(fittedSize(4000, 3000)).toEqual({ width: 1600, height: 1200 });
  expect(fittedSize(3000, 4000)).toEqual({ width: 1200, height: 1600 });
  expect(fittedSize(800, 600)).toEqual({ width: 800, height: 600 });
  expect(fittedSize(10_000, 1)).toEqual({ width: 1600, height: 1 });
});

// An encoder whose file has so many bytes a pixel at full quality.
const encoder =
  (bytesPerPixel: number, asked: string[]) =>
  async (size: { width: number; height: number }, quality: number) => {
    asked.push(`${size.width} ${quality}`);
    return { size: Math.round(size.width * size.height * bytesPerPixel * quality) } as Blob;
  };

test('quality goes down before size', async () => {
  const asked: string[] = [];
  // 1600 × 1200 × 0.2 × 0.7 = 268,800 bytes; at 0.82 it would be 314,880.
  const photo = await smallEnough(4000, 3000, encoder(0.2, asked));
  expect(photo).toMatchObject({ width: 1600, height: 1200 });
  expect(asked).toEqual(['1600 0.82', '1600 0.7']);
});

test('what is too large at every quality is made smaller', async () => {
  const photo = await smallEnough(4000, 3000, encoder(1, []));
  expect(photo.blob.size).toBeLessThanOrEqual(300 * 1024);
  expect(photo.width).toBeLessThan(1600);
});

test('an encoder that never gets there is told apart from success', async () => {
  await expect(smallEnough(100, 100, async () => ({ size: 1e9 }) as Blob)).rejects.toThrow(RangeError);
});
