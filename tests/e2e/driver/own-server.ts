import { rmSync } from 'node:fs';
import { withDatabase } from '../../support/sample-folder.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { copySample } from '../fixtures.ts';

/** A server on data of its own, which may come to harm. */
export class OwnServer {
  #server: TestServer;

  constructor(server: TestServer) {
    this.#server = server;
  }

  /** With a copy of the sample commune, changed first as nobody on the page can where `sql` says so. */
  static async withSample({ sql, words = [] }: { sql?: string; words?: string[] } = {}): Promise<OwnServer> {
    const dataFolder = copySample();
    if (sql) await withDatabase(dataFolder, (database) => database.execute(sql));
    return new OwnServer(await startServer({ dataFolder, words }));
  }

  /** With nothing: `npm start -- --empty`. */
  static async empty(): Promise<OwnServer> {
    return new OwnServer(await startServer({ words: ['--empty'] }));
  }

  get address(): string {
    return this.#server.address;
  }

  get dataFolder(): string {
    return this.#server.dataFolder;
  }

  /** The one-time code that only the terminal shows. */
  get code(): string {
    const code = /^ {4}(\S{4}(?:-\S{4}){3})$/m.exec(this.#server.output())?.[1];
    if (!code) throw new Error(`expected a one-time code in:\n${this.#server.output()}`);
    return code;
  }

  goAway(): Promise<void> {
    return this.#server.stop();
  }

  async comeBack(): Promise<void> {
    const { dataFolder, port } = this.#server;
    this.#server = await startServer({ dataFolder, port });
  }

  /** Changes the data as nobody on the page can, and comes back. */
  async change(sql: string): Promise<void> {
    await this.goAway();
    await withDatabase(this.#server.dataFolder, (database) => database.execute(sql));
    await this.comeBack();
  }

  async dispose(): Promise<void> {
    await this.#server.stop();
    rmSync(this.#server.dataFolder, { recursive: true, force: true });
  }
}
