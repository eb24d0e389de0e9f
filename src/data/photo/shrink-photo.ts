import { Fault } from '../fault.ts';
import { smallEnough } from './fitted-size.ts';

/** A photo that may travel: JPEG, at most 1600 pixels and 300 kB, with nothing of the camera in it. */
export type ShrunkPhoto = {
  blob: Blob;
  width: number;
  height: number;
  /** What the camera wrote, apart: kept only when the person agrees. Null: it wrote nothing. */
  takenAt: string | null;
  /** WGS84 degrees. */
  place: { longitude: number; latitude: number } | null;
};

/**
 * Shrinks a photo on this device; drawing it anew leaves out all that the camera wrote. Needs createImageBitmap and
 * a canvas (every browser since 2021).
 * @throws Fault `bad-input`, hint `photo_unreadable`, for what this browser cannot read as a picture.
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto> {
  const [bitmap, written] = await Promise.all([
    createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null),
    whatTheCameraWrote(file),
  ]);
  if (!bitmap) throw new Fault('bad-input', '', 'photo_unreadable');
  try {
    const small = await smallEnough(bitmap.width, bitmap.height, async ({ width, height }, quality) => {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height);
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
      if (!blob) throw new Fault('bad-input', '', 'photo_unreadable');
      return blob;
    });
    return { ...small, ...written };
  } finally {
    bitmap.close();
  }
}

async function whatTheCameraWrote(file: Blob): Promise<Pick<ShrunkPhoto, 'takenAt' | 'place'>> {
  try {
    const { parse, gps } = await import('exifr');
    const [tags, place] = await Promise.all([
      parse(file, ['DateTimeOriginal']) as Promise<{ DateTimeOriginal?: Date } | undefined>,
      gps(file) as Promise<{ longitude: number; latitude: number } | undefined>,
    ]);
    const isPlace = place && Number.isFinite(place.longitude) && Number.isFinite(place.latitude);
    const taken = tags?.DateTimeOriginal;
    return {
      takenAt: taken instanceof Date && !Number.isNaN(taken.getTime()) ? taken.toISOString() : null,
      place: isPlace ? { longitude: place.longitude, latitude: place.latitude } : null,
    };
  } catch {
    return { takenAt: null, place: null };
  }
}
