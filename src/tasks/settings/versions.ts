import type { Version } from './server.ts';

/** The version that counts on a day: the latest not after it; null before the first. `versions` in any order. */
export function versionOn(versions: readonly Version[], day: string): Version | null {
  return versions
    .filter(({ valid_from }) => valid_from <= day)
    .reduce<Version | null>((best, one) => (best && best.valid_from > one.valid_from ? best : one), null);
}
