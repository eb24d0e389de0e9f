import { mergeConfig } from 'vitest/config';
import shared from './vitest.config.ts';

// What says something of the embedded database alone: its folder, its lock, its one session, its snapshot.
const EMBEDDED_ONLY = ['backup', 'disk', 'durability', 'serve', 'tls'].map(
  (what) => `tests/db/backend-${what}.test.ts`,
);

// The same database tests on a PostgreSQL server, and those of that server alone; see tests/postgres/run.ts.
const config = mergeConfig(shared, { test: { maxWorkers: 1 } });
config.test.include = ['tests/db/**/*.test.ts', 'tests/postgres/**/*.test.ts'];
config.test.exclude = ['**/node_modules/**', ...EMBEDDED_ONLY];
export default config;
