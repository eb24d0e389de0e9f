import { type Backend, type BackendOptions, openBackend } from '../../supabase/local/backend.ts';
import { makeDatabase, onPostgres } from './postgres-databases.ts';

/**
 * A backend that ends with its test: in memory, or, under `npm run test:postgres`, on a database of its own
 * that closing it removes.
 */
export async function openMemoryBackend(options: Partial<BackendOptions> = {}): Promise<Backend> {
  const quiet = { dataFolder: null, log: () => undefined, ...options };
  if (!onPostgres) return openBackend(quiet);
  const { url, drop } = await makeDatabase();
  const backend = await openBackend({ ...quiet, databaseUrl: url });
  const closeDatabase = backend.close;
  let closing: Promise<void> | undefined;
  return {
    ...backend,
    close: () => {
      closing ??= closeDatabase().then(drop);
      return closing;
    },
  };
}
