import type { OutboxItem, OutboxPhoto, OutboxStore } from './item.ts';

/** An outbox for as long as the page is open: of tests, and of nothing else. */
export function createMemoryStore(): OutboxStore {
  let last = 0;
  const items = new Map<string, OutboxItem>();
  const photos = new Map<string, OutboxPhoto>();
  return {
    async add(item, pictures) {
      if (items.has(item.id)) throw new Error('ConstraintError');
      last += 1;
      items.set(item.id, { ...item, order: last });
      for (const photo of pictures) photos.set(photo.id, photo);
    },
    itemsOf: async (person) => [...items.values()].filter((item) => item.person === person),
    photosOf: async (item) => [...photos.values()].filter((photo) => photo.item === item),
    async update(item) {
      if (items.has(item.id)) items.set(item.id, item);
    },
    async photoSent(item, photo) {
      const next = { ...item, photos: item.photos.filter((id) => id !== photo) };
      items.set(item.id, next);
      photos.delete(photo);
      return next;
    },
    async remove(id) {
      items.delete(id);
      for (const photo of [...photos.values()]) if (photo.item === id) photos.delete(photo.id);
    },
    close: () => undefined,
  };
}
