import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The key that every client sends; not a secret. What a caller may do is decided by the database. */
export const PUBLISHABLE_KEY = 'sb_publishable_embedded';

/** What only this installation knows. */
export type Secrets = { jwtSecret: string };

/** Secrets of a backend that lives in memory and ends with its process. */
export function freshSecrets(): Secrets {
  return { jwtSecret: randomBytes(48).toString('base64url') };
}

/** Reads `<dataFolder>/secrets.json`, or makes it (mode 600) at the first start. Throws when it is damaged. */
export function secretsOf(dataFolder: string): Secrets {
  const path = join(dataFolder, 'secrets.json');
  if (!existsSync(path)) {
    writeFileSync(path, `${JSON.stringify(freshSecrets(), null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  }
  chmodSync(path, 0o600);
  const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof stored === 'object' && stored !== null && 'jwtSecret' in stored) {
    if (typeof stored.jwtSecret === 'string' && stored.jwtSecret.length >= 32)
      return { jwtSecret: stored.jwtSecret };
  }
  throw new Error(`Tệp khóa bí mật ${path} bị hỏng. Khôi phục tệp từ bản sao lưu, hoặc xóa tệp để tạo lại.`);
}
