import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import type { Backend } from './backend.ts';
import { controlAddress, copyDataFolder } from './backup.ts';
import { StartRefused } from './start-refused.ts';

type Answer = { done: true } | { refused: string };

// Longer than any path; nobody else can reach the socket.
const LONGEST_REQUEST = 10_000;

/**
 * Lets `npm run backup` on the same machine and account ask a running server for a copy: requests wait while
 * the files are copied. Null where the system offers no such socket; the copy is then made with the server stopped.
 */
export async function listenForBackups(
  backend: Pick<Backend, 'atRest'>,
  dataFolder: string,
): Promise<Server | null> {
  const address = controlAddress(dataFolder);
  // Left behind by a server that was killed; the folder's lock says that it is nobody's.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const server = createServer((socket) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      said += part;
      if (said.length > LONGEST_REQUEST) socket.destroy();
      if (!said.endsWith('\n')) return;
      void answer(said.trim()).then((words) => socket.end(JSON.stringify(words)));
    });
  });
  const answer = async (target: string): Promise<Answer> => {
    try {
      await backend.atRest(() => copyDataFolder(dataFolder, target));
      return { done: true };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
  };
  return new Promise((done) => {
    server.once('error', () => done(null));
    server.listen(address, () => done(server.unref()));
  });
}

/** Asks the server that runs on `dataFolder` for a copy at `target`. Throws StartRefused with its reason. */
export async function askForBackup(dataFolder: string, target: string): Promise<void> {
  const text = await new Promise<string>((done, fail) => {
    let heard = '';
    const socket = connect(controlAddress(dataFolder), () => socket.write(`${target}\n`));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.once('end', () => done(heard));
    socket.once('error', fail);
  }).catch(() => '');
  if (text === '') {
    throw new StartRefused(
      'Máy chủ đang chạy không nhận lệnh sao lưu. Hãy dừng máy chủ rồi sao lưu lại; chưa sao lưu gì cả.',
    );
  }
  const answer = JSON.parse(text) as Answer;
  if ('refused' in answer) throw new StartRefused(answer.refused);
}
