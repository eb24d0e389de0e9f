import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const SOURCE = resolve(import.meta.dirname, '../src/app/offline/service-worker.js');
/** Files that lie in `public/` and belong to the page. */
const PUBLIC_FILES = ['/icon.svg', '/manifest.webmanifest'];
/** What police alone can switch on, half as heavy as all the rest: it is fetched when it is wanted. */
const LEFT_OUT = /^assets\/deck-overlay-/;

/** Writes the service worker of a build, which holds the build's own files by name. */
export function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.keys(bundle).filter((name) => !LEFT_OUT.test(name) && !name.endsWith('.map'));
        if (!built.includes('index.html')) throw new Error('service-worker: the build has no index.html');
        const page = bundle['index.html'];
        const files = [...built.map((name) => `/${name}`), ...PUBLIC_FILES].sort();
        const version = createHash('sha256').update(JSON.stringify(files));
        // Every other file carries a hash of itself in its name.
        if (page?.type === 'asset') version.update(page.source);
        const source = readFileSync(SOURCE, 'utf8')
          .replace('self.__FILES__', JSON.stringify(files))
          .replace('self.__VERSION__', JSON.stringify(version.digest('hex').slice(0, 12)));
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
      },
    },
  };
}
