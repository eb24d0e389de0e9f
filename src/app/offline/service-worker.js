// Holds the application's own files, so that it opens without a network; never an answer of the API. The build puts
// in the names of the files and a version made of them (vite.config.ts).
const FILES = self.__FILES__;
const CACHE = `pages-${self.__VERSION__}`;
const PAGE = '/index.html';
/** A page is asked for anew, so that an update shows at once; on a bad signal what is here comes after so long. */
const PATIENCE_MILLISECONDS = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((path) => new Request(path, { cache: 'no-cache' })))),
  );
});

// The new version takes over when no page of the old one is open any more: its files stay there until then.
self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request, pathname));
});

async function page(request) {
  const kept = await caches.match(PAGE);
  if (!kept || !self.navigator.onLine) return kept ?? fetch(request);
  // A server that is just starting again answers with its gateway's error.
  const asked = fetch(request).then((answer) => (answer.ok ? answer : kept));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS, kept));
  return Promise.race([asked.catch(() => kept), late]);
}

async function file(request, pathname) {
  return (await caches.match(pathname)) ?? fetch(request);
}
