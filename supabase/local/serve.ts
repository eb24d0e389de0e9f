import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { type Backend, openBackend } from './backend.ts';
import { DatabaseRefused } from './database-refused.ts';
import { hasDemoAccounts, prepareFirstStart } from './first-start.ts';
import { FolderInUseError } from './folder-lock.ts';
import { allowedHosts, isLoopback } from './hosts.ts';
import { answerWith } from './http-adapter.ts';
import { createSite } from './site.ts';

const REPOSITORY = resolve(import.meta.dirname, '../..');

/** Something that a person can put right; its message is all that is printed. */
class StartRefused extends Error {}

let stopping = false;

async function start(): Promise<void> {
  const host = process.env.HOST || '127.0.0.1';
  const port = Number(process.env.PORT || 5173);
  const dataFolder = resolve(process.env.DATA_DIR || join(REPOSITORY, '.data'));
  const distFolder = resolve(process.env.DIST_DIR || join(REPOSITORY, 'dist'));
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefused(`PORT phải là một số từ 0 đến 65535; đang là "${process.env.PORT}".`);
  }
  if (!existsSync(join(distFolder, 'index.html'))) {
    throw new StartRefused('Chưa có bản dựng trong thư mục dist. Hãy chạy: npm start');
  }

  console.log('Đang mở cơ sở dữ liệu…');
  const backend = await openBackend({
    dataFolder,
    databaseUrl: process.env.DATABASE_URL,
    moreHosts: process.env.ALLOWED_HOSTS,
  });
  let server: Server | undefined;
  const stop = stopper(backend, () => server);
  // SIGHUP: the terminal window was closed (on Windows too).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    if (!isLoopback(host)) await refuseWideHost(backend, host);
    const wantsEmpty = process.argv.includes('--empty');
    const news = await prepareFirstStart(backend, { wantsEmpty, say: (words) => console.log(words) });
    const site = createSite(backend, {
      dataFolder,
      distFolder,
      hosts: allowedHosts(process.env.ALLOWED_HOSTS),
    });
    server = createServer((incoming, outgoing) => void answerWith(site, incoming, outgoing));
    // The port opens last: whoever finds it open gets an answer.
    await listen(server, port, host);
    if (news !== null) console.log(`\n${news}\n`);
    console.log(`Bản đồ Xã hạnh phúc đang chạy tại ${addressOf(server, host)} (dừng: Ctrl+C)`);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function refuseWideHost(backend: Backend, host: string): Promise<never> {
  const reason = (await hasDemoAccounts(backend))
    ? 'dữ liệu có các tài khoản dùng thử mà ai cũng biết mật khẩu'
    : 'phiên bản này chưa mã hóa đường truyền (TLS) nên mật khẩu sẽ đi qua mạng ở dạng đọc được';
  throw new StartRefused(
    `Không mở máy chủ ra ngoài máy này (HOST=${host}): ${reason}. Hãy bỏ HOST, hoặc đặt HOST=127.0.0.1.`,
  );
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return fail(error);
      fail(
        new StartRefused(
          `Cổng ${port} đang được chương trình khác dùng. Hãy chọn cổng khác, ví dụ: PORT=5174 npm start`,
        ),
      );
    });
    server.listen(port, host.replace(/^\[|\]$/g, ''), done);
  });
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
}

// First no new requests, then the running ones, then the database; the lock goes with it.
function stopper(backend: Backend, server: () => Server | undefined): () => void {
  return () => {
    stopping = true;
    console.log('Đang dừng…');
    const running = server();
    running?.close();
    running?.closeIdleConnections();
    backend.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
}

function refuse(error: unknown): void {
  // Work that a stop cut off fails, and that is nobody's error.
  if (stopping) return;
  const known =
    error instanceof StartRefused || error instanceof FolderInUseError || error instanceof DatabaseRefused;
  console.error(known ? error.message : error);
  process.exit(1);
}

await start().catch(refuse);
