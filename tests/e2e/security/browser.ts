import type { BrowserContext, Page, Response } from '@playwright/test';

/** Everything that a page was sent: each answer with its address. */
export function collectWire(context: BrowserContext): () => Promise<[exit: string, content: Buffer][]> {
  const coming: Promise<[string, Buffer] | null>[] = [];
  context.on('response', (response: Response) => {
    // What never ends is listened to apart.
    if (new URL(response.url()).pathname === '/live') return;
    coming.push(
      response
        .body()
        .then((body): [string, Buffer] => [
          `wire ${response.url()}`,
          Buffer.concat([Buffer.from(JSON.stringify(response.headers())), body]),
        ])
        // A redirect has no body, and a page that is left takes its answers along.
        .catch(() => null),
    );
  });
  return async () => (await Promise.all(coming)).filter((one) => one !== null);
}

/** All that the browser keeps for the page beyond it. */
export function storage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const read = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await read(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        kept.push([name, store, await read(database.transaction(store).objectStore(store).getAll())]);
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        kept.push([request.url, await (await cache.match(request))?.clone().text()]);
    }
    return JSON.stringify(kept);
  });
}

/** Every text that stands anywhere in the page's memory, the map's sources included. */
export async function memory(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const parts: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  const whole = parts.join('');
  return whole.slice(whole.indexOf('"strings":['));
}

/**
 * Before any script of the page runs: keeps what is handed to the map's workers, which hold its sources, where
 * `mapSources` reads it.
 */
export async function recordMapSources(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const sent: string[] = [];
    Object.assign(window, { sentToWorkers: sent });
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
      try {
        sent.push(JSON.stringify(message));
      } catch {
        // A message of what is no text holds no source.
      }
      return Reflect.apply(postMessage, this, [message, ...rest]);
    };
  });
}

/** What the page on the screen has handed to the map's workers. */
export function mapSources(page: Page): Promise<string> {
  return page.evaluate(() => (window as unknown as { sentToWorkers: string[] }).sentToWorkers.join('\n'));
}
