// `npm run bench [-- loading|api|people|filtering]`: measures what docs/performance.md reports and prints one table each.
import { startServer } from '../tests/support/server.ts';
import { api, secondStart } from './api.ts';
import { filtering } from './filtering.ts';
import { firstSignIn } from './first-sign-in.ts';
import { loading } from './loading.ts';
import { printTable } from './measure.ts';

const wanted = process.argv.slice(2);
const runs = (name: string) => wanted.length === 0 || wanted.includes(name);

if (runs('loading') || runs('api') || runs('people')) {
  const server = await startServer();
  try {
    if (runs('loading')) printTable('Loading', await loading(server));
    if (runs('api')) printTable('API', await api(server));
    if (runs('people')) printTable('People', await firstSignIn(server));
    await server.stop();
    if (runs('api')) printTable('Start', await secondStart(server.dataFolder));
  } finally {
    await server.dispose();
  }
}
if (runs('filtering')) {
  printTable('Filtering', [...(await filtering(null, 16)), ...(await filtering(10_000, 100))]);
}
