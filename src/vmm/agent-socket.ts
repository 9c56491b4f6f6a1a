/**
 * A Unix socket on which the agent in the guest connects: a VMM with vsock in its own process connects to the socket `<path>_P`
 * when the guest connects to port P of the host (Cloud Hypervisor docs/vsock.md).
 */

import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { PassThrough, type Readable, Writable } from 'node:stream';
import { lookAt } from '../process/directory.ts';
import { HostError, messageOf } from '../words/errors.ts';

/** The port of the host (guest/agent.c). */
export const AGENT_VSOCK_PORT = 29_796;

export class AgentSocket {
  /** What the agent sends. Ends when the VMM is gone and all of it was read. */
  readonly reader: Readable;
  /** What the agent gets. What is written while no agent is connected is lost. */
  readonly writer: Writable;
  readonly #server: Server;
  readonly #bytes = new PassThrough();
  #connection: Socket | undefined;
  #released = false;

  private constructor(server: Server) {
    this.#server = server;
    this.reader = this.#bytes;
    this.writer = new Writable({
      write: (bytes: Buffer, _, done) => {
        if (this.#connection === undefined) done();
        else this.#connection.write(bytes, () => done());
      },
    });
    server.on('connection', (connection) => this.#take(connection));
  }

  /**
   * Listens before the VMM starts. Only this user can connect: who does so may give any result to a command.
   * @param path a socket that a killed run has left there is replaced
   * @throws HostError code `vmm-not-started`
   */
  static async listen(path: string): Promise<AgentSocket> {
    if (lookAt(path)?.isSocket() === true) rmSync(path);
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.on('error', (cause) => {
        const message = `no socket for the agent in the guest: ${messageOf(cause, path)}`;
        const hint = 'Set RUNNER_TEMP or TMPDIR to a short path: that of a socket has at most 107 bytes.';
        reject(new HostError('vmm-not-started', message, { hint, cause }));
      });
      server.listen(path, resolve);
    });
    chmodSync(path, 0o600);
    return new AgentSocket(server);
  }

  /** To be called when the VMM is gone: the reader ends after the last byte. */
  release(): void {
    this.#released = true;
    this.#server.close();
    this.writer.destroy();
    if (this.#connection === undefined) this.#bytes.end();
  }

  /** To be called when no VMM was started. */
  discard(): void {
    this.release();
    this.#connection?.destroy();
    this.#bytes.destroy();
  }

  /** One agent at a time: that of a kernel which kexec has started comes when the first is gone. */
  #take(connection: Socket): void {
    connection.on('error', () => undefined);
    if (this.#connection !== undefined) {
      connection.destroy();
      return;
    }
    this.#connection = connection;
    connection.pipe(this.#bytes, { end: false });
    connection.once('close', () => {
      // A guest may connect and go as often as it likes: nothing of a connection stays.
      connection.unpipe(this.#bytes);
      this.#connection = undefined;
      if (this.#released) this.#bytes.end();
    });
  }
}
