// What runs before anything is installed: plain JavaScript for Node 20 and later, no dependency, any system.
//
//   node scripts/bootstrap.mjs start [--empty]   install what is missing, build when stale, serve
//   node scripts/bootstrap.mjs test              install what is missing (a Chromium too), run every test
//   node scripts/bootstrap.mjs chaos             the same for the one test of an outbox among dying servers, at full measure
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './chromium.mjs';
import { hashOf, run } from './machine.mjs';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');
const MODULES = join(ROOT, 'node_modules');
const DIST = join(ROOT, 'dist');
const TOOLS = {
  vite: join(MODULES, 'vite/bin/vite.js'),
  vitest: join(MODULES, 'vitest/vitest.mjs'),
  playwright: join(MODULES, '@playwright/test/cli.js'),
  paraglide: join(MODULES, '@inlang/paraglide-js/bin/run.js'),
};

const [task, ...words] = process.argv.slice(2);
if (task === 'start') process.exitCode = await start(words);
else if (task === 'test') process.exitCode = await test();
else if (task === 'chaos') process.exitCode = await chaos();
else {
  console.error('Cách dùng: npm start [-- --empty] hoặc npm test');
  process.exitCode = 2;
}

/** Serves the production build until stopped; answers with the server's exit code. */
async function start(words) {
  await install();
  await buildWhenStale();
  return run(node24(), [join(ROOT, 'supabase/local/serve.ts'), ...words], { cwd: ROOT });
}

/** Runs unit, database and browser tests; the last line counts both runners; answers with 0 when all passed. */
async function test() {
  await install();
  const node = node24();
  const environment = { ...process.env, CHROMIUM_PATH: await findChromium(node, TOOLS.playwright, ROOT) };
  await compileMessages(node);
  const reports = join(ROOT, 'test-results');
  const unitReport = join(reports, 'vitest.json');
  const unitWords = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`];
  const unitCode = await run(node, [TOOLS.vitest, ...unitWords], { cwd: ROOT, env: environment });
  const unit = countVitest(readReport(unitReport), unitCode);

  await buildWhenStale();
  const browserReport = join(ROOT, '.cache/playwright.json');
  const browserCode = await run(node, [TOOLS.playwright, 'test', '--reporter=list,json'], {
    cwd: ROOT,
    env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: browserReport },
  });
  const browser = countPlaywright(readReport(browserReport), browserCode);
  console.log(`\n${unit.passed + browser.passed} passed, ${unit.failed + browser.failed} failed`);
  return unitCode === 0 && browserCode === 0 ? 0 : 1;
}

/** Sends 200 records and 100 photos past a server that dies 20 times and a page that is reloaded 10 times. */
async function chaos() {
  await install();
  const node = node24();
  const environment = { ...process.env, CHROMIUM_PATH: await findChromium(node, TOOLS.playwright, ROOT) };
  await buildWhenStale();
  return run(node, [TOOLS.playwright, 'test', 'field/chaos', '--reporter=list'], {
    cwd: ROOT,
    env: { ...environment, CHAOS: 'full' },
  });
}

async function install() {
  const lock = join(ROOT, 'package-lock.json');
  const stamp = join(MODULES, '.installed-lock-hash');
  const wanted = hashOf(ROOT, [lock]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (wasInstalledByHand(lock)) {
    writeFileSync(stamp, wanted);
    return;
  }
  console.log('Đang cài đặt các gói cần thiết…');
  // The build is made here, also where NODE_ENV says production and npm would leave its tools out.
  const code = await runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (code !== 0) fail('Không cài được các gói cần thiết. Hãy kiểm tra kết nối mạng rồi chạy lại.');
  writeFileSync(stamp, wanted);
}

// After `npm ci` or `npm install`, npm's own record of what is installed is no older than the lock file.
function wasInstalledByHand(lock) {
  const record = statSync(join(MODULES, '.package-lock.json'), { throwIfNoEntry: false });
  return record !== undefined && record.mtimeMs >= statSync(lock).mtimeMs && existsSync(TOOLS.vite);
}

// npm tells its scripts where it lives; run by hand, it is looked for by name.
function runNpm(words) {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return run(process.execPath, [npm, ...words], { cwd: ROOT });
  return run('npm', words, { cwd: ROOT, shell: process.platform === 'win32' });
}

/** The Node 24 that the project installs for itself, whatever the machine has. */
function node24() {
  const places = ['node/bin/node', 'node/bin/node.exe'].map((place) => join(MODULES, place));
  const found = places.find((place) => existsSync(place));
  if (found) return found;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  return fail('Thiếu Node 24 trong node_modules. Hãy xóa thư mục node_modules rồi chạy lại.');
}

async function compileMessages(node) {
  if (!existsSync(join(ROOT, 'project.inlang'))) return;
  const words = [
    'compile',
    '--project',
    './project.inlang',
    '--outdir',
    './src/messages/generated',
    '--silent',
  ];
  const code = await run(node, [TOOLS.paraglide, ...words], { cwd: ROOT });
  if (code !== 0) fail('Không dịch được các thông điệp (paraglide-js compile).');
}

async function buildWhenStale() {
  const sources = [
    'index.html',
    'src',
    'public',
    'project.inlang/settings.json',
    'vite.config.ts',
    'scripts/service-worker.ts',
    'package-lock.json',
  ];
  const wanted = hashOf(
    ROOT,
    sources.map((source) => join(ROOT, source)),
    [join(ROOT, 'src/messages/generated')],
  );
  const stamp = join(DIST, '.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Đang dựng giao diện…');
  const node = node24();
  await compileMessages(node);
  const code = await run(node, [TOOLS.vite, 'build', '--logLevel', 'warn'], { cwd: ROOT });
  if (code !== 0) fail('Không dựng được giao diện (vite build).');
  writeFileSync(stamp, wanted);
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

// A file that could not even be loaded holds no failed test, and still is a failure.
function countVitest(report, code) {
  const passed = report?.numPassedTests ?? 0;
  const unloaded = (report?.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = (report?.numFailedTests ?? 0) + unloaded;
  return { passed, failed: code !== 0 ? Math.max(1, failed) : failed };
}

function countPlaywright(report, code) {
  const stats = report?.stats ?? { expected: 0, flaky: 0, unexpected: 0 };
  const failed = stats.unexpected;
  return { passed: stats.expected + stats.flaky, failed: code !== 0 ? Math.max(1, failed) : failed };
}

function fail(words) {
  console.error(words);
  process.exit(1);
}
