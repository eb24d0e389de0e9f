import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './machine.mjs';

// The headless shell first: without a browser's own windows it takes a third less of the machine for each page.
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const DEBIAN_PACKAGES = ['chromium-headless-shell', 'chromium'];
const DEFAULT_PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].map((variable) =>
    join(process.env[variable] ?? 'C:\\', 'Google\\Chrome\\Application\\chrome.exe'),
  ),
};

/**
 * The path of a Chromium for the browser tests: one already on the machine (CHROMIUM_PATH first), else
 * Playwright's, downloaded when missing, else Debian's package when this is root. Ends the process with plain
 * words when there is none.
 */
export async function findChromium(node, playwright, root) {
  const found = onThisMachine();
  if (found) return found;
  const own = pathOfPlaywright(node, root);
  if (works(own)) return own;
  console.log('Đang tải Chromium cho kiểm thử giao diện…');
  await run(node, [playwright, 'install', 'chromium'], { cwd: root, timeout: 10 * 60_000 });
  if (works(own)) return own;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    for (const name of DEBIAN_PACKAGES) {
      console.log(`Đang cài gói ${name} của Debian…`);
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
      const installed = onThisMachine();
      if (installed) return installed;
    }
  }
  console.error(
    'Không tìm được Chromium chạy được trên máy này. Hãy cài Chromium hoặc Chrome (Debian, Ubuntu: sudo apt install chromium) rồi chạy lại; ' +
      'nếu nó nằm ở chỗ khác, hãy đặt CHROMIUM_PATH là đường dẫn tới nó.',
  );
  return process.exit(1);
}

function onThisMachine() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) =>
      NAMES.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)),
    );
  const places = [process.env.CHROMIUM_PATH, ...onPath, ...(DEFAULT_PLACES[process.platform] ?? [])];
  return places.find((place) => place && works(place));
}

function pathOfPlaywright(node, root) {
  const question =
    "import('@playwright/test').then((it) => process.stdout.write(it.chromium.executablePath()))";
  return spawnSync(node, ['--input-type=module', '-e', question], { cwd: root, encoding: 'utf8' }).stdout;
}

// Being there is not enough on Linux: Ubuntu's chromium-browser may only point to a store, Playwright's may lack
// libraries. (Elsewhere asking for the version opens a window.)
function works(path) {
  if (!path || !existsSync(path)) return false;
  if (process.platform !== 'linux') return true;
  return spawnSync(path, ['--version'], { timeout: 30_000 }).status === 0;
}
