import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type Backend, openBackend } from './backend.ts';
import { prepareFirstStart } from './first-start.ts';
import { allowedHosts } from './hosts.ts';
import { answerWith } from './http-adapter.ts';
import { createServerPaths, SERVER_PATHS } from './site.ts';

const DATA_FOLDER = resolve(process.env.DATA_DIR || join(import.meta.dirname, '../../.data'));

// Vite restarts inside the same process when its configuration changes; the database is opened once.
const kept = globalThis as typeof globalThis & { developmentBackend?: Promise<Backend> };

/** The backend of `npm start` under Vite's development server: same data folder, same guards. */
export function embeddedBackend(): Plugin {
  return {
    name: 'embedded-backend',
    apply: 'serve',
    async configureServer(server) {
      const say = (words: string) => server.config.logger.info(words);
      kept.developmentBackend ??= open(say);
      const answer = createServerPaths(
        await kept.developmentBackend,
        DATA_FOLDER,
        allowedHosts(process.env.ALLOWED_HOSTS),
      );
      server.middlewares.use((incoming, outgoing, next) => {
        const path = incoming.originalUrl ?? incoming.url ?? '/';
        if (SERVER_PATHS.some((start) => path.startsWith(start))) void answerWith(answer, incoming, outgoing);
        else next();
      });
    },
  };
}

async function open(say: (words: string) => void): Promise<Backend> {
  const backend = await openBackend({
    dataFolder: DATA_FOLDER,
    databaseUrl: process.env.DATABASE_URL,
    moreHosts: process.env.ALLOWED_HOSTS,
  });
  const stop = () => void backend.close().finally(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  const news = await prepareFirstStart(backend, {
    wantsEmpty: process.env.EMPTY === '1',
    say,
    dataFolder: DATA_FOLDER,
  });
  if (news !== null) say(news);
  return backend;
}
