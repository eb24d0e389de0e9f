// Completes package-lock.json after a dependency changed on a machine whose registry did not offer the builds
// of some packages for other systems: npm then leaves them out, and `npm ci` refuses the file everywhere.
//
//   node scripts/complete-lockfile.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const PATH = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];

const lock = JSON.parse(readFileSync(PATH, 'utf8'));
const packages = { ...lock.packages };
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const isAbsent = !Object.keys(packages).some((known) => known === place || known.endsWith(`/${place}`));
    const system = systemOf(name);
    if (!isAbsent || !system || !/^\d+\.\d+\.\d+/.test(version)) continue;
    packages[place] = { version, ...system, ...(parent.dev ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(PATH, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);

// The names of such packages say their system: `@biomejs/cli-darwin-arm64`, `…-linux-x64-musl`.
function systemOf(name) {
  const words = name.replace('windows', 'win32').split(/[-/]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) =>
    words.some((word) => word === processor || (processor === 'arm' && word === 'arm')),
  );
  if (!os || !cpu) return null;
  const libc = words.includes('musl') || words.includes('musleabihf') ? ['musl'] : undefined;
  return { os: [os], cpu: [cpu], ...(libc ? { libc } : {}) };
}
