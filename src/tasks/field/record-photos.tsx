import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readPhoto } from '../../data/photo/read-photo.ts';
import { m } from '../../messages/generated/messages.js';
import { Button } from '../../ui/button.tsx';
import type { CarePhoto, Worker } from './contract.ts';
import { Picture } from './photos-field.tsx';

/** The pictures of a record, before beside after; fetched when somebody wants to see them. */
export function RecordPhotos({ worker, photos }: { worker: Worker; photos: readonly CarePhoto[] }) {
  const [isOpen, setOpen] = useState(false);
  if (photos.length === 0) return null;
  const missing = photos.filter(({ stored_at }) => stored_at === null).length;
  if (!isOpen)
    return <Button onClick={() => setOpen(true)}>{m.field_photos_show({ count: photos.length })}</Button>;
  return (
    <>
      <ul className="field-pictures">
        {photos
          .filter(({ stored_at }) => stored_at !== null)
          .toSorted((one, other) => (other.moment ?? '').localeCompare(one.moment ?? ''))
          .map((photo) => (
            <li key={photo.id}>
              <StoredPicture worker={worker} photo={photo} />
            </li>
          ))}
      </ul>
      {missing > 0 && <p className="field-quiet">{m.field_photos_missing({ count: missing })}</p>}
    </>
  );
}

function StoredPicture({ worker, photo }: { worker: Worker; photo: CarePhoto }) {
  // In the page's memory alone, and gone with its person, as every answer is.
  const { data, isError } = useQuery({
    queryKey: [worker.person, 'photo', worker.communeId, photo.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => readPhoto(worker.communeId, photo.id),
  });
  const label =
    photo.moment === 'before'
      ? m.field_photos_before()
      : photo.moment === 'after'
        ? m.field_photos_after()
        : m.field_photo();
  if (isError) return <p className="field-quiet">{m.field_photo_unreachable()}</p>;
  return (
    <figure>
      {data ? <Picture blob={data} label={label} /> : <div className="field-picture" />}
      <figcaption>{label}</figcaption>
    </figure>
  );
}
