import { defineConfig } from 'vitest/config';

// One process and one embedded database for the whole run: opening one costs seconds, resetting it a fraction.
export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'supabase/**/*.test.ts', 'tests/**/*.test.ts', 'bench/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/e2e/**', 'tests/policies/**', 'tests/postgres/**'],
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    testTimeout: 30_000,
    hookTimeout: 120_000,
  },
});
