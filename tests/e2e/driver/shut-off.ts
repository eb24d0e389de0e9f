import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can cut and mend: what a phone's signal does, and not a flag in our code. */
export class ShutOff {
  readonly address: string;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isOpen = true;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.address = `http://127.0.0.1:${port}`;
  }

  /** Before the server at this address. */
  static async before(address: string): Promise<ShutOff> {
    const { port } = new URL(address);
    let line: ShutOff | undefined;
    const server = createServer((phone) => {
      const open = line;
      if (open === undefined) return void phone.destroy();
      if (!open.#isOpen) return void phone.destroy();
      const there = connect(Number(port), '127.0.0.1');
      for (const [one, other] of [
        [phone, there],
        [there, phone],
      ] as const) {
        open.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          open.#sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const bound = server.address();
    if (bound === null || typeof bound === 'string') throw new Error('expected a port');
    line = new ShutOff(server, bound.port);
    return line;
  }

  /** From now on nothing gets through, in the middle of whatever it was. */
  cut(): void {
    this.#isOpen = false;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isOpen = true;
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
