import { expect, test } from 'vitest';
import { hasCameraData, isJpeg } from './jpeg.ts';

const SOI = [0xff, 0xd8];
const EOI = [0xff, 0xd9];
const JFIF = [0xff, 0xe0, 0, 4, 1, 2];
const EXIF = [0xff, 0xe1, 0, 4, 0x45, 0x78];
const SCAN = [0xff, 0xda, 0, 2, 9, 9];
const picture = (...parts: number[][]) => Uint8Array.from([...SOI, ...parts.flat(), ...EOI]);

test('a picture begins and ends as one', () => {
  expect(isJpeg(picture(JFIF, SCAN))).toBe(true);
  expect(isJpeg(picture(JFIF, SCAN).slice(0, -1))).toBe(false);
  expect(isJpeg(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xd9]))).toBe(false);
  expect(isJpeg(new Uint8Array())).toBe(false);
});

test('what the camera wrote is found before the picture itself, and only there', () => {
  expect(hasCameraData(picture(JFIF, SCAN))).toBe(false);
  expect(hasCameraData(picture(JFIF, EXIF, SCAN))).toBe(true);
  expect(hasCameraData(picture(EXIF, SCAN))).toBe(true);
  expect(hasCameraData(picture(JFIF, SCAN, EXIF))).toBe(false);
});

test('a picture that cannot be followed counts as one that carries more', () => {
  expect(hasCameraData(picture([1, 2, 3, 4]))).toBe(true);
  expect(hasCameraData(picture([0xff, 0xe0, 0, 0]))).toBe(true);
  expect(hasCameraData(Uint8Array.from(SOI))).toBe(true);
});
