import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const KEPT = 3;

/** A freshly migrated cluster kept as a file: opening it takes a third of making it. */
export type SnapshotStore = {
  /** The stored cluster (a tar archive), or null when there is none for this key yet. */
  read(): Blob | null;
  /** Keeps a cluster under this key where the folder can be written; the newest few are kept, older ones removed. */
  write(cluster: Blob): Promise<void>;
};

/** A store in `folder` for the cluster that `ingredients` (migrations, bootstrap, versions) lead to. */
export function snapshotStore(folder: string, ingredients: readonly string[]): SnapshotStore {
  const hash = createHash('sha256');
  for (const ingredient of ingredients) hash.update(`${ingredient.length}:${ingredient}`);
  const path = join(folder, `cluster-${hash.digest('hex').slice(0, 20)}.tar`);
  return {
    read: () => (existsSync(path) ? new Blob([readFileSync(path)]) : null),
    async write(cluster) {
      const archive = Buffer.from(await cluster.arrayBuffer());
      const draft = join(folder, `draft-${randomUUID()}`);
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(draft, archive);
        renameSync(draft, path);
        removeOld(folder);
      } catch {
        // It only saves time: where this folder cannot be written (a program that somebody else installed, a
        // full disk) the next start is slower, and this one goes on.
        if (existsSync(draft)) rmSync(draft, { force: true });
      }
    },
  };
}

function removeOld(folder: string): void {
  const clusters = readdirSync(folder).filter((file) => /^cluster-[0-9a-f]+\.tar$/.test(file));
  const byAge = clusters
    .map((file) => ({ path: join(folder, file), writtenAt: statSync(join(folder, file)).mtimeMs }))
    .sort((one, other) => other.writtenAt - one.writtenAt);
  for (const { path } of byAge.slice(KEPT)) rmSync(path, { force: true });
}
