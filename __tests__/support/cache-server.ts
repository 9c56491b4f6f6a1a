/**
 * A fake of GitHub's cache service, protocol v2, on loopback: what @actions/cache asks of it, and what can go wrong.
 * The messages are those of https://github.com/actions/toolkit/tree/main/packages/cache, proto field names. An archive
 * comes in one PUT: the client splits only those above 128 MiB.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'none' | 'error-500' | 'stall-upload' | 'stall-download' | 'corrupt' | 'truncate';

interface Blob {
  readonly key: string;
  readonly version: string;
  bytes: Buffer;
  /** Only a finished upload is an entry. */
  whole: boolean;
}

export class FakeCacheService {
  fault: Fault = 'none';
  readonly #server: Server;
  readonly #blobs: Blob[] = [];
  #meet: () => void = () => undefined;
  /** Settles when a client has met the fault. */
  readonly met = new Promise<void>((resolve) => {
    this.#meet = resolve;
  });

  private constructor() {
    this.#server = createServer((request, response) => {
      // A client that is killed in the middle of a request breaks it off.
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<FakeCacheService> {
    const service = new FakeCacheService();
    service.#server.listen(0, '127.0.0.1');
    await once(service.#server, 'listening');
    return service;
  }

  stop(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** What the runner gives to an action. */
  get environment(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: `http://127.0.0.1:${port}/`,
      ACTIONS_RUNTIME_TOKEN: 'token',
    };
  }

  /** Keys of the entries, the oldest first. */
  get keys(): string[] {
    return this.#blobs.filter(({ whole }) => whole).map(({ key }) => key);
  }

  archive(key: string): Buffer {
    return this.#entry(key).bytes;
  }

  /** Puts other bytes in place of an entry's archive. */
  replace(key: string, bytes: Buffer): void {
    this.#entry(key).bytes = bytes;
  }

  #entry(key: string): Blob {
    const found = this.#blobs.find((blob) => blob.whole && blob.key === key);
    if (found === undefined) throw new Error(`no entry ${key}`);
    return found;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, kind, ...rest] = (request.url ?? '/').replace(/\?.*/, '').split('/');
    const name = rest.at(-1) ?? '';
    const blob = this.#blobs[Number(name)];
    if (kind === 'twirp') {
      const body: unknown = JSON.parse(String(await read(request)));
      if (this.fault !== 'error-500') {
        const answer = this.#answer(name, body as Record<string, unknown>, `http://${request.headers.host}`);
        response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
      } else response.writeHead(500).end('{"code":"internal","msg":"broken"}', this.#meet);
    } else if (blob === undefined) response.writeHead(404).end();
    else if (request.method === 'PUT') await this.#upload(blob, request, response);
    else this.#download(blob, request, response);
  }

  #answer(method: string, body: Record<string, unknown>, origin: string): object {
    const { key, version } = body as { key: string; version: string };
    const whole = this.#blobs.filter((blob) => blob.whole && blob.version === version);
    const exact = whole.find((blob) => blob.key === key);
    if (method === 'CreateCacheEntry') {
      if (exact !== undefined) return { ok: false };
      this.#blobs.push({ key, version, bytes: Buffer.alloc(0), whole: false });
      return { ok: true, signed_upload_url: `${origin}/blob/${this.#blobs.length - 1}` };
    }
    if (method === 'FinalizeCacheEntryUpload') {
      const blob = this.#blobs.findLast((one) => one.key === key && one.version === version);
      if (blob !== undefined) blob.whole = blob.bytes.length === Number(body.size_bytes);
      return { ok: blob?.whole === true, entry_id: '1' };
    }
    const prefixes = [key, ...((body.restore_keys ?? []) as string[])];
    const found = exact ?? whole.findLast((blob) => prefixes.some((prefix) => blob.key.startsWith(prefix)));
    if (found === undefined) return { ok: false };
    const url = `${origin}/blob/${this.#blobs.indexOf(found)}`;
    return { ok: true, matched_key: found.key, signed_download_url: url };
  }

  async #upload(blob: Blob, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.fault === 'stall-upload') {
      request.once('data', () => {
        request.pause();
        this.#meet();
      });
      return;
    }
    blob.bytes = await read(request);
    response.writeHead(201, { etag: '"1"', 'last-modified': new Date().toUTCString() }).end();
  }

  #download({ bytes }: Blob, request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('content-length', bytes.length);
    const half = bytes.subarray(0, bytes.length >> 1);
    if (request.method === 'HEAD') response.end();
    else if (this.fault === 'stall-download') response.write(half, this.#meet);
    else if (this.fault === 'truncate') response.write(half, () => response.destroy());
    else if (this.fault === 'corrupt')
      response.end(Buffer.from(bytes.map((byte, i) => (i % 1000 === 500 ? ~byte : byte))));
    else response.end(bytes);
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
