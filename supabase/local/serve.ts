import { writeSync } from 'node:fs';
import { type Backend, openBackend } from './backend.ts';
import { listenForCommands } from './control.ts';
import { DatabaseRefused } from './database-refused.ts';
import { spaceAtStart } from './disk-space.ts';
import { prepareFirstStart } from './first-start.ts';
import { FolderInUseError } from './folder-lock.ts';
import { allowedHosts, isEveryAddress } from './hosts.ts';
import { type Listening, openPort } from './listening.ts';
import { sweepPhotosDaily } from './photo-sweep.ts';
import { policeCodeWords } from './police-code.ts';
import { readSettings } from './settings.ts';
import { createSite } from './site.ts';
import { StartRefused } from './start-refused.ts';
import { readCertificate } from './tls/certificate.ts';
import { asInAddressBar } from './tls/names.ts';
import { refuseUnsafeHost } from './wide-host.ts';

let stopping = false;

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const { host, dataFolder, distFolder, databaseUrl, certificatePaths } = settings;
  const certificate = certificatePaths && readCertificate(certificatePaths);
  const wantsEmpty = process.argv.includes('--empty');
  const named = isEveryAddress(host) ? [] : (asInAddressBar(host) ?? []);
  const moreHosts = [settings.moreHosts, ...(certificate?.names ?? [])].concat(named).join(',');

  // A PostgreSQL server watches over its own disk.
  if (!databaseUrl) refuseFullDisk(dataFolder);

  console.log('Đang mở cơ sở dữ liệu…');
  const backend = await openBackend({ dataFolder, databaseUrl, moreHosts, onBroken: endBroken });
  let port: Listening | undefined;
  const stop = stopper(backend, () => port);
  // SIGHUP: the terminal window was closed (on Windows too).
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
  try {
    await refuseUnsafeHost(backend, { host, isEncrypted: certificate !== null, wantsEmpty });
    const news = await prepareFirstStart(backend, {
      wantsEmpty,
      say: (words) => console.log(words),
      dataFolder,
    });
    const policeCode = await policeCodeWords(backend, process.argv);
    const hosts = allowedHosts(moreHosts);
    const site = createSite(backend, { dataFolder, distFolder, hosts });
    // The port opens last: whoever finds it open gets an answer.
    port = await openPort(site, settings, certificate, hosts);
    await listenForCommands(backend, dataFolder);
    sweepPhotosDaily(backend, dataFolder);
    for (const words of [news, policeCode]) if (words !== null) console.log(`\n${words}\n`);
    const [first, ...more] = port.addresses;
    // In one piece: whoever waits for the first line has the others with it.
    const others = more.map((address) => `\n  cũng mở được tại ${address}`);
    console.log(`Bản đồ Xã hạnh phúc đang chạy tại ${first} (dừng: Ctrl+C)${others.join('')}`);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

function refuseFullDisk(dataFolder: string): void {
  const space = spaceAtStart(dataFolder);
  if (space?.refused) throw new StartRefused(space.words);
  if (space) console.log(`CẢNH BÁO: ${space.words}`);
}

// The database hangs at its next statement and takes the process along: ending at once frees the folder.
function endBroken(): never {
  // Straight to the terminal: within a request the console is silent, and nothing is waited for any more.
  writeSync(
    2,
    'Đĩa đã đầy nên cơ sở dữ liệu phải dừng ngay. Những gì đã báo là lưu thì vẫn còn. ' +
      'Hãy giải phóng đĩa rồi khởi động lại.\n',
  );
  process.exit(1);
}

// First no new requests, then the running ones, then the database; the lock goes with it.
function stopper(backend: Backend, port: () => Listening | undefined): () => void {
  return () => {
    stopping = true;
    console.log('Đang dừng…');
    port()?.close();
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
