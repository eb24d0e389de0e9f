import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** How a program ended, and what it said. */
export type Ended = { code: number; output: string; complaints: string };

/** Runs the `supabase` command line in this repository, without a word to anybody about it. */
export function runSupabase(words: readonly string[]): Promise<Ended> {
  const manifest = fileURLToPath(import.meta.resolve('supabase/package.json'));
  const child = spawn(process.execPath, [join(manifest, '../dist/supabase.js'), ...words], {
    cwd: REPOSITORY,
    env: { ...process.env, SUPABASE_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CI: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', complaints: '' };
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.output += part;
  });
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.complaints += part;
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, ...said }));
  });
}
