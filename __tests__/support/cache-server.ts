/**
 * A fake of GitHub's cache service, protocol v2, on loopback: what @actions/cache asks of it, and what can go wrong.
 * The messages are those of https://github.com/actions/toolkit/tree/main/packages/cache, proto field names.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Fault = 'none' | 'error-500' | 'stall-upload' | 'stall-download' | 'corrupt' | 'truncate';

interface Blob {
  readonly key: string;
  readonly version: string;
  readonly blocks: Map<string, Buffer>;
  bytes?: Buffer;
  whole: boolean;
}

export class FakeCacheService {
  fault: Fault = 'none';
  /** Methods that were called, in order. */
  readonly calls: string[] = [];
  readonly #server: Server;
  readonly #blobs: Blob[] = [];
  #stalled: (() => void) | undefined;
  /** Settles when a transfer has stalled. */
  readonly stalled = new Promise<void>((resolve) => {
    this.#stalled = resolve;
  });

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<FakeCacheService> {
    const service = new FakeCacheService();
    service.#server.listen(0, '127.0.0.1');
    await once(service.#server, 'listening');
    return service;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  /** What the runner gives to an action. */
  get environment(): Record<string, string> {
    return {
      ACTIONS_CACHE_SERVICE_V2: 'True',
      ACTIONS_RESULTS_URL: this.url,
      ACTIONS_RUNTIME_TOKEN: 'token',
    };
  }

  /** Keys of the entries that were uploaded whole. */
  get keys(): string[] {
    return this.#blobs.filter(({ whole }) => whole).map(({ key }) => key);
  }

  /** Puts other bytes in place of an entry's archive. */
  replace(key: string, bytes: Buffer): void {
    for (const blob of this.#blobs) if (blob.key === key) blob.bytes = bytes;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    if (url.pathname.startsWith('/twirp/')) {
      const method = url.pathname.split('/').at(-1) ?? '';
      this.calls.push(method);
      const body = JSON.parse((await read(request)).toString('utf8')) as Record<string, unknown>;
      if (this.fault === 'error-500') response.writeHead(500).end('{"code":"internal","msg":"broken"}');
      else
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify(this.#answer(method, body)));
      return;
    }
    const blob = this.#blobs[Number(url.pathname.split('/').at(-1))];
    if (blob === undefined) response.writeHead(404).end();
    else if (request.method === 'PUT') await this.#upload(blob, url, request, response);
    else this.#download(blob, request, response);
  }

  #answer(method: string, body: Record<string, unknown>): object {
    const { key, version } = body as { key: string; version: string };
    if (method === 'CreateCacheEntry') {
      if (this.#blobs.some((blob) => blob.whole && blob.key === key && blob.version === version))
        return { ok: false };
      this.#blobs.push({ key, version, blocks: new Map(), whole: false });
      return { ok: true, signed_upload_url: `${this.url}blob/${this.#blobs.length - 1}` };
    }
    if (method === 'FinalizeCacheEntryUpload') {
      const blob = this.#blobs.findLast((one) => one.key === key && one.version === version);
      if (blob !== undefined) blob.whole = blob.bytes !== undefined;
      return { ok: blob?.whole === true, entry_id: '1' };
    }
    const prefixes = [key, ...((body.restore_keys ?? []) as string[])];
    const whole = this.#blobs.filter((blob) => blob.whole && blob.version === version);
    const found =
      whole.find((blob) => blob.key === key) ??
      whole.findLast((blob) => prefixes.some((prefix) => blob.key.startsWith(prefix)));
    if (found === undefined) return { ok: false };
    return {
      ok: true,
      matched_key: found.key,
      signed_download_url: `${this.url}blob/${this.#blobs.indexOf(found)}`,
    };
  }

  async #upload(blob: Blob, url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.fault === 'stall-upload') {
      request.once('data', () => {
        request.pause();
        this.#stalled?.();
      });
      return;
    }
    const bytes = await read(request);
    const comp = url.searchParams.get('comp');
    if (comp === 'block') blob.blocks.set(url.searchParams.get('blockid') ?? '', bytes);
    else if (comp === 'blocklist') {
      const ids = [...bytes.toString('utf8').matchAll(/<(?:Latest|Uncommitted)>([^<]+)</g)].map(
        (id) => id[1] ?? '',
      );
      blob.bytes = Buffer.concat(ids.map((id) => blob.blocks.get(id) ?? Buffer.alloc(0)));
    } else blob.bytes = bytes;
    response.writeHead(201, { etag: '"1"', 'last-modified': new Date().toUTCString() }).end();
  }

  #download({ bytes = Buffer.alloc(0) }: Blob, request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('content-length', bytes.length);
    const half = bytes.subarray(0, bytes.length >> 1);
    if (request.method === 'HEAD') response.end();
    else if (this.fault === 'stall-download') response.write(half, () => this.#stalled?.());
    else if (this.fault === 'truncate') response.write(half, () => response.destroy());
    else if (this.fault === 'corrupt')
      response.end(Buffer.from(bytes.map((byte, i) => (i % 100 === 50 ? ~byte : byte))));
    else response.end(bytes);
  }
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
