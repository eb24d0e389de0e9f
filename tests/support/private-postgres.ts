import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrograms } from './postgres-programs.ts';
import { freePort } from './server.ts';

/** A PostgreSQL server of our own: its own folder, a loopback port, a password nobody else knows. */
export type PrivatePostgres = {
  /** The superuser's way into database `postgres`. */
  adminUrl: string;
  start(): void;
  /** 'immediate' is as if it had been killed; 'fast' ends every session first. */
  stop(mode: 'fast' | 'immediate'): void;
  /** Stops it, whatever state it is in, and removes its folder. */
  dispose(): void;
};

// Not `postgres`: on a Supabase project that is the name of somebody who may much less (see hosted-stub.sql).
const ADMINISTRATOR = 'administrator';

// Tests need no disk to survive a power cut; what a killed server had acknowledged is kept all the same.
const SETTINGS = `
listen_addresses = '127.0.0.1'
max_connections = 60
fsync = off
full_page_writes = off
shared_buffers = 128MB
log_min_messages = panic
`;

// Where `npm run test:postgres` looks for what its tests may have left running when they were cut short.
const parentFolder = () => process.env.TEST_POSTGRES_FOLDER ?? tmpdir();

/** Makes and starts one. PostgreSQL refuses to run as root: then it runs as Debian's `postgres`. */
export async function startPrivatePostgres(): Promise<PrivatePostgres> {
  const programs = findPrograms();
  const port = await freePort();
  const folder = mkdtempSync(join(parentFolder(), 'private-postgres-'));
  const data = join(folder, 'data');
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (process.getuid?.() === 0) giveTo('postgres', [folder, passwordFile]);
  else chmodSync(folder, 0o700);

  const run = (program: string, words: string[]) => runProgram(join(programs, program), words);
  run('initdb', [
    '--pgdata',
    data,
    '--username',
    ADMINISTRATOR,
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale',
    'C.UTF-8',
    '--no-sync',
  ]);
  const settings = `${SETTINGS}port = ${port}\nunix_socket_directories = '${folder}'\n`;
  writeFileSync(join(data, 'postgresql.auto.conf'), settings);
  const control = (...words: string[]) => run('pg_ctl', ['--pgdata', data, '--silent', '--wait', ...words]);
  const stop = (mode: string) => control('stop', '--mode', mode);
  const server: PrivatePostgres = {
    adminUrl: `postgresql://${ADMINISTRATOR}:${password}@127.0.0.1:${port}/postgres`,
    start: () => control('start', '--log', join(folder, 'log')),
    stop,
    dispose: () => {
      try {
        stop('immediate');
      } catch {
        // Not running: nothing to stop.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    server.start();
  } catch (error) {
    server.dispose();
    throw error;
  }
  return server;
}

/** Stops whatever runs in private folders below `parent`, and removes them. */
export function disposeAllBelow(parent: string): void {
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith('private-postgres-'))) {
    const pidFile = join(parent, name, 'data/postmaster.pid');
    const pid = existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
    try {
      // PostgreSQL's word for "end at once".
      if (pid > 1) process.kill(pid, 'SIGQUIT');
    } catch {
      // Gone already.
    }
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function runProgram(program: string, words: string[]): void {
  const asRoot = process.getuid?.() === 0;
  const [file, args] = asRoot ? ['runuser', ['-u', 'postgres', '--', program, ...words]] : [program, words];
  const ended = spawnSync(file, args, { cwd: tmpdir(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (ended.status === 0) return;
  throw new Error(`${program} ended with ${ended.status ?? ended.error}: ${ended.stderr}${ended.stdout}`);
}

function giveTo(person: string, paths: string[]): void {
  const id = (flag: string) => Number(spawnSync('id', [flag, person], { encoding: 'utf8' }).stdout);
  for (const path of paths) {
    chownSync(path, id('-u'), id('-g'));
    chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
  }
}
