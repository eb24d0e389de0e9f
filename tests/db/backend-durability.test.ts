import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killDuringWrites } from '../../bench/durability.ts';
import { mixSessions, prepareSessions } from '../../bench/sessions.ts';
import { openBackend } from '../../supabase/local/backend.ts';
import { startServer, type TestServer } from '../support/server.ts';

// The same as `npm run bench -- durability sessions`, small.
const root = mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-durability-test-'));
const environment = { DIST_DIR: join(root, 'dist') };
let server: TestServer | undefined;

beforeAll(() => {
  mkdirSync(environment.DIST_DIR);
  writeFileSync(join(environment.DIST_DIR, 'index.html'), '<!doctype html><title>Bản đồ</title>');
});
afterAll(async () => {
  await server?.stop();
  rmSync(root, { recursive: true, force: true });
});

it('a server killed during writes opens again with every write that it acknowledged', {
  timeout: 300_000,
}, async () => {
  const { acknowledged, lost, unexpected } = await killDuringWrites(3, environment);
  expect(acknowledged).toBeGreaterThanOrEqual(30);
  expect({ lost, unexpected }).toEqual({ lost: 0, unexpected: 0 });
});

it('many people at once each get their own answers, and keep what they stored', {
  timeout: 200_000,
}, async () => {
  const dataFolder = join(root, 'data');
  const backend = await openBackend({ dataFolder });
  const people = await prepareSessions(backend, 8);
  await backend.close();
  server = await startServer({ dataFolder, environment });
  const { writes, wrong, failures, lost } = await mixSessions(server.address, people, { turns: 5 });
  expect({ wrong, failures, lost }).toEqual({ wrong: [], failures: 0, lost: 0 });
  // Two administrators and two front officers, one write each; the other four are refused.
  expect(writes).toBe(4);
});
