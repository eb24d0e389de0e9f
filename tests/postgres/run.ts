// npm run test:postgres             the database tests and the permission matrix on a PostgreSQL server of their own
// npm run test:postgres -- <words>  the same for some files (words are Vitest's)
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { prepareServer } from '../support/postgres-databases.ts';
import { disposeAllBelow, startPrivatePostgres } from '../support/private-postgres.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const VITEST = join(REPOSITORY, 'node_modules/vitest/vitest.mjs');

const folder = mkdtempSync(join(tmpdir(), 'test-postgres-'));
// Servers run as another person where this is root; each keeps its own folder to itself.
chmodSync(folder, 0o711);
process.env.TEST_POSTGRES_FOLDER = folder;
// Whatever ends this, no server outlives it.
process.once('exit', () => {
  disposeAllBelow(folder);
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

const server = await startPrivatePostgres();
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
