// npm run test:postgres             the database tests and the permission matrix on a PostgreSQL server of their own
// npm run test:postgres -- <words>  the same for some files (words are Vitest's)
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { prepareServer } from '../support/postgres-databases.ts';
import { startPrivatePostgres } from '../support/private-postgres.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const VITEST = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');

const server = await startPrivatePostgres();
// Whatever ends this, the server must not outlive it.
process.once('exit', () => server.dispose());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

await prepareServer(server.adminUrl);
process.exitCode = await vitest({ TEST_POSTGRES_URL: server.adminUrl });
process.exit();

function vitest(environment: Record<string, string>): Promise<number> {
  const words = ['run', '--config', 'vitest.postgres.config.ts', ...process.argv.slice(2)];
  const child = spawn(process.execPath, [VITEST, ...words], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
  process.once('exit', () => child.kill());
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}
