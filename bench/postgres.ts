// `npm run bench:postgres`: progress and hotspots for a commune and for a city, a file of 100,000 roads, then fifty mixed sessions for two minutes, on a PostgreSQL server of its own, as docs/performance.md reports.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../supabase/local/backend.ts';
import { makeDatabase, prepareServer } from '../tests/support/postgres-databases.ts';
import { startPrivatePostgres } from '../tests/support/private-postgres.ts';
import { startServer } from '../tests/support/server.ts';
import { hotspotsOfCities, hotspotsOfOne } from './hotspots.ts';
import { importing } from './importing.ts';
import { printTable } from './measure.ts';
import { progressOfCities, progressOfOne } from './progress.ts';
import { mixSessions, prepareSessions, sessionFigures } from './sessions.ts';

const SECONDS = Number(process.argv[2] ?? 120);
const REACH_MILLISECONDS = 300;

const postgres = await startPrivatePostgres();
const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-sessions-'));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
process.once('exit', () => {
  postgres.dispose();
  rmSync(dataFolder, { recursive: true, force: true });
});

await prepareServer(postgres.adminUrl);
const { url } = await makeDatabase(postgres.adminUrl);
const backend = await openBackend({ dataFolder, databaseUrl: url });
const people = await prepareSessions(backend);
await backend.close();
const openFresh = async () => {
  const folder = mkdtempSync(join(dataFolder, 'progress-'));
  return openBackend({ dataFolder: folder, databaseUrl: (await makeDatabase(postgres.adminUrl)).url });
};
const fresh = await openFresh();
const one = await progressOfOne(fresh, 'PostgreSQL', 50);
await fresh.close();
printTable('Progress on PostgreSQL', [one, ...(await progressOfCities(openFresh))]);
const withIncidents = await openFresh();
const hotspots = await hotspotsOfOne(withIncidents, 'PostgreSQL', 150);
await withIncidents.close();
printTable('Hotspots on PostgreSQL', [hotspots, ...(await hotspotsOfCities(openFresh))]);
printTable(
  'Importing on PostgreSQL',
  await importing(postgres.adminUrl, (await makeDatabase(postgres.adminUrl)).url),
);
const server = await startServer({ dataFolder, environment: { DATABASE_URL: url } });
try {
  const mixed = await mixSessions(server.address, people, { seconds: SECONDS });
  printTable('Sessions on PostgreSQL', sessionFigures(mixed, REACH_MILLISECONDS));
} finally {
  await server.stop();
}
process.exit();
