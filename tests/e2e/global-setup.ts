import { rmSync } from 'node:fs';
import { copyFolder, makeSampleFolder } from '../support/sample-folder.ts';
import { startServer } from '../support/server.ts';

/**
 * Makes the sample commune once and serves it, on a port and a folder of its own, to every journey that does
 * no harm. Tests that do harm start a server of their own on a copy (`SAMPLE_FOLDER`).
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const prepared = await makeSampleFolder();
  const folder = copyFolder(prepared);
  const server = await startServer({ dataFolder: folder });
  process.env.SAMPLE_FOLDER = prepared;
  process.env.SAMPLE_ADDRESS = server.address;
  return async () => {
    await server.stop();
    for (const used of [prepared, folder]) rmSync(used, { recursive: true, force: true });
  };
}
