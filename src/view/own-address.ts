import type { Path } from './address.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * The address of a room of this very server, for another device to open. What stands behind `#` is never sent to a
 * server, so a one-time code in it reaches no log.
 */
export function addressOfRoom(path: Path, fragment: string): string {
  return `${window.location.origin}${path}#${fragment}`;
}

/** Whether this page's own address leads nowhere from any other device. */
export function isOnlyForThisMachine(): boolean {
  return LOOPBACK.test(window.location.hostname);
}

/** Whether the address names no view of its own: as the page opens from the home screen. */
export function isPlainAddress(): boolean {
  return window.location.search === '';
}

/** What stands behind `#` in the address; empty when nothing does. */
export function currentFragment(): string {
  const text = window.location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
