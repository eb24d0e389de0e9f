import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { archiveTo } from './archive/archive-file.ts';
import { type Restored, restoreArchive } from './archive/restore-archive.ts';
import type { Backend } from './backend.ts';
import { controlAddress, copyDataFolder } from './backup.ts';
import { StartRefused } from './start-refused.ts';

/** What a command of the same machine and account may ask of a running server, and what it answers. */
type Commands = {
  copy: { asks: { target: string }; answers: null };
  archive: { asks: { target: string }; answers: Awaited<ReturnType<typeof archiveTo>> };
  restore: { asks: { path: string; passphrase: string | null }; answers: Restored };
};
type Command = keyof Commands;
type Answer = { done: unknown } | { refused: string };

// Longer than any path and passphrase; nobody else can reach the socket.
const LONGEST_REQUEST = 20_000;

/**
 * Lets `npm run backup` and `npm run restore` on the same machine and account ask a running server: people's
 * requests wait where a command needs the database for itself. Null where the system offers no such socket; the
 * commands are then for a stopped server.
 */
export async function listenForCommands(
  backend: Pick<Backend, 'atRest' | 'query' | 'execute' | 'transaction'>,
  dataFolder: string,
): Promise<Server | null> {
  const address = controlAddress(dataFolder);
  // Left behind by a server that was killed; the folder's lock says that it is nobody's.
  if (process.platform !== 'win32') rmSync(address, { force: true });
  const acts: { [Name in Command]: (asks: Commands[Name]['asks']) => Promise<Commands[Name]['answers']> } = {
    copy: async ({ target }) => {
      await backend.atRest(() => copyDataFolder(dataFolder, target));
      return null;
    },
    archive: ({ target }) => archiveTo(backend, dataFolder, target),
    restore: ({ path, passphrase }) => restoreArchive(backend, dataFolder, path, passphrase),
  };
  const server = createServer((socket) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (part: string) => {
      said += part;
      if (said.length > LONGEST_REQUEST) socket.destroy();
      if (!said.endsWith('\n')) return;
      void answer(said).then((words) => socket.end(JSON.stringify(words)));
    });
  });
  const answer = async (line: string): Promise<Answer> => {
    try {
      const { name, asks } = JSON.parse(line) as { name: Command; asks: never };
      return { done: await acts[name](asks) };
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) };
    }
  };
  return new Promise((done) => {
    server.once('error', () => done(null));
    server.listen(address, () => done(server.unref()));
  });
}

/** Asks the server that runs on `dataFolder` to do a command. Throws StartRefused with its reason. */
export async function askServer<Name extends Command>(
  dataFolder: string,
  name: Name,
  asks: Commands[Name]['asks'],
): Promise<Commands[Name]['answers']> {
  const text = await new Promise<string>((done, fail) => {
    let heard = '';
    const socket = connect(controlAddress(dataFolder), () =>
      socket.write(`${JSON.stringify({ name, asks })}\n`),
    );
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.once('end', () => done(heard));
    socket.once('error', fail);
  }).catch(() => '');
  if (text === '') {
    throw new StartRefused(
      'Máy chủ đang chạy không nhận lệnh này. Hãy dừng máy chủ rồi làm lại; chưa làm gì cả.',
    );
  }
  const answer = JSON.parse(text) as Answer;
  if ('refused' in answer) throw new StartRefused(answer.refused);
  return answer.done as Commands[Name]['answers'];
}
