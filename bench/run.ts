// `npm run bench [-- loading|api|live|field|print|people|filtering|durability|sessions|time-slider|time-brush|progress|walk|hotspots|backup|importing]`: measures what docs/performance.md reports and prints one table each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../supabase/local/backend.ts';
import { seedSampleCommune } from '../supabase/seed/index.ts';
import { openMemoryBackend } from '../tests/support/memory-backend.ts';
import { startServer } from '../tests/support/server.ts';
import { api, secondStart } from './api.ts';
import { backup } from './backup.ts';
import { durability } from './durability.ts';
import { field } from './field.ts';
import { filtering } from './filtering.ts';
import { firstSignIn } from './first-sign-in.ts';
import { hotspotsOfOne } from './hotspots.ts';
import { importing } from './importing.ts';
import { live } from './live.ts';
import { loading } from './loading.ts';
import { printTable } from './measure.ts';
import { print } from './print.ts';
import { coverage, progressOfOne, reachSlider } from './progress.ts';
import { mixSessions, prepareSessions, sessionFigures } from './sessions.ts';
import { timeBrush } from './time-brush.ts';
import { timeSlider } from './time-slider.ts';
import { walk } from './walk.ts';

const wanted = process.argv.slice(2);
const runs = (name: string) => wanted.length === 0 || wanted.includes(name);

if (['loading', 'api', 'live', 'field', 'print', 'people'].some(runs)) {
  const server = await startServer();
  try {
    if (runs('loading')) printTable('Loading', await loading(server));
    if (runs('api')) printTable('API', await api(server));
    if (runs('live')) printTable('Live', await live(server));
    if (runs('field')) printTable('Field', await field(server));
    if (runs('print')) printTable('Print', await print(server));
    if (runs('people')) printTable('People', await firstSignIn(server));
    await server.stop();
    if (runs('api')) printTable('Start', await secondStart(server.dataFolder));
  } finally {
    await server.dispose();
  }
}
if (runs('importing')) printTable('Importing', await importing());
if (runs('backup')) printTable('Backup', await backup());
if (runs('walk')) printTable('Walk', walk());
if (runs('filtering')) {
  printTable('Filtering', [...(await filtering(null, 16)), ...(await filtering(10_000, 100))]);
}
if (runs('time-slider')) printTable('Time slider', await timeSlider());
if (runs('time-brush')) printTable('Time brush', await timeBrush());
if (runs('progress')) {
  const first = await openMemoryBackend();
  const one = await progressOfOne(first, 'embedded', 150);
  await first.close();
  const second = await openMemoryBackend();
  const stored = await coverage(second);
  await second.close();
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-reach-'));
  const backend = await openBackend({ dataFolder });
  await seedSampleCommune(backend, { lastDay: '2026-10-31' });
  await backend.close();
  const server = await startServer({ dataFolder });
  try {
    printTable('Progress and reach', [one, ...stored, ...(await reachSlider(server))]);
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
if (runs('hotspots')) {
  const backend = await openMemoryBackend();
  printTable('Hotspots', [await hotspotsOfOne(backend, 'embedded', 400)]);
  await backend.close();
}
if (runs('durability')) printTable('Durability', await durability());
if (runs('sessions')) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-sessions-'));
  const backend = await openBackend({ dataFolder });
  const people = await prepareSessions(backend);
  await backend.close();
  const server = await startServer({ dataFolder });
  try {
    printTable('Sessions', sessionFigures(await mixSessions(server.address, people, { seconds: 120 }), 1200));
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
