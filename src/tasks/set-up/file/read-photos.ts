import { type BroughtFile, columnsOf, type FileContent, type FileFeature } from './file-content.ts';
import type { Notes } from './file-note.ts';
import { UnusableFile } from './file-problem.ts';

/**
 * One point for each photo that says where it was taken, with the file's name and the day. The picture itself stays
 * where it is.
 * @throws UnusableFile `photo_without_place` where none says it.
 */
export async function readPhotos(photos: readonly BroughtFile[], notes: Notes): Promise<FileContent> {
  const features: FileFeature[] = [];
  for (const photo of photos) {
    const feature = await featureOf(photo);
    if (feature) features.push(feature);
    else notes.add('photos_without_place', 1, photo.name);
  }
  if (features.length === 0) throw new UnusableFile('photo_without_place');
  return { features, columns: columnsOf(features), system: { kind: 'wgs84' }, notes: [] };
}

async function featureOf({ name, bytes }: BroughtFile): Promise<FileFeature | null> {
  try {
    const { parse, gps } = await import('exifr');
    const [tags, place] = await Promise.all([parse(bytes, ['DateTimeOriginal']), gps(bytes)]);
    if (!place || !Number.isFinite(place.longitude) || !Number.isFinite(place.latitude)) return null;
    const taken: unknown = tags?.DateTimeOriginal;
    const day = taken instanceof Date && !Number.isNaN(taken.getTime()) ? taken : null;
    return {
      properties: {
        ten: name.replace(/\.[^.]+$/, ''),
        // What the camera's clock showed, which exifr reads as the time of this device.
        ngay:
          day &&
          [day.getFullYear(), day.getMonth() + 1, day.getDate()]
            .map((part) => String(part).padStart(2, '0'))
            .join('-'),
      },
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
    };
  } catch {
    return null;
  }
}
