import type { CareRecord, CareSubject } from './contract.ts';
import { SUBJECT_FIELDS } from './contract.ts';
import type { TakenPhoto } from './photos-field.tsx';
import type { Stretch } from './stretch-picker.tsx';

/** What stands in the form of one record before it is written down; null: not said. */
export type CareDraft = {
  day: string;
  stretch: Stretch;
  people: number | null;
  criteria: Readonly<Record<string, boolean>>;
  note: string;
  keepsPlace: boolean;
};

/** A fresh form: today, the whole road, nothing said. */
export function freshDraft(today: string): CareDraft {
  return { day: today, stretch: { from: 0, to: 1 }, people: null, criteria: {}, note: '', keepsPlace: false };
}

/** What `public.record_care` takes. */
export function recordOf(
  id: string,
  { id: subjectId, layer }: Pick<CareSubject, 'id' | 'layer'>,
  draft: CareDraft,
  photos: readonly TakenPhoto[],
  notedAt: string,
): Record<string, unknown> {
  const isRoad = layer === 'model-roads';
  return {
    id,
    [SUBJECT_FIELDS[layer]]: subjectId,
    done_on: draft.day,
    noted_at: notedAt,
    ...(isRoad ? { stretch_from: draft.stretch.from, stretch_to: draft.stretch.to } : {}),
    people: draft.people,
    criteria: Object.keys(draft.criteria).length > 0 ? draft.criteria : null,
    note: draft.note.trim() === '' ? null : draft.note,
    photos: photos.map((photo) => ({
      id: photo.id,
      moment: photo.moment,
      width: photo.width,
      height: photo.height,
      // Time and place go along only when the person agreed.
      ...(draft.keepsPlace
        ? {
            taken_at: photo.takenAt,
            geometry: photo.place && {
              type: 'Point',
              coordinates: [photo.place.longitude, photo.place.latitude],
            },
          }
        : {}),
    })),
  };
}

/** The subject's id that a record names. */
export function subjectOf(
  record: Pick<CareRecord, 'model_road_id' | 'cemetery_id' | 'waste_point_id'>,
): string | null {
  return record.model_road_id ?? record.cemetery_id ?? record.waste_point_id;
}
