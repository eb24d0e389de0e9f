import { join } from 'node:path';
import type { Backend, BackendOptions } from '../../supabase/local/backend.ts';
import { openMemoryBackend } from './memory-backend.ts';

/**
 * A backend with the small schema of `tests/support/migrations` (no PostGIS, opens in two seconds), for the
 * tests of the guards themselves: they stay green or red whatever the product's schema is.
 */
export function openSmallBackend(options: Partial<BackendOptions> = {}): Promise<Backend> {
  return openMemoryBackend({
    migrationsFolder: join(import.meta.dirname, 'migrations'),
    cacheFolder: join(import.meta.dirname, '../../.cache/small'),
    ...options,
  });
}
