import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform } from 'node:process';

/** True while a process with this id runs on this machine, whoever owns it. */
export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * A mark of the moment at which a process started, equal for the same process and different for another that
 * got the same id later; null when this system cannot tell. Only for comparing.
 */
export function startMark(processId: number): string | null {
  try {
    if (platform === 'linux') return linuxMark(processId);
    if (platform === 'win32') return windowsMark(processId);
    return run('ps', ['-o', 'lstart=', '-p', String(processId)]);
  } catch {
    return null;
  }
}

function linuxMark(processId: number): string {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const stat = readFileSync(`/proc/${processId}/stat`, 'utf8');
  // The second field is the program's name in parentheses and may hold spaces: count from its end.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return `${boot} ${fields[19]}`;
}

function windowsMark(processId: number): string {
  const question = `(Get-Process -Id ${processId}).StartTime.ToUniversalTime().Ticks`;
  return run('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', question]);
}

function run(program: string, words: string[]): string {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const said = execFileSync(program, words, {
    encoding: 'utf8',
    timeout: 10_000,
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (said.trim() === '') throw new Error(`${program} said nothing`);
  return said.trim();
}
