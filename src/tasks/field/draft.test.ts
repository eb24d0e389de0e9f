import { expect, test } from 'vitest';
import { freshDraft, recordOf } from './draft.ts';
import type { TakenPhoto } from './photos-field.tsx';

const road = { id: 'road', layer: 'model-roads' } as const;
const photo = {
  id: 'photo',
  moment: 'after',
  width: 1600,
  height: 1200,
  takenAt: '2026-11-27T01:00:00.000Z',
  place: { longitude: 106.62, latitude: 20.72 },
} as TakenPhoto;
const NOTED = '2026-11-27T02:00:00.000Z';

test('a fresh form says the day and the whole road, and nothing else', () => {
  expect(recordOf('id', road, freshDraft('2026-11-27'), [], NOTED)).toEqual({
    id: 'id',
    model_road_id: 'road',
    done_on: '2026-11-27',
    noted_at: NOTED,
    stretch_from: 0,
    stretch_to: 1,
    people: null,
    criteria: null,
    note: null,
    photos: [],
  });
});

test('a cemetery has no stretch', () => {
  const record = recordOf('id', { id: 'place', layer: 'cemeteries' }, freshDraft('2026-11-27'), [], NOTED);
  expect(record).toMatchObject({ cemetery_id: 'place' });
  expect(record).not.toHaveProperty('stretch_from');
});

test('when and where a photo was taken goes along only when the person agreed', () => {
  const draft = freshDraft('2026-11-27');
  const [alone] = recordOf('id', road, draft, [photo], NOTED).photos as object[];
  expect(alone).toEqual({ id: 'photo', moment: 'after', width: 1600, height: 1200 });
  const [with_place] = recordOf('id', road, { ...draft, keepsPlace: true }, [photo], NOTED)
    .photos as object[];
  expect(with_place).toMatchObject({
    taken_at: photo.takenAt,
    geometry: { type: 'Point', coordinates: [106.62, 20.72] },
  });
});
