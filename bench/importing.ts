import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { newId } from '../src/data/new-id.ts';
import { readFiles } from '../src/tasks/set-up/file/read-files.ts';
import { piecesOf } from '../src/tasks/set-up/importing/pieces.ts';
import { guessMatching } from '../src/tasks/set-up/matching/matching.ts';
import { rowsToSend } from '../src/tasks/set-up/matching/rows.ts';
import { type Backend, openBackend } from '../supabase/local/backend.ts';
import { at, putCommune, putMember } from '../tests/db/hand-made-map.ts';
import { createUser } from '../tests/support/database.ts';
import { asAdministrator, withDatabase } from '../tests/support/postgres-databases.ts';
import { startServer } from '../tests/support/server.ts';
import type { Figure } from './measure.ts';

const OFFICER = { email: 'can-bo@xa.vn', password: 'mat-khau-thu-nghiem' };
const ROADS = Number(process.env.ROADS ?? 100_000);

/** The roads of a file as a surveyor's office writes it: a name, a class, and seven corners each. */
function roadsFile(): string {
  const features = Array.from({ length: ROADS }, (_, index) => {
    const [east, north] = [(index % 400) / 21, Math.floor(index / 400) / 14];
    const coordinates = [0, 1, 2, 3, 4, 5, 6].map((step) => at(east + step / 200, north + (step % 2) / 100));
    const properties = { ten: `Đường ${index + 1}`, cap: index % 3 === 0 ? 'Đường thôn' : 'Ngõ' };
    return JSON.stringify({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } });
  });
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}`;
}

/**
 * 100,000 road lines by the importer's own path into a fresh installation: read, matched, brought in pieces,
 * compared and stored, over HTTP. With `adminUrl` into that PostgreSQL server, and by ogr2ogr into it too.
 */
export async function importing(adminUrl?: string, databaseUrl?: string): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-importing-'));
  try {
    const path = join(folder, 'duong.geojson');
    writeFileSync(path, roadsFile());
    const backend = await openBackend({
      dataFolder: join(folder, 'data'),
      ...(databaseUrl ? { databaseUrl } : {}),
    });
    await addOfficer(backend);
    const anonKey = backend.keys.publishable;
    await backend.close();
    const server = await startServer({
      dataFolder: join(folder, 'data'),
      environment: databaseUrl ? { DATABASE_URL: databaseUrl } : {},
    });
    try {
      const client = createClient(server.address, anonKey, {
        auth: { persistSession: false, autoRefreshToken: false },
      });
      const { error } = await client.auth.signInWithPassword(OFFICER);
      if (error) throw error;
      const ours = await loadOurs(client, path);
      const what = `${ROADS.toLocaleString('en')} road lines by the importer`;
      if (!adminUrl || !databaseUrl) {
        const megabytes = peakMegabytes(server.pid);
        return [
          { what: `${what}, embedded`, figure: parts(ours), reach: 'finishes', reached: true },
          {
            what: 'most memory of the server meanwhile',
            figure: `${megabytes} MB`,
            reach: '< 2,000 MB',
            reached: megabytes < 2000,
          },
        ];
      }
      const theirs = await loadByOgr(adminUrl, path);
      return [
        { what: 'the same file by ogr2ogr', figure: seconds(theirs), reach: '', reached: null },
        {
          what: `${what}, PostgreSQL`,
          figure: `${parts(ours)}; ${(ours.total / theirs).toFixed(1)} times ogr2ogr`,
          reach: '≤ 3 times',
          reached: ours.total <= 3 * theirs,
        },
      ];
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addOfficer(backend: Backend): Promise<void> {
  const commune = await putCommune(backend);
  await putMember(backend, commune, await createUser(backend, OFFICER), 'front_officer');
}

type Ours = { read: number; brought: number; compared: number; stored: number; total: number };

async function loadOurs(client: SupabaseClient, path: string): Promise<Ours> {
  const began = performance.now();
  const bytes = new Uint8Array(readFileSync(path));
  const content = await readFiles([{ name: 'duong.geojson', bytes }], 'line');
  const file_hash = createHash('sha256').update(bytes).digest('hex');
  const matching = guessMatching('roads', content.columns, '2026-01-01');
  const classes = [
    { value: 'hamlet', names: ['đường thôn'] },
    { value: 'alley', names: ['ngõ'] },
  ];
  const rows = rowsToSend('roads', content.features, matching, { class: classes }, newId());
  // The thread was busy: a connection that the server ended meanwhile is noticed now, not in the first request.
  await setTimeout(10);
  const read = performance.now();
  const id = randomUUID();
  for (const piece of piecesOf(rows)) {
    const problems = await ask<unknown[]>(client, 'stage_features', {
      import_id: id,
      layer: 'roads',
      first_row: piece.first,
      features: piece.rows,
    });
    if (problems.length > 0) throw new Error(`expected clean rows, got ${JSON.stringify(problems[0])}`);
  }
  const brought = performance.now();
  await ask(client, 'compare_import', { import_id: id });
  const compared = performance.now();
  const { added } = await ask<{ added: number }>(client, 'store_import', {
    import: { id, layer: 'roads', name: 'duong.geojson', file_hash, rows: rows.length, duplicates: 'skip' },
  });
  if (added !== ROADS) throw new Error(`expected ${ROADS} roads, stored ${added}`);
  const stored = performance.now();
  return {
    read: read - began,
    brought: brought - read,
    compared: compared - brought,
    stored: stored - compared,
    total: stored - began,
  };
}

async function ask<Answer>(client: SupabaseClient, name: string, parameters: object): Promise<Answer> {
  const { data, error } = await client.rpc(name, parameters);
  if (error) throw new Error(`${name}: ${error.message}`);
  return data as Answer;
}

async function loadByOgr(adminUrl: string, path: string): Promise<number> {
  await asAdministrator(adminUrl, ['create database by_ogr']);
  const database = withDatabase(adminUrl, 'by_ogr');
  await asAdministrator(database, ['create extension postgis']);
  const began = performance.now();
  await promisify(execFile)('ogr2ogr', ['-f', 'PostgreSQL', `PG:${database}`, path, '-nln', 'roads']);
  return performance.now() - began;
}

/** The most that a process ever had in memory, as Linux counts it. */
function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
const parts = ({ read, brought, compared, stored, total }: Ours) =>
  `${seconds(total)} (read ${seconds(read)}, brought and checked ${seconds(brought)}, compared ${seconds(compared)}, stored ${seconds(stored)})`;
