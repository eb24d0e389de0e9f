import { type Found, findSystem, type Reading } from '../coordinates/find-system.ts';
import { placeContent } from '../coordinates/place-content.ts';
import { allSystems, type Oddity, type System } from '../coordinates/systems.ts';
import type { FileFeature } from './file-content.ts';
import { hashOfFiles } from './file-hash.ts';
import { type FileProblem, UnusableFile } from './file-problem.ts';
import type { Ground, Placing, ReadRequest, ShownReading, WorkerAnswer } from './read-file.ts';
import { readFiles } from './read-files.ts';

// What is sent in one piece is also unpacked in one, and the page stands still meanwhile.
const FEATURES_AT_ONCE = 4000;

// A worker of its own, because a file of 30 MB would freeze the page for seconds.
self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
  try {
    await answer(data);
  } catch (error) {
    const problem: FileProblem = error instanceof UnusableFile ? error.problem : 'unreadable';
    send({ problem });
  }
};

function send(answer: WorkerAnswer): void {
  self.postMessage(answer);
}

async function answer({ files, ground, choice }: ReadRequest): Promise<void> {
  const brought = await Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
  const raw = await readFiles(brought, ground.wanted);
  const { found, system, isChosen } = placingOf(raw.features, raw.system, ground, choice);
  const { features, ...rest } = placeContent(raw, system);
  for (let at = 0; at < features.length; at += FEATURES_AT_ONCE) {
    send({ features: features.slice(at, at + FEATURES_AT_ONCE) });
  }
  const placing: Placing = {
    readings: found.readings.map(shown),
    chosen: system.key,
    asks: found.asks && !isChosen,
  };
  send({ content: rest, placing, hash: await hashOfFiles(brought) });
}

function placingOf(
  features: readonly FileFeature[],
  stated: Parameters<typeof findSystem>[1],
  ground: Ground,
  choice: string | null,
): { found: Found; system: System; isChosen: boolean } {
  const systems = allSystems(ground.zones, ground.home);
  const found = findSystem(features, stated, systems, ground.boundary);
  const chosen = found.readings.find(({ system }) => system.key === choice)?.system;
  const first = chosen ?? found.readings[0]?.system;
  if (!first) throw new UnusableFile('no_features');
  return { found, system: first, isChosen: chosen !== undefined };
}

function shown({ system, inside }: Reading): ShownReading {
  const { key, kind, zone } = system;
  const oddities: readonly Oddity[] = system.oddities;
  return { key, kind, zone: zone && { code: zone.code, name: zone.name }, oddities, inside };
}
