import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const REPOSITORY = resolve(import.meta.dirname, '../..');
/** The line with which the server says that it answers. */
export const READY = /đang chạy tại (https?:\/\/\S+)/;

/** The production server as a process of its own, on its own port and data folder. */
export type TestServer = {
  /** `http://127.0.0.1:<port>`; with TLS what the server printed. */
  address: string;
  port: number;
  dataFolder: string;
  /** Of the process. */
  pid: number;
  /** All that it printed so far, both streams. */
  output: () => string;
  /** Ends it (gracefully by default), waits until it is gone, and keeps the data folder. */
  stop: (signal?: NodeJS.Signals) => Promise<void>;
  /** Ends it and removes its data folder, unless that was given. */
  dispose: () => Promise<void>;
};

/**
 * Starts `supabase/local/serve.ts` and waits for the address it prints (`dist/` must be built).
 * Rejects with its output when it ends before that.
 */
export async function startServer({
  words = [],
  dataFolder,
  port,
  environment = {},
}: {
  words?: string[];
  dataFolder?: string;
  port?: number;
  environment?: Record<string, string>;
} = {}): Promise<TestServer> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'xa-hanh-phuc-'));
  const chosenPort = port ?? (await freePort());
  const child = spawn(process.execPath, [join(REPOSITORY, 'supabase/local/serve.ts'), ...words], {
    cwd: REPOSITORY,
    env: { ...process.env, HOST: '', ...environment, PORT: String(chosenPort), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  };
  const address = await addressPrinted(child, output);
  return {
    address,
    port: chosenPort,
    dataFolder: folder,
    pid: child.pid ?? 0,
    output,
    stop,
    dispose: async () => {
      await stop();
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port of loopback that nobody uses at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('expected a port');
  return address.port;
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8');
    stream?.on('data', (part: string) => {
      text += part;
    });
  }
  return () => text;
}

function addressPrinted(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const look = () => {
      const address = READY.exec(output())?.[1];
      if (address) done(address);
    };
    child.stdout?.on('data', look);
    child.once('error', fail);
    child.once('close', (code) =>
      fail(new Error(`the server ended with ${code} before it was ready:\n${output()}`)),
    );
  });
}
