import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/**
 * Runs a program with this terminal and answers with its exit code. Ctrl+C reaches the program itself, which
 * decides when it is done; a signal sent to this process alone is passed on.
 */
export function run(program, words, options = {}) {
  return new Promise((done, broken) => {
    const child = spawn(program, words, { stdio: 'inherit', ...options });
    const pass = (signal) => child.kill(signal);
    const wait = () => undefined;
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    process.on('SIGHUP', pass);
    child.once('error', broken);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      process.off('SIGHUP', pass);
      done(code ?? (signal ? 1 : 0));
    });
  });
}

/** One hash over the names and contents of files and folders (missing ones count as absent), without `except`. */
export function hashOf(root, paths, except = []) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, root, path, except);
  return hash.digest('hex');
}

function addTo(hash, root, path, except) {
  if (except.includes(path)) return;
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return;
  if (entry.isDirectory()) {
    for (const name of readdirSync(path).sort()) addTo(hash, root, join(path, name), except);
    return;
  }
  const name = relative(root, path).split(sep).join('/');
  hash.update(`${name}\0${entry.size}\0`).update(readFileSync(path));
}
