import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../supabase/local/backend.ts';
import { putCommune, putMember } from '../tests/db/hand-made-map.ts';
import { createUser } from '../tests/support/database.ts';
import { startServer } from '../tests/support/server.ts';
import { wastePoint } from './loaded-points.ts';
import type { Figure } from './measure.ts';
import { ask, tokenOf, wastePointIds } from './requests.ts';

const EMAIL = 'can-bo@xa.vn';
const PASSWORD = 'mat-khau-thu-nghiem';
const WRITERS = 4;

/** What became of writes while the server was killed again and again. */
export type Durability = { cycles: number; acknowledged: number; lost: number; unexpected: number };

/**
 * Kills the server (SIGKILL) in the middle of writes, `cycles` times, and starts it again each time. A write
 * counts as acknowledged when its whole answer arrived; it is lost when it is not there after the next start.
 * `unexpected` counts rows that nobody sent, and answers other than success. A start that fails throws.
 */
export async function killDuringWrites(
  cycles: number,
  environment: Record<string, string> = {},
): Promise<Durability> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-durability-'));
  const acknowledged = new Set<string>();
  const sent = new Set<string>();
  const result: Durability = { cycles, acknowledged: 0, lost: 0, unexpected: 0 };
  try {
    await prepare(dataFolder);
    for (let cycle = 0; cycle < cycles; cycle += 1) {
      const server = await startServer({ dataFolder, environment });
      const token = await tokenOf(server.address, EMAIL, PASSWORD);
      const target = acknowledged.size + 10 + Math.floor(Math.random() * 60);
      let isKilled = false;
      const write = async () => {
        while (!isKilled) {
          const point = wastePoint(sent.size, `Điểm ${sent.size}`);
          sent.add(point.id);
          const body = { layer: 'waste_points', features: [point] };
          // A connection that the kill cut: nothing was acknowledged.
          const answer = await ask(server.address, '/rest/v1/rpc/load_features', { token, body }).catch(
            () => null,
          );
          if (answer === null) return;
          if (answer.status === 200 && answer.body === 1) acknowledged.add(point.id);
          else result.unexpected += 1;
          if (acknowledged.size >= target && !isKilled) {
            isKilled = true;
            // In the middle of what the other writers have under way.
            await server.stop('SIGKILL');
          }
        }
      };
      await Promise.all(Array.from({ length: WRITERS }, write));
      await server.stop('SIGKILL');
    }
    const server = await startServer({ dataFolder, environment });
    const stored = await wastePointIds(server.address, await tokenOf(server.address, EMAIL, PASSWORD));
    await server.stop();
    result.acknowledged = acknowledged.size;
    result.lost = [...acknowledged].filter((id) => !stored.has(id)).length;
    result.unexpected += [...stored].filter((id) => !sent.has(id)).length;
    return result;
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** The same as a line of the report. */
export async function durability(cycles = 30): Promise<Figure[]> {
  const { acknowledged, lost, unexpected } = await killDuringWrites(cycles);
  return [
    {
      what: `kill -9 during writes, ${cycles} times, reopened every time: acknowledged writes lost of ${acknowledged}`,
      figure: String(lost),
      reach: '0',
      reached: lost === 0 && unexpected === 0,
    },
  ];
}

async function prepare(dataFolder: string): Promise<void> {
  const backend = await openBackend({ dataFolder });
  try {
    const commune = await putCommune(backend);
    const officer = await createUser(backend, { email: EMAIL, password: PASSWORD });
    await putMember(backend, commune, officer, 'front_officer');
  } finally {
    await backend.close();
  }
}
