import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const PACKAGES = ['postgresql-15', 'postgresql-15-postgis-3'];

/**
 * The folder with the programs of a PostgreSQL 15 or later that has PostGIS. Where there is none and this is
 * root on a Debian, installs its packages. Throws with what to install otherwise.
 */
export function findPrograms(): string {
  const found = programsHere();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`installing ${PACKAGES.join(', ')} …`);
    apt(['update', '-q']);
    apt(['install', '-y', '-q', '--no-install-recommends', ...PACKAGES]);
    const installed = programsHere();
    if (installed) return installed;
  }
  throw new Error(`no PostgreSQL 15 with PostGIS found: install ${PACKAGES.join(' and ')}`);
}

function programsHere(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).filter((name) => Number(name) >= 15) : [];
  // The oldest first: what passes there passes on later ones, and not the other way round.
  const byAge = versions
    .sort((one, other) => Number(one) - Number(other))
    .map((name) => join(DEBIAN, name, 'bin'));
  return [...byAge, ...(process.env.PATH ?? '').split(delimiter)].find(
    (folder) => isProgram(join(folder, 'initdb')) && hasPostgis(folder),
  );
}

function hasPostgis(folder: string): boolean {
  const asked = spawnSync(join(folder, 'pg_config'), ['--sharedir'], { encoding: 'utf8' });
  return existsSync(join(asked.stdout.trim(), 'extension/postgis.control'));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function apt(words: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
