import { useEffect, useRef, useState } from 'react';
import { newId } from '../../data/new-id.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Notice } from '../../ui/notice.tsx';

export type TakenPhoto = {
  id: string;
  moment: 'before' | 'after';
  blob: Blob;
  width: number;
  height: number;
  takenAt: string | null;
  place: { longitude: number; latitude: number } | null;
};

const MOST = 6;

/** Photos before and after, taken or chosen; each is shrunk on the phone. */
export function PhotosField({
  photos,
  keepsPlace,
  onPhotos,
  onKeepsPlace,
}: {
  photos: readonly TakenPhoto[];
  keepsPlace: boolean;
  onPhotos: (photos: TakenPhoto[]) => void;
  onKeepsPlace: (keeps: boolean) => void;
}) {
  const [isWorking, setWorking] = useState(false);
  const [failed, setFailed] = useState(false);
  const take = async (moment: TakenPhoto['moment'], files: FileList | null) => {
    setWorking(true);
    setFailed(false);
    const taken: TakenPhoto[] = [];
    try {
      const { shrinkPhoto } = await import('../../data/photo/shrink-photo.ts');
      for (const file of files ?? []) {
        if (photos.length + taken.length >= MOST) break;
        try {
          taken.push({ id: newId(), moment, ...(await shrinkPhoto(file)) });
        } catch {
          setFailed(true);
        }
      }
    } catch {
      setFailed(true);
    }
    if (taken.length > 0) onPhotos([...photos, ...taken]);
    setWorking(false);
  };
  const hasPlace = photos.some(({ place, takenAt }) => place !== null || takenAt !== null);
  return (
    <>
      {(['before', 'after'] as const).map((moment) => {
        const shown = photos.filter((photo) => photo.moment === moment);
        return (
          <section key={moment} className="field-photos">
            <h2>{moment === 'before' ? m.field_photos_before() : m.field_photos_after()}</h2>
            <ul>
              {shown.map((photo, index) => (
                <li key={photo.id} className="field-photos-one">
                  <Picture blob={photo.blob} label={m.field_photo_number({ number: index + 1 })} />
                  <Button onClick={() => onPhotos(photos.filter(({ id }) => id !== photo.id))}>
                    {m.field_photo_remove()}
                  </Button>
                </li>
              ))}
            </ul>
            {photos.length < MOST && (
              <label className="button field-file">
                {isWorking ? m.field_photo_working() : m.field_photo_add()}
                <input
                  type="file"
                  accept="image/*"
                  multiple
                  disabled={isWorking}
                  onChange={(event) => {
                    void take(moment, event.target.files);
                  }}
                />
              </label>
            )}
          </section>
        );
      })}
      {failed && <Notice tone="error">{m.field_photo_failed()}</Notice>}
      {hasPlace && (
        <CheckField
          label={m.field_photo_place()}
          hint={m.field_photo_place_hint()}
          checked={keepsPlace}
          onChange={onKeepsPlace}
        />
      )}
    </>
  );
}

/** A picture that lies in this page's memory. */
export function Picture({ blob, label }: { blob: Blob; label: string }) {
  const image = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(blob);
    if (image.current) image.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [blob]);
  return <img ref={image} alt={label} className="field-picture" />;
}
