import { type DBSchema, openDB } from 'idb';
import type { OutboxItem, OutboxPhoto, OutboxStore } from './item.ts';

interface Schema extends DBSchema {
  items: { key: number; value: OutboxItem; indexes: { id: string; person: string } };
  photos: { key: string; value: OutboxPhoto; indexes: { item: string } };
}

const NAME = 'xa-hanh-phuc-outbox';

/**
 * The outbox in the browser's IndexedDB.
 * @throws when the browser keeps nothing (private windows of some, or forbidden by its owner).
 */
export async function openIndexedStore(name = NAME): Promise<OutboxStore> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(fresh) {
      const items = fresh.createObjectStore('items', { keyPath: 'order', autoIncrement: true });
      items.createIndex('id', 'id', { unique: true });
      items.createIndex('person', 'person');
      fresh.createObjectStore('photos', { keyPath: 'id' }).createIndex('item', 'item');
    },
    // A newer version of the page in another tab must not wait for this one.
    blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
  });
  return {
    async add(item, photos) {
      const work = database.transaction(['items', 'photos'], 'readwrite', { durability: 'strict' });
      const writes: Promise<unknown>[] = [work.objectStore('items').add(item as OutboxItem)];
      for (const photo of photos) writes.push(work.objectStore('photos').put(photo));
      await Promise.all([...writes, work.done]);
    },
    itemsOf: (person) => database.getAllFromIndex('items', 'person', person),
    photosOf: (item) => database.getAllFromIndex('photos', 'item', item),
    async update(item) {
      const work = database.transaction('items', 'readwrite', { durability: 'strict' });
      if (await work.store.get(item.order)) await work.store.put(item);
      await work.done;
    },
    async photoSent(item, photo) {
      const next = { ...item, photos: item.photos.filter((id) => id !== photo) };
      const work = database.transaction(['items', 'photos'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        work.objectStore('items').put(next),
        work.objectStore('photos').delete(photo),
        work.done,
      ]);
      return next;
    },
    async remove(id) {
      const work = database.transaction(['items', 'photos'], 'readwrite', { durability: 'strict' });
      const order = await work.objectStore('items').index('id').getKey(id);
      if (order !== undefined) await work.objectStore('items').delete(order);
      for (const photo of await work.objectStore('photos').index('item').getAllKeys(id))
        await work.objectStore('photos').delete(photo);
      await work.done;
    },
    close: () => database.close(),
  };
}
